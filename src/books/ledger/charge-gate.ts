// Whether a charge may pass the account's limit: said before the database would say it.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { coversCause, overridable, type OverrideCause } from "@/domain/credit/override.ts";
import { jobRoom, type JobFigures } from "@/domain/jobs/job-limit.ts";
import { canCharge } from "@/domain/ledger/account.ts";
import { againstInvoice, type InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { assertRoomOnJob } from "./locked-job.ts";
import type { LockedAccount } from "./locked-account.ts";
import type { Gate } from "./post-statement.ts";

/**
 * Says why not before the database would; the database says no in any case, and alone knows whether an override is one: of
 * this account, approved, in time, unused and for no less.
 */
export function assertMayCharge(
  { figures, credit }: Pick<LockedAccount, "figures" | "credit">,
  chargeCents: Cents,
  { overrideId }: Gate,
): void {
  const can = canCharge(figures, credit);
  if (overrideId !== null && overridable(chargeCents, can, null).kind === "by") return;
  if (can.kind === "refused")
    throw new Refusal("charging-refused", { because: can.because, about: can.about });
  if (can.kind === "amount" && chargeCents > can.amountCents) {
    throw new Refusal(can.bound ? "over-shared-limit" : "over-limit", { canChargeCents: can.amountCents });
  }
}

/**
 * Whether an invoice on terms may be issued by the business's policy, of an account under its lock: refuses "invoice-blocked"
 * or "invoice-needs-override" with what speaks against it, "not-found" for an override of no or another account, and
 * "override-of-another" for one of another job or cause. Answers the gate to post it behind: an override that was named is used
 * up only where it is needed.
 */
export async function gateOfInvoice(
  { tx }: Books,
  account: Pick<LockedAccount, "accountId" | "figures" | "credit">,
  {
    invoicedCents,
    overrideId,
    jobId,
  }: { invoicedCents: Cents; overrideId: string | null; jobId: string | null },
): Promise<Gate> {
  const against = againstInvoice(account, invoicedCents);
  const free = { gated: false, overrideId: null };
  const asked = overrideId === null ? null : await findOverride(tx, account.accountId, overrideId);
  if (against === null) return free;
  const [row] = await tx.execute<{ invoice_policy: InvoicePolicy }>(
    sql`select invoice_policy from books.settings`,
  );
  const { invoice_policy: policy } = present(row, "a business has settings");
  if (policy === "warn") return free;
  if (policy === "block") throw new Refusal("invoice-blocked", { against });
  if (overrideId === null) throw new Refusal("invoice-needs-override", { against });
  const can = overridable(invoicedCents, against, null);
  if (can.kind === "never") throw new Refusal("override-never", { because: can.because });
  if (asked && can.kind === "by" && (asked.job_id !== jobId || !coversCause(asked.cause, can.cause)))
    throw new Refusal("override-of-another");
  return { gated: true, overrideId };
}

type Charge = { chargeCents: Cents; overrideId: string | null; jobId: string | null; job: JobFigures | null };

/**
 * The gate of a house charge, whose account and job are locked: an override that was named is used up only where it is needed,
 * and only for the job and the cause that it was approved for. Refuses what the account or the
 * job refuses, and with "override-of-another".
 */
export async function gateOfCharge(
  books: Books,
  account: Pick<LockedAccount, "figures" | "credit">,
  charge: Charge,
): Promise<Gate> {
  const gate = { gated: true, overrideId: await overrideFor(books, account, charge) };
  assertMayCharge(account, charge.chargeCents, gate);
  if (charge.job) assertRoomOnJob(charge.job, charge.chargeCents, gate);
  return gate;
}

async function overrideFor(
  { tx }: Books,
  { figures, credit }: Pick<LockedAccount, "figures" | "credit">,
  { chargeCents, overrideId, jobId, job }: Charge,
): Promise<string | null> {
  if (overrideId === null) return null;
  const can = overridable(chargeCents, canCharge(figures, credit), job && jobRoom(job));
  if (can.kind !== "by") return null;
  const [asked] = await tx.execute<{ what: string; job_id: string | null; cause: OverrideCause }>(sql`
    select what, job_id, cause from books.override_requests where id = ${overrideId}::uuid`);
  if (asked && (asked.what !== "charge" || asked.job_id !== jobId || !coversCause(asked.cause, can.cause)))
    throw new Refusal("override-of-another");
  return overrideId;
}

/** What an invoice's was asked for; null for one that nobody asked for. Refuses "not-found" what is of no or another account. */
async function findOverride(tx: Books["tx"], accountId: string, overrideId: string) {
  const [row] = await tx.execute<{ what: string | null; job_id: string | null; cause: OverrideCause }>(sql`
    select r.what, r.job_id, r.cause from books.overrides o
    left join books.override_requests r on r.id = o.request_id
    where o.id = ${overrideId}::uuid and o.account_id = ${accountId}::uuid`);
  if (!row || row.what === "charge") throw new Refusal("not-found");
  return row.what === null ? null : row;
}
