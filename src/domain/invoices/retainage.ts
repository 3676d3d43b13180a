// Retainage: what is held back until a contract's conditions are met, and what billing it posts.
import type { Day } from "../values/day.ts";
import { negative, plus, sum, type Cents } from "../values/money.ts";
import { credit, posting, type EventHeader, type Posting, type RetainageRow } from "../ledger/posting.ts";

export type ReleaseFacts = {
  invoiceId: string;
  dueOn: Day;
  /** Where all of it was held back on one job. */
  jobId?: string | null | undefined;
  released: readonly RetainageRow[];
  taxCents: Cents;
};

/** Dr A/R, Cr retainage receivable (Cr tax where the business taxes on release). */
export function postRetainageRelease(place: EventHeader, release: ReleaseFacts): Posting {
  const amountCents = plus(sum(release.released.map((row) => row.amountCents)), release.taxCents);
  const { dueOn, jobId } = release;
  const item = { amountCents, issuedOn: place.effectiveOn, dueOn, jobId };
  const retainage = release.released.map((row) => ({ ...row, amountCents: negative(row.amountCents) }));
  const what = {
    kind: "retainage-release",
    label: "Retainage billed",
    documentId: release.invoiceId,
    item,
    retainage,
  } as const;
  return posting(place, what, [credit("sales-tax", release.taxCents)]);
}
