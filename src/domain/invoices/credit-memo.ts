// What a credit memo posts: the sale is reversed, and the customer has credit for it.
import { assert } from "../assert.ts";
import { ZERO, minus, negative, plus, sum, type Cents } from "../values/money.ts";
import type { AppliedAtOnce } from "../ledger/posting.ts";
import { applyTo, posting, type EventHeader, type Posting, type RetainageRow } from "../ledger/posting.ts";
import { taxByAgency, type PostedTax } from "../ledger/posted-tax.ts";
import { revenueByAccount, type RevenueLine } from "../ledger/revenue.ts";

export type CreditMemoFacts = {
  creditMemoId: string;
  subtotalCents: Cents;
  taxCents: Cents;
  /** What of it is whose; left out, one. */
  taxes?: readonly PostedTax[];
  /** Where the subtotal was credited; left out, to sales. */
  lines?: readonly RevenueLine[];
  /** What of an invoice isn't held back any more, by its lines: part of the subtotal, and no credit. */
  retainage?: readonly RetainageRow[];
  applied: AppliedAtOnce;
};

/**
 * Dr revenue (per line's account), Dr tax, Cr retainage receivable, Cr customer credit; then what is applied at once. Of what was
 * held back in full it makes no credit.
 */
export function postCreditMemo(place: EventHeader, memo: CreditMemoFacts): Posting {
  const { subtotalCents, taxCents, retainage = [] } = memo;
  const freed = sum(retainage.map((row) => row.amountCents));
  const amountCents = minus(plus(subtotalCents, taxCents), freed);
  assert(sum(memo.applied.map((a) => a.amountCents)) <= amountCents, "no more is applied than was credited");
  const made = amountCents === ZERO ? null : { amountCents, issuedOn: place.effectiveOn };
  const allocations = applyTo(place.number, memo.applied);
  const what = {
    kind: "credit-memo",
    label: "Credit memo",
    documentId: memo.creditMemoId,
    credit: made,
    allocations,
    retainage: retainage.map((row) => ({ ...row, amountCents: negative(row.amountCents) })),
  } as const;
  const revenue = revenueByAccount(subtotalCents, memo.lines);
  return posting(place, what, [...revenue, ...taxByAgency(taxCents, memo.taxes)]);
}
