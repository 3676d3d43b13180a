// Whether a charge may pass the account's limit: said before the database would say it.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { overridable } from "@/domain/credit/override.ts";
import { canCharge } from "@/domain/ledger/account.ts";
import { againstInvoice, type InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
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

async function assertOverride(tx: Books["tx"], accountId: string, overrideId: string): Promise<void> {
  const [there] = await tx.execute(sql`
    select 1 from books.overrides where id = ${overrideId}::uuid and account_id = ${accountId}::uuid`);
  if (!there) throw new Refusal("not-found");
}
