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
 * or "invoice-needs-override" with what speaks against it, and "not-found" for an override of no or another account. Answers the gate to post it behind: an override that was named
 * is used up only where it is needed.
 */
export async function gateOfInvoice(
  { tx }: Books,
  account: Pick<LockedAccount, "accountId" | "figures" | "credit">,
  { invoicedCents, overrideId }: { invoicedCents: Cents; overrideId: string | null },
): Promise<Gate> {
  const against = againstInvoice(account, invoicedCents);
  const free = { gated: false, overrideId: null };
  if (overrideId !== null) await assertOverride(tx, account.accountId, overrideId);
  if (against === null) return free;
  const [row] = await tx.execute<{ invoice_policy: InvoicePolicy }>(
    sql`select invoice_policy from books.settings`,
  );
  const { invoice_policy: policy } = present(row, "a business has settings");
  if (policy === "warn") return free;
  if (policy === "block") throw new Refusal("invoice-blocked", { against });
  if (overrideId === null) throw new Refusal("invoice-needs-override", { against });
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

async function assertOverride(tx: Books["tx"], accountId: string, overrideId: string): Promise<void> {
  const [there] = await tx.execute(sql`
    select 1 from books.overrides where id = ${overrideId}::uuid and account_id = ${accountId}::uuid
      and not exists (select from books.override_requests r where r.id = overrides.request_id and r.what <> 'invoice')`);
  if (!there) throw new Refusal("not-found");
}
