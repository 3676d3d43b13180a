// What an invoice posts, and what a debt that was there before the books were does.
import { assert } from "../assert.ts";
import type { Day } from "../values/day.ts";
import { ZERO, minus, negative, plus, sum, type Cents } from "../values/money.ts";
import {
  applyTo,
  credit,
  debit,
  posting,
  type AppliedAtOnce,
  type EventHeader,
  type Posting,
  type RetainageRow,
} from "../ledger/posting.ts";
import { revenueByAccount, type RevenueLine } from "../ledger/revenue.ts";
import { taxByAgency, type PostedTax } from "../ledger/posted-tax.ts";

export type InvoiceFacts = {
  invoiceId: string;
  dueOn: Day;
  jobId?: string | null | undefined;
  /** Before tax and retainage. */
  subtotalCents: Cents;
  taxCents: Cents;
  /** The taxes that make it up, each credited to its agency's account; left out, one. */
  taxes?: readonly PostedTax[];
  /** What the customer holds back, by line; part of the subtotal. */
  retainage?: readonly RetainageRow[];
  /** Where the subtotal goes; left out, to sales. */
  lines?: readonly RevenueLine[];
  label?: string;
};

/**
 * Dr A/R (total), Dr retainage receivable, Cr revenue (gross, per line's account), Cr tax, per agency where it is told by
 * agency. Held back in full, it makes no item.
 */
export function postInvoice(place: EventHeader, invoice: InvoiceFacts): Posting {
  const {
    invoiceId: documentId,
    dueOn,
    jobId,
    subtotalCents,
    taxCents,
    taxes,
    retainage = [],
    label = "Invoice",
  } = invoice;
  const held = sum(retainage.map((row) => row.amountCents));
  const totalCents = minus(plus(subtotalCents, taxCents), held);
  const item =
    totalCents === ZERO ? null : { amountCents: totalCents, issuedOn: place.effectiveOn, dueOn, jobId };
  const revenue = revenueByAccount(subtotalCents, invoice.lines).map(credited);
  const otherSide = [...revenue, ...taxByAgency(taxCents, taxes).map(credited)];
  return posting(place, { kind: "invoice", label, documentId, item, retainage }, otherSide);
}

const credited = <Line extends { amountCents: Cents }>(line: Line): Line => ({
  ...line,
  amountCents: negative(line.amountCents),
});

/** A debt from before the books: Dr A/R, Cr opening balances. */
export function postOpeningItem(
  place: EventHeader,
  opening: { documentId: string | null; issuedOn: Day; dueOn: Day; amountCents: Cents },
): Posting {
  const { documentId, ...item } = opening;
  return posting(place, { kind: "opening", label: "Opening balance", documentId, item }, [
    credit("opening-balance", item.amountCents),
  ]);
}

/**
 * Credit from before the books: Dr opening balances, Cr customer credit; then what was paid with it before: Dr customer
 * credit, Cr A/R. It is never money that came in.
 */
export function postOpeningCredit(
  place: EventHeader,
  { applied = [], ...opening }: { issuedOn: Day; amountCents: Cents; applied?: AppliedAtOnce },
): Posting {
  assert(sum(applied.map((a) => a.amountCents)) <= opening.amountCents, "no more is applied than there was");
  const allocations = applyTo(place.number, applied);
  const what = { kind: "opening", label: "Opening credit", credit: opening, allocations } as const;
  return posting(place, what, [debit("opening-balance", opening.amountCents)]);
}
