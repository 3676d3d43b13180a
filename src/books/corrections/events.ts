// Reads one event with everything that hangs on it: what it made and used, what later events did with that, its
// journal, and its link in the account's chain, checked while it is read.
import { sql, type SQL } from "drizzle-orm";
import type { EventKind } from "@/domain/ledger/account.ts";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { EventPage, Made, Use } from "@/domain/ledger/event.ts";
import { cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { readNames } from "../ledger/event-names.ts";
import type { Books } from "../open.ts";

type Row = {
  number: number;
  kind: EventKind;
  label: string;
  currency: string;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  invoice: string | null;
  payment: string | null;
  memo_number: string | null;
  document_id: string | null;
  effective_on: Day;
  period: Day;
  recorded_at: string;
  actor: string;
  memo: string;
  customer_note: string | null;
  amount: number;
  prev_balance: number;
  balance_after: number;
  open_items: number;
  open_credit: number;
  retained: number;
  reverses: number | null;
  seq: number;
  before: number | null;
  after: number | null;
  reversed_by: number | null;
  seal: string;
  seal_before: string | null;
  holds: boolean;
};

/** Refuses an Event ID that isn't there with "not-found". */
export async function readEvent(books: Books, eventId: number): Promise<EventPage> {
  const [row, made, uses, retainage, since, journal, together] = await Promise.all([
    readRow(books, eventId),
    readMade(books, eventId),
    readUses(books, sql`u.event_number = ${eventId}`),
    readRetainage(books, eventId),
    readUses(
      books,
      sql`(u.item_id = ${eventId} or u.credit_id = ${eventId}) and u.event_number <> ${eventId}`,
    ),
    readJournal(books, eventId),
    readTogether(books, eventId),
  ]);
  const called = await readNames(books, [
    eventId,
    row.reverses,
    row.reversed_by,
    ...together,
    ...[...uses, ...since].flatMap((use) => [use.event_number, use.item_id, use.credit_id]),
  ]);
  const use = (each: UseRow): Use => ({
    kind: each.kind,
    credit: called(each.credit_id),
    item: called(each.item_id),
    amountCents: cents(each.amount),
  });
  return {
    ...pageOf(row),
    ...present(called(eventId), "the event has a name"),
    made,
    retainage,
    journal,
    uses: uses.map(use),
    since: since.map((each) => ({
      ...use(each),
      by: present(called(each.event_number), "so has the other"),
      on: each.effective_on,
    })),
    reverses: called(row.reverses),
    reversedBy: called(row.reversed_by),
    together: together.flatMap((each) => called(each) ?? []),
  };
}

async function readRow({ tx }: Books, eventId: number): Promise<Row> {
  const neighbour = (step: SQL) =>
    sql`(select n.number from books.events n where n.account_id = e.account_id and n.seq = e.seq + ${step})`;
  const [row] = await tx.execute<Row>(sql`
    select e.*, (select n.note from books.event_notes n where n.event_number = e.number) as customer_note,
      c.id as customer_id, c.number as customer_number, c.name as customer_name, v.number as invoice,
      p.number as payment, m.number as memo_number, ${neighbour(sql`-1`)} as before, ${neighbour(sql`1`)} as after,
      (select r.number from books.events r where r.reverses = e.number) as reversed_by, encode(e.hash, 'hex') as seal,
      encode(e.prev_hash, 'hex') as seal_before,
      e.hash = books.chain_step(null, e.prev_hash, books.event_canonical(e)) and (e.memo = '' or
        e.memo_digest is not distinct from sha256(e.memo_salt || convert_to(e.memo, 'UTF8'))) as holds
    from books.events e
    join books.accounts a on a.id = e.account_id join books.customers c on c.id = a.customer_id
    left join books.invoices v on v.id = e.document_id
    left join books.payments p on p.id = e.document_id
    left join books.credit_memos m on m.id = e.document_id
    where e.number = ${eventId}`);
  if (!row) throw new Refusal("not-found");
  return row;
}

function documentOf(row: Row): EventPage["document"] {
  const id = row.document_id;
  if (id === null) return null;
  if (row.invoice !== null) return { kind: "invoice", id, number: row.invoice };
  if (row.payment !== null) return { kind: "payment", id, number: row.payment };
  return row.memo_number === null ? null : { kind: "credit-memo", id, number: row.memo_number };
}

const pageOf = (row: Row) => ({
  kind: row.kind,
  currency: row.currency,
  document: documentOf(row),
  effectiveOn: row.effective_on,
  period: row.period,
  customer: { customerId: row.customer_id, number: row.customer_number, name: row.customer_name },
  recordedAt: row.recorded_at,
  subject: row.actor,
  memo: row.memo,
  customerNote: row.customer_note,
  amountCents: cents(row.amount),
  balanceBeforeCents: cents(row.prev_balance),
  balanceAfterCents: cents(row.balance_after),
  openItemsCents: cents(row.open_items),
  openCreditCents: cents(row.open_credit),
  retainedCents: cents(row.retained),
  chain: {
    place: row.seq,
    before: row.before,
    after: row.after,
    seal: row.seal,
    sealBefore: row.seal_before,
    holds: row.holds,
  },
});

async function readMade({ tx }: Books, eventId: number): Promise<Made | null> {
  const [row] = await tx.execute<{
    side: Made["side"];
    amount: number;
    open: number;
    applied: number;
    reduced: number;
    issued_on: Day;
    due_on: Day | null;
  }>(sql`
    select 'item' as side, amount, open, applied, reversed as reduced, issued_on, due_on from books.items where id = ${eventId}
    union all
    select 'credit', amount, open, applied, reversed + refunded, issued_on, null from books.credits where id = ${eventId}`);
  return row
    ? {
        side: row.side,
        amountCents: cents(row.amount),
        openCents: cents(row.open),
        appliedCents: cents(row.applied),
        reducedCents: cents(row.reduced),
        issuedOn: row.issued_on,
        dueOn: row.due_on,
      }
    : null;
}

type UseRow = {
  kind: Use["kind"];
  event_number: number;
  line: number;
  credit_id: number | null;
  item_id: number | null;
  amount: number;
  effective_on: Day;
};

/** A payment may have settled a thousand invoices; the page shows so many. */
const USES_SHOWN = 500;

async function readUses({ tx }: Books, which: SQL): Promise<UseRow[]> {
  return [
    ...(await tx.execute<UseRow>(sql`
      select * from (
        select 'applied' as kind, event_number, line, credit_id, item_id, amount, effective_on from books.allocations u where ${which}
        union all
        select kind, event_number, line, credit_id, item_id, amount, effective_on from books.reductions u where ${which}) u
      order by event_number, line limit ${USES_SHOWN}`)),
  ];
}

async function readRetainage({ tx }: Books, eventId: number): Promise<EventPage["retainage"]> {
  const rows = await tx.execute<{ number: string | null; invoice_line: number; amount: number }>(sql`
    select v.number, r.invoice_line, r.amount from books.retainage r left join books.invoices v on v.id = r.invoice_id
    where r.event_number = ${eventId} order by r.line`);
  return rows.map((row) => ({
    invoiceNumber: row.number ?? "",
    invoiceLine: row.invoice_line,
    amountCents: cents(row.amount),
  }));
}

async function readJournal({ tx }: Books, eventId: number): Promise<EventPage["journal"]> {
  const rows = await tx.execute<{ code: string; name: string; amount: number }>(sql`
    select l.chart_code as code, h.name, l.amount from books.journal_lines l join books.chart h on h.code = l.chart_code
    where l.event_number = ${eventId} order by l.amount < 0, l.line`);
  return rows.map((row) => ({ code: row.code, account: row.name, amountCents: cents(row.amount) }));
}

/** A command's numbers lie together, so a look at the neighbours finds those of a transfer or a bounced payment. */
const NEAR = 40;
/** More than these is an import, whose events have nothing else in common. */
const A_FEW = 8;

async function readTogether({ tx }: Books, eventId: number): Promise<number[]> {
  const rows = await tx.execute<{ number: number }>(sql`
    select n.number from books.events e join books.events n on n.command_id = e.command_id
      and n.number between e.number - ${NEAR} and e.number + ${NEAR} and n.number <> e.number
    where e.number = ${eventId} order by n.number limit ${A_FEW + 1}`);
  return rows.length > A_FEW ? [] : rows.map((row) => row.number);
}
