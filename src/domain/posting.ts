// What each document posts: one event with the item or credit it makes, the credit it applies, and a journal
// that sums to zero. Pure: documents in, postings out; books/post.ts writes them (product.md "Books").
import { assert } from "./assert.ts";
import type { EventKind } from "./account.ts";
import type { Day } from "./day.ts";
import { ZERO, minus, negative, plus, sum, type Cents } from "./money.ts";

/** The parts that accounts of the chart play, whatever a business calls or numbers them. */
export const CHART_ROLES = {
  receivable: { code: "1200", name: "Accounts receivable", kind: "asset" },
  "retainage-receivable": { code: "1210", name: "Retainage receivable", kind: "asset" },
  "undeposited-funds": { code: "1100", name: "Undeposited funds", kind: "asset" },
  "customer-credit": { code: "2300", name: "Customer credit", kind: "liability" },
  "sales-tax": { code: "2200", name: "Sales tax payable", kind: "liability" },
  "opening-balance": { code: "3900", name: "Opening balances", kind: "equity" },
  revenue: { code: "4000", name: "Sales", kind: "revenue" },
} as const satisfies Record<string, { code: string; name: string; kind: string }>;
export type ChartRole = keyof typeof CHART_ROLES;

export type JournalLine = { role: ChartRole; amountCents: Cents };

/** Credit `creditId` (negative: taken back) applied to item `itemId`; both are Event IDs. */
export type Allocation = { creditId: number; itemId: number; amountCents: Cents };

export type Posting = {
  /** The Event ID, taken beforehand; also the id of the item or credit that the event makes. */
  number: number;
  kind: EventKind;
  accountId: string;
  effectiveOn: Day;
  /** First day of the posting period's month. */
  period: Day;
  label: string;
  memo: string;
  documentId: string | null;
  documentNumber: string | null;
  item: { amountCents: Cents; dueOn: Day; number: string } | null;
  credit: { amountCents: Cents } | null;
  allocations: readonly Allocation[];
  journal: readonly JournalLine[];
};

/** How an event changes its account's live figures; net = items − credit. */
export type Effect = { netCents: Cents; openItemsCents: Cents; openCreditCents: Cents };

export function effectOf(posting: Posting): Effect {
  const applied = sum(posting.allocations.map((a) => a.amountCents));
  const openItemsCents = minus(posting.item?.amountCents ?? ZERO, applied);
  const openCreditCents = minus(posting.credit?.amountCents ?? ZERO, applied);
  return { openItemsCents, openCreditCents, netCents: minus(openItemsCents, openCreditCents) };
}

export type PostedInvoice = {
  eventNumber: number;
  accountId: string;
  invoiceId: string;
  number: string;
  issuedOn: Day;
  dueOn: Day;
  period: Day;
  subtotalCents: Cents;
  taxCents: Cents;
  label: string;
  memo: string;
};

/** Dr A/R (net + tax), Cr revenue, Cr tax. */
export function postInvoice(invoice: PostedInvoice): Posting {
  const totalCents = plus(invoice.subtotalCents, invoice.taxCents);
  return balanced({
    number: invoice.eventNumber,
    kind: "invoice",
    accountId: invoice.accountId,
    effectiveOn: invoice.issuedOn,
    period: invoice.period,
    label: invoice.label,
    memo: invoice.memo,
    documentId: invoice.invoiceId,
    documentNumber: invoice.number,
    item: { amountCents: totalCents, dueOn: invoice.dueOn, number: invoice.number },
    credit: null,
    allocations: [],
    journal: [
      { role: "receivable", amountCents: totalCents },
      { role: "revenue", amountCents: negative(invoice.subtotalCents) },
      { role: "sales-tax", amountCents: negative(invoice.taxCents) },
    ],
  });
}

export type PostedPayment = {
  eventNumber: number;
  accountId: string;
  paymentId: string;
  number: string | null;
  receivedOn: Day;
  period: Day;
  amountCents: Cents;
  label: string;
  memo: string;
  applied: readonly { itemId: number; amountCents: Cents }[];
};

/** Dr To Account, Cr Customer Credit; then what is applied at once: Dr Customer Credit, Cr A/R. */
export function postPayment(payment: PostedPayment): Posting {
  const applied = sum(payment.applied.map((a) => a.amountCents));
  assert(applied <= payment.amountCents, "no more is applied than was paid");
  return balanced({
    number: payment.eventNumber,
    kind: "payment",
    accountId: payment.accountId,
    effectiveOn: payment.receivedOn,
    period: payment.period,
    label: payment.label,
    memo: payment.memo,
    documentId: payment.paymentId,
    documentNumber: payment.number,
    item: null,
    credit: { amountCents: payment.amountCents },
    allocations: payment.applied.map((a) => ({ creditId: payment.eventNumber, ...a })),
    journal: [
      { role: "undeposited-funds", amountCents: payment.amountCents },
      { role: "customer-credit", amountCents: negative(payment.amountCents) },
      { role: "customer-credit", amountCents: applied },
      { role: "receivable", amountCents: negative(applied) },
    ],
  });
}

/** Leaves out lines of nothing and sees to it that the journal says the same as the account's figures. */
function balanced(posting: Posting): Posting {
  const journal = posting.journal.filter((line) => line.amountCents !== 0);
  const of = (role: ChartRole) => sum(journal.filter((l) => l.role === role).map((l) => l.amountCents));
  const effect = effectOf(posting);
  assert(sum(journal.map((line) => line.amountCents)) === 0, "an event's journal sums to zero");
  assert(of("receivable") === effect.openItemsCents, "the A/R line is the change of open items");
  assert(of("customer-credit") === negative(effect.openCreditCents), "the credit line is the change of open credit");
  return { ...posting, journal };
}
