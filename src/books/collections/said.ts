// What customers said, the latest first, of whatever kind: read from the three tables that keep it, as one list.
import { sql, type SQL } from "drizzle-orm";
import { promiseState, promisedCents } from "@/domain/collections/promise.ts";
import { Differences } from "@/domain/statements/question-shape.ts";
import type { Said, SaidKind, saidList } from "@/domain/collections/said.ts";
import type { DisputeReason } from "@/domain/invoices/dispute.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { saidList as list } from "@/domain/collections/said.ts";
import { readPage, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { paidSince } from "./promises.ts";

type Match = MatchOf<typeof saidList>;

/** Open ones only, where nothing else is asked for. */
export function listSaid(books: Books, query: QueryOf<typeof saidList>, size?: number): Promise<Page<Said>> {
  const keys = { said: { key: sql`x.said_at`, type: "timestamptz", id: sql`x.id` } } as const;
  const rowOf = (row: Row) => saidOf(row, books.today);
  const select = { select: COLUMNS, from: TABLES, where: matching(query), rowOf };
  return readPage(books, { list, keys, ...select }, query, size);
}

export async function countSaid({ tx }: Books, query: Match): Promise<{ count: number }> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from ${TABLES} where ${matching(query)}`,
  );
  return { count: row?.count ?? 0 };
}

/** null for what isn't there. */
export async function readSaid(books: Books, kind: SaidKind, saidId: string): Promise<Said | null> {
  const [row] = await books.tx.execute<Row>(sql`
    select ${COLUMNS} from ${TABLES} where x.kind = ${kind} and x.id = ${saidId}::uuid`);
  return row ? saidOf(row, books.today) : null;
}

const TABLES = sql`(
    select 'dispute' as kind, d.id, i.account_id, i.currency, d.raised_at as said_at, d.raised_by as said_by, d.note,
      d.settled_at is null as is_open, d.settled_by as done_by, d.reason, i.id as invoice_id, i.number as invoice_number,
      null::date as promised_on, null::date as made_on, null::bigint as amount, null::bigint as owed, false as replaced,
      '[]' as differences
    from books.disputes d join books.invoices i on i.id = d.invoice_id
    union all
    select 'promise', p.id, p.account_id, p.currency, p.made_at, p.made_by, '', p.replaced_at is null, null, null, null, null,
      p.promised_on, p.made_on, p.amount, p.owed, p.replaced_at is not null, '[]'
    from books.promises p
    union all
    select 'question', q.id, q.account_id, q.currency, q.asked_at, q.asked_by, q.note, q.answered_at is null, q.answered_by,
      null, null, null, null, null, null, null, false, q.differences
    from books.questions q) x
  join books.accounts a on a.id = x.account_id join books.customers c on c.id = a.customer_id
  cross join lateral (select case when x.kind = 'promise' then ${paidSince(sql`x.account_id`, {
    madeAt: sql`x.said_at`,
    madeOn: sql`x.made_on`,
    promisedOn: sql`x.promised_on`,
  })} else 0 end as paid) paid`;

const COLUMNS = sql`
  x.kind, x.id, x.currency, x.said_at, x.said_by, x.note, x.is_open, x.done_by, x.reason, x.invoice_id, x.invoice_number,
  x.promised_on, x.amount, x.owed, x.replaced, x.differences, c.id as customer_id, c.name, c.number as customer_number, paid.paid`;

function matching({ customerId, kind, show = "open" }: Match): SQL {
  const whose = customerId ? sql`c.id = any (books.merged_family(${customerId}::uuid))` : sql`true`;
  const which = kind ? sql`x.kind = ${kind}` : sql`true`;
  const open =
    show === "open"
      ? sql`x.is_open and (x.kind <> 'promise' or paid.paid < coalesce(x.amount, x.owed))`
      : sql`true`;
  return sql`${whose} and ${which} and ${open}`;
}

type Row = {
  kind: SaidKind;
  id: string;
  currency: string;
  said_at: string;
  said_by: string;
  note: string;
  is_open: boolean;
  done_by: string | null;
  reason: DisputeReason;
  invoice_id: string;
  invoice_number: string;
  promised_on: Day;
  amount: number | null;
  owed: number;
  replaced: boolean;
  differences: string;
  customer_id: string;
  name: string;
  customer_number: string;
  paid: number;
};

function saidOf(row: Row, today: Day): Said {
  const of = {
    saidId: row.id,
    customerId: row.customer_id,
    customerName: row.name,
    customerNumber: row.customer_number,
    currency: row.currency,
    saidAt: row.said_at,
    saidBy: row.said_by,
  };
  if (row.kind === "dispute") {
    const { invoice_id: invoiceId, invoice_number: invoiceNumber, reason, note } = row;
    return {
      ...of,
      kind: "dispute",
      invoiceId,
      invoiceNumber,
      reason,
      note,
      state: row.is_open ? "open" : "settled",
    };
  }
  if (row.kind === "question")
    return {
      ...of,
      kind: "question",
      note: row.note,
      differences: Differences.parse(JSON.parse(row.differences)),
      answeredBy: row.done_by,
      state: row.is_open ? "open" : "answered",
    };
  const promise = {
    promisedOn: row.promised_on,
    amountCents: row.amount === null ? null : cents(row.amount),
    owedCents: cents(row.owed),
    isReplaced: row.replaced,
  };
  const paidCents = cents(row.paid);
  return {
    ...of,
    kind: "promise",
    promisedOn: row.promised_on,
    promisedCents: promisedCents(promise),
    paidCents,
    state: promiseState(promise, { paidCents, today }),
  };
}
