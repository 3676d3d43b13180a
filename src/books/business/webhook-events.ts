// The events that an endpoint is told, in the order in which they were recorded. Not by their numbers: those are taken in
// blocks, so that a lower one may be committed later. Each instant before the oldest open write is final (safeKnownAt), so
// nothing that comes later is passed over; and of one account the order is that of its chain.
import { sql, type SQL } from "drizzle-orm";
import type { ToldEvent } from "@/domain/business/told-event.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import type { Day } from "@/domain/values/day.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** Behind the event of that number, recorded at that instant as the database wrote it. */
export type Taken = { takenAt: string; takenNumber: number };

type Row = {
  number: number;
  kind: EventKind;
  effective_on: Day;
  period: Day;
  recorded_at: string;
  label: string;
  document_id: string | null;
  reverses: number | null;
  account_id: string;
  customer_id: string;
  customer_number: string;
  currency: string;
  seq: number;
  previous: number | null;
  amount: number;
  open_items: number;
  open_credit: number;
  retained: number;
  balance_after: number;
  item: { amount: number; issuedOn: Day; dueOn: Day; jobId: string | null } | null;
  credit: number | null;
  applied: { creditEventId: number; itemEventId: number; amount: number }[] | null;
  reduced:
    | { kind: string; itemEventId: number | null; creditEventId: number | null; amount: number }[]
    | null;
  retainage: { invoiceId: string; line: number; amount: number }[] | null;
};

/** `at`: as the database wrote the instant, for the place of an endpoint. */
export type EventAt = { event: ToldEvent; at: string };

/** The next `most` behind that place, recorded until `until`. */
export const readEventsAfter = (
  books: Books,
  { takenAt, takenNumber }: Taken,
  { until, most }: { until: string; most: number },
): Promise<EventAt[]> =>
  readTold(
    books,
    sql`e.recorded_at >= ${takenAt}::timestamptz and e.recorded_at <= ${until}::timestamptz
      and (e.recorded_at > ${takenAt}::timestamptz or e.number > ${takenNumber}::bigint)
    order by e.recorded_at, e.number limit ${most}::int`,
  );

/** `which`: what follows "where", of the events `e`. */
export async function readTold({ tx }: Books, which: SQL): Promise<EventAt[]> {
  const rows = await tx.execute<Row>(sql`
    select e.number, e.kind, e.effective_on, e.period, e.recorded_at, e.label, e.document_id, e.reverses, e.account_id,
      c.id as customer_id, c.number as customer_number, e.currency, e.seq, (
        select p.number from books.events p where p.account_id = e.account_id and p.seq = e.seq - 1) as previous,
      e.amount, e.open_items, e.open_credit, e.retained, e.balance_after, (
        select jsonb_build_object('amount', i.amount, 'issuedOn', i.issued_on, 'dueOn', i.due_on, 'jobId', i.job_id)
        from books.items i where i.id = e.number) as item, (
        select k.amount from books.credits k where k.id = e.number) as credit, (
        select jsonb_agg(jsonb_build_object('creditEventId', a.credit_id, 'itemEventId', a.item_id, 'amount', a.amount) order by a.line)
        from books.allocations a where a.event_number = e.number) as applied, (
        select jsonb_agg(jsonb_build_object('kind', r.kind, 'itemEventId', r.item_id, 'creditEventId', r.credit_id,
          'amount', r.amount) order by r.line) from books.reductions r where r.event_number = e.number) as reduced, (
        select jsonb_agg(jsonb_build_object('invoiceId', h.invoice_id, 'line', h.invoice_line, 'amount', h.amount) order by h.line)
        from books.retainage h where h.event_number = e.number) as retainage
    from books.events e join books.accounts a on a.id = e.account_id join books.customers c on c.id = a.customer_id
    where ${which}`);
  return rows.map((row) => ({ event: eventOf(row), at: row.recorded_at }));
}

const eventOf = (row: Row): ToldEvent => ({
  eventId: row.number,
  kind: row.kind,
  effectiveOn: row.effective_on,
  period: row.period,
  recordedAt: isoInstant(row.recorded_at),
  label: row.label,
  documentId: row.document_id,
  reverses: row.reverses,
  account: {
    accountId: row.account_id,
    customerId: row.customer_id,
    customerNumber: row.customer_number,
    sequence: row.seq,
    previousEventId: row.previous,
  },
  currency: row.currency,
  amountCents: cents(row.amount),
  openItemsCents: cents(row.open_items),
  openCreditCents: cents(row.open_credit),
  retainedCents: cents(row.retained),
  balanceAfterCents: cents(row.balance_after),
  item: row.item && {
    amountCents: cents(row.item.amount),
    issuedOn: row.item.issuedOn,
    dueOn: row.item.dueOn,
    jobId: row.item.jobId,
  },
  credit: row.credit === null ? null : { amountCents: cents(row.credit) },
  applied: (row.applied ?? []).map(({ amount, ...use }) => ({ ...use, amountCents: cents(amount) })),
  reduced: (row.reduced ?? []).map(({ amount, ...use }) => ({ ...use, amountCents: cents(amount) })),
  retainage: (row.retainage ?? []).map(({ amount, ...use }) => ({ ...use, amountCents: cents(amount) })),
});
