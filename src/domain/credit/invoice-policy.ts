// What an invoice on terms meets where the account's limit or a hold speaks against it (product.md, "What the gate stops"):
// it is said, somebody with the permission lets it pass, or it isn't issued. Who was never given a limit is invoiced freely.
import { canCharge, type AccountFigures, type CanCharge, type CreditTerms } from "../ledger/account.ts";
import type { Cents } from "../values/money.ts";

export const INVOICE_POLICIES = {
  warn: "Say so, and let it be issued",
  ask: "Issue it only by an approved override",
  block: "Don’t issue it",
} as const;
export type InvoicePolicy = keyof typeof INVOICE_POLICIES;

/**
 * What speaks against an invoice of so much: the hold, or what the limit leaves; null where nothing does. Whether the
 * customer may charge at the counter, and has an address for it, is no matter of an invoice.
 */
export function againstInvoice(
  { figures, credit }: { figures: AccountFigures; credit: CreditTerms },
  invoicedCents: Cents,
): Exclude<CanCharge, { kind: "unlimited" }> | null {
  const can = canCharge(figures, { ...credit, chargingAllowed: true, hasAddress: true });
  if (can.kind === "unlimited") return null;
  if (can.kind === "refused")
    return can.because === "no-limit" || can.because === "no-shared-limit" ? null : can;
  return invoicedCents > can.amountCents ? can : null;
}
