// How much can still be charged on a job: what its own limit leaves, beside what the account's does. The guard of the
// database (expose_jobs) says the same of what is charged.
import { ZERO, larger, minus, type Cents } from "../values/money.ts";

export type JobFigures = {
  /** null: no limit of its own. */
  limitCents: Cents | null;
  /** Left to pay of all its invoices. */
  exposureCents: Cents;
};

/** Never below nothing; null where only the account's limit counts. */
export const jobRoom = ({ limitCents, exposureCents }: JobFigures): Cents | null =>
  limitCents === null ? null : larger(ZERO, minus(limitCents, exposureCents));
