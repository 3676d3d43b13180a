// What a credit memo posts: the sale is reversed, and the customer has credit for it.
import { assert } from "../assert.ts";
import { plus, sum, type Cents } from "../values/money.ts";
import type { AppliedAtOnce } from "../ledger/posting.ts";
import { applyTo, posting, type EventHeader, type Posting } from "../ledger/posting.ts";
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
  applied: AppliedAtOnce;
};

/** Dr revenue (per line's account), Dr tax, Cr customer credit; then what is applied at once. */
export function postCreditMemo(place: EventHeader, memo: CreditMemoFacts): Posting {
  const amountCents = plus(memo.subtotalCents, memo.taxCents);
  assert(sum(memo.applied.map((a) => a.amountCents)) <= amountCents, "no more is applied than was credited");
  const made = { amountCents, issuedOn: place.effectiveOn };
  const allocations = applyTo(place.number, memo.applied);
  const what = {
    kind: "credit-memo",
    label: "Credit memo",
    documentId: memo.creditMemoId,
    credit: made,
    allocations,
  } as const;
  const revenue = revenueByAccount(memo.subtotalCents, memo.lines);
  return posting(place, what, [...revenue, ...taxByAgency(memo.taxCents, memo.taxes)]);
}
