// The number series of a business, whose numbers follow each other without a gap, and the month that a day is posted in.
import { sql, type SQL } from "drizzle-orm";
import { addMonths, monthOf, type Day } from "@/domain/values/day.ts";
import type { Books } from "../open.ts";

/** Months are made this far ahead; a day beyond is refused until the nightly job has made more. */
const YEARS_AHEAD = 10;
export const furthestMonth = (today: Day): Day => addMonths(monthOf(today), YEARS_AHEAD * 12);

export const SERIES = [
  { series: "event", prefix: "", padding: 1 },
  { series: "customer", prefix: "C-", padding: 4 },
  { series: "job", prefix: "J-", padding: 4 },
  { series: "invoice", prefix: "INV-", padding: 5 },
  { series: "credit-memo", prefix: "CM-", padding: 5 },
  { series: "payment", prefix: "P-", padding: 5 },
  { series: "deposit", prefix: "D-", padding: 5 },
  { series: "receipt", prefix: "R-", padding: 5 },
  { series: "statement", prefix: "S-", padding: 5 },
] as const;
export type Series = Exclude<(typeof SERIES)[number]["series"], "event">;
/** Where the numbers of each series stand once they are given. */
const NUMBERED: Record<Series, SQL> = {
  customer: sql`books.customers`,
  job: sql`books.jobs`,
  invoice: sql`books.invoices`,
  "credit-memo": sql`books.credit_memos`,
  payment: sql`books.payments`,
  deposit: sql`books.deposits`,
  receipt: sql`books.receipts`,
  statement: sql`books.statements`,
};

/** The row that holds a number, if any. Numbers of customers and jobs don't differ by case. */
const holderOf = (series: Series, number: SQL): SQL => sql`
  (select from ${NUMBERED[series]} d where ${
    series === "customer" || series === "job"
      ? sql`d.number_key = upper(${number})`
      : sql`d.number = ${number}`
  })`;

/**
 * The next number of a gapless series, as it is written on the document. Taken last: the row stays locked. One that
 * a person typed or a file brought before is there already, so the series goes on behind it.
 */
export async function takeNumber({ tx }: Books, series: Series): Promise<string> {
  for (;;) {
    const [row] = await tx.execute<{ number: string; taken: boolean }>(sql`
      with counted as (
        update books.counters set next = next + 1 where series = ${series}
        returning prefix || lpad((next - 1)::text, greatest(padding, length((next - 1)::text)), '0') as number)
      select number, exists ${holderOf(series, sql`counted.number`)} as taken from counted`);
    if (!row) throw new Error(`no series ${series}`);
    if (!row.taken) return row.number;
  }
}

/** The next `count` numbers of a series, in their order: the row is locked once for all of them. */
export async function takeNumbers(books: Books, series: Series, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const rows = await books.tx.execute<{ number: string }>(sql`
      with counted as (
        update books.counters set next = next + ${count - taken.length}::int where series = ${series}
        returning next, prefix, padding),
      given as (
        select n, prefix || lpad(n::text, greatest(padding, length(n::text)), '0') as number
        from counted, generate_series(next - ${count - taken.length}::int, next - 1) n)
      select number from given where not exists ${holderOf(series, sql`given.number`)} order by n`);
    taken.push(...rows.map(({ number }) => number));
  }
  return taken;
}

/**
 * Keeps a document under `given`, or else under the next number of its series, in one statement: the series stays
 * locked for no round trip more. `rows` are the statement's parts that write it, from the one row of `free`.
 */
export async function keepNumbered(
  { tx }: Books,
  { series, given }: { series: Series; given?: string | undefined },
  rows: SQL,
): Promise<string> {
  if (given !== undefined) {
    await tx.execute(sql`with free as (select ${given}::text as number), ${rows} select 1`);
    return given;
  }
  for (;;) {
    const [row] = await tx.execute<{ number: string; kept: boolean }>(sql`
      with counted as (
        update books.counters set next = next + 1 where series = ${series}
        returning prefix || lpad((next - 1)::text, greatest(padding, length((next - 1)::text)), '0') as number),
      free as (select number from counted c where not exists ${holderOf(series, sql`c.number`)}),
      ${rows}
      select number, exists (select from free) as kept from counted`);
    if (!row) throw new Error(`no series ${series}`);
    if (row.kept) return row.number;
  }
}

/** More typed numbers in a row than these aren't looked past, to show what comes next. */
const LOOKED_PAST = 1000;

const NTH_NUMBER = sql`prefix || lpad(n::text, greatest(padding, length(n::text)), '0')`;

/** Of a row of books.counters: the number that will be given next, those left out that somebody typed or a file brought. */
export const NEXT_FREE: SQL = sql`case series ${sql.join(
  SERIES.flatMap(({ series }) =>
    series === "event"
      ? []
      : sql`when ${series} then (
          select n from generate_series(next, next + ${LOOKED_PAST}::int) n
          where not exists ${holderOf(series, NTH_NUMBER)} order by n limit 1)`,
  ),
  sql` `,
)} end`;

/** The month that an event of each day belongs to: its own, or the next open one when its own is closed. */
export async function periodsFor({ tx }: Books, days: readonly Day[]): Promise<(day: Day) => Day> {
  const months = [...new Set(days.map(monthOf))];
  const rows = await tx.execute<{ month: Day; period: Day | null }>(sql`
    select m.month, (select p.month from books.periods p where p.month >= m.month and p.status = 'open' order by p.month limit 1) as period
    from unnest(${sql.param(months)}::text[]::date[]) as m (month)`);
  // A month without an open successor keeps its own name; the database then says why it is refused.
  const periods = new Map(rows.map((row) => [row.month, row.period ?? row.month]));
  return (day) => periods.get(monthOf(day)) ?? monthOf(day);
}
