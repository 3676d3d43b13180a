// What every event posts: the item or credit it makes, the credit it applies, what it takes away, what it holds
// back, and a journal that sums to zero. Documents say only the other side of the entry; the lines on the control
// accounts follow from the parts, so books and journal can't part ways (product.md "Books").
import { assert } from "../assert.ts";
import type { EventKind } from "./account.ts";
import type { ChartRole } from "./chart.ts";
import type { Day } from "../values/day.ts";
import { ZERO, minus, negative, sum, type Cents } from "../values/money.ts";

/** Debit positive, credit negative. `chartCode` names the account where several may play the part. */
export type JournalLine = { role: ChartRole; chartCode?: string | null; amountCents: Cents };

/** Credit `creditId` applied to item `itemId` (negative: un-applied); both are the Event IDs that made them. */
export type Allocation = { creditId: number; itemId: number; amountCents: Cents };

export const REDUCTION_KINDS = ["reversed", "refunded", "transferred"] as const;
/** What an item or a credit lost other than by application; negative gives it back. */
export type Reduction = ({ itemId: number; creditId: null } | { itemId: null; creditId: number }) & {
  kind: (typeof REDUCTION_KINDS)[number];
  amountCents: Cents;
};

/** Withheld positive, released or given up negative. */
export type RetainageRow = { invoiceId: string; invoiceLine: number; amountCents: Cents };

export type Posting = {
  /** The Event ID, taken beforehand; also the id of the item or credit that the event makes. */
  number: number;
  kind: EventKind;
  accountId: string;
  effectiveOn: Day;
  /** First day of the posting period's month. */
  period: Day;
  /** What a person calls it: "Invoice", "Check 4471". */
  label: string;
  memo: string;
  documentId: string | null;
  /** The event that this one reverses. */
  reverses: number | null;
  /** `issuedOn` is the document's own date, `jobId` the job that it is a debt of; a transferred item keeps both. */
  item: { amountCents: Cents; issuedOn: Day; dueOn: Day; jobId?: string | null | undefined } | null;
  credit: { amountCents: Cents; issuedOn: Day } | null;
  allocations: readonly Allocation[];
  reductions: readonly Reduction[];
  retainage: readonly RetainageRow[];
  journal: readonly JournalLine[];
};

/** Where and when an event takes place, and what it is called. */
export type EventHeader = Pick<Posting, "number" | "accountId" | "effectiveOn" | "period" | "memo">;

type Parts = Partial<
  Pick<Posting, "item" | "credit" | "allocations" | "reductions" | "retainage" | "documentId" | "reverses">
>;

/** Makes an event of its parts. `otherSide` are the lines beyond A/R, customer credit and retainage receivable. */
export function posting(
  place: EventHeader,
  what: Pick<Posting, "kind" | "label"> & Parts,
  otherSide: readonly JournalLine[] = [],
): Posting {
  const { number, accountId, effectiveOn, period, memo } = place;
  const parts = {
    item: null,
    credit: null,
    allocations: [],
    reductions: [],
    retainage: [],
    documentId: null,
    reverses: null,
  };
  const whole = { number, accountId, effectiveOn, period, memo, ...parts, ...what };
  const journal = [...controlLines(whole), ...otherSide].filter((line) => line.amountCents !== 0);
  assert(sum(journal.map((line) => line.amountCents)) === 0, "an event's journal sums to zero");
  return { ...whole, journal };
}

/** How an event changes its account's live figures; net = items − credit. */
export type Effect = { netCents: Cents; openItemsCents: Cents; openCreditCents: Cents; retainedCents: Cents };

export function effectOf(
  event: Pick<Posting, "item" | "credit" | "allocations" | "reductions" | "retainage">,
): Effect {
  const applied = total(event.allocations);
  const openItemsCents = minus(minus(event.item?.amountCents ?? ZERO, applied), itemsReduced(event));
  const openCreditCents = minus(minus(event.credit?.amountCents ?? ZERO, applied), creditsReduced(event));
  return {
    openItemsCents,
    openCreditCents,
    netCents: minus(openItemsCents, openCreditCents),
    retainedCents: total(event.retainage),
  };
}

/** The lines on the accounts that the subledger proves: debits of A/R, customer credit, retainage receivable. */
function controlLines(
  event: Pick<Posting, "item" | "credit" | "allocations" | "reductions" | "retainage">,
): JournalLine[] {
  const applied = total(event.allocations);
  return [
    { role: "receivable", amountCents: minus(event.item?.amountCents ?? ZERO, itemsReduced(event)) },
    { role: "customer-credit", amountCents: minus(creditsReduced(event), event.credit?.amountCents ?? ZERO) },
    { role: "customer-credit", amountCents: applied },
    { role: "receivable", amountCents: negative(applied) },
    { role: "retainage-receivable", amountCents: total(event.retainage) },
  ];
}

const total = (rows: readonly { amountCents: Cents }[]): Cents => sum(rows.map((row) => row.amountCents));
const itemsReduced = ({ reductions }: Pick<Posting, "reductions">) =>
  total(reductions.filter((r) => r.itemId !== null));
const creditsReduced = ({ reductions }: Pick<Posting, "reductions">) =>
  total(reductions.filter((r) => r.creditId !== null));

/** Credit of one event applied to several items. */
export const applyTo = (
  creditId: number,
  applied: readonly { itemId: number; amountCents: Cents }[],
): Allocation[] => applied.map(({ itemId, amountCents }) => ({ creditId, itemId, amountCents }));

export const debit = (role: ChartRole, amountCents: Cents): JournalLine => ({ role, amountCents });
export const credit = (role: ChartRole, amountCents: Cents): JournalLine => ({
  role,
  amountCents: negative(amountCents),
});

export type AppliedAtOnce = readonly { itemId: number; amountCents: Cents }[];
