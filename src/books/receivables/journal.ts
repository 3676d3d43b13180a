// The journal: every line of every event, for a general ledger. A line counts from the day of its event, but not before the
// month that it was posted in, so that a month's lines are what that month's trial balance grew by.
import { sql, type SQL } from "drizzle-orm";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import type { journalList } from "@/domain/receivables/journal-list.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { PAGE, pageOf, seek, type Page, type Sorted } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

export type JournalRow = {
  eventId: number;
  line: number;
  /** The day from which it counts. */
  postedOn: Day;
  effectiveOn: Day;
  /** First day of the posting period's month. */
  period: Day;
  /** "Invoice", "Check 4471". */
  label: string;
  memo: string;
  customerId: string;
  customerNumber: string;
  customerName: string;
  code: string;
  account: string;
  /** Debit positive, credit negative. */
  amountCents: Cents;
};

type Row = {
  number: number;
  line: number;
  posted_on: Day;
  effective_on: Day;
  period: Day;
  label: string;
  memo: string;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  code: string;
  account: string;
  amount: number;
};

/** Of an event `e`: the day from which its lines count. */
export const POSTED_ON = sql`greatest(e.effective_on, e.period)`;
const EVENT = { key: sql`l.event_number`, type: "bigint", id: sql`l.line`, idType: "bigint" } as const;

/** In the business's currency, event by event, each event's lines together. */
export async function listJournal(
  books: Books,
  query: QueryOf<typeof journalList>,
  size = PAGE,
): Promise<Page<JournalRow>> {
  const { columns, after, order } = seek(EVENT, { direction: "asc", cursor: query.cursor });
  const rows = await books.tx.execute<Row & Sorted>(sql`
    select e.number, l.line, ${POSTED_ON} as posted_on, e.effective_on, e.period, e.label, e.memo, c.id as customer_id,
      c.number as customer_number, c.name as customer_name, h.code, h.name as account, l.amount, ${columns}
    from books.journal_lines l join books.events e on e.number = l.event_number
    join books.chart h on h.code = l.chart_code join books.accounts a on a.id = e.account_id
    join books.customers c on c.id = a.customer_id
    where ${matching(books, query)} and ${after} order by ${order} limit ${size + 1}`);
  return pageOf(rows, size, (row) => ({
    eventId: row.number,
    line: row.line,
    postedOn: row.posted_on,
    effectiveOn: row.effective_on,
    period: row.period,
    label: row.label,
    memo: row.memo,
    customerId: row.customer_id,
    customerNumber: row.customer_number,
    customerName: row.customer_name,
    code: row.code,
    account: row.account,
    amountCents: cents(row.amount),
  }));
}

function matching({ currency }: Books, { fromOn, throughOn, account }: MatchOf<typeof journalList>): SQL {
  const claims = [sql`e.currency = ${currency}`];
  if (fromOn) claims.push(sql`${POSTED_ON} >= ${fromOn}::date`);
  if (throughOn) claims.push(sql`${POSTED_ON} <= ${throughOn}::date`);
  if (account) claims.push(sql`l.chart_code = ${account}`);
  return sql.join(claims, sql` and `);
}
