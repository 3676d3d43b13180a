// The first pages of a business's books: its chart of accounts, number series and months, all open.
import { sql, type SQL } from "drizzle-orm";
import { addMonths, monthOf, type Day } from "@/domain/values/day.ts";
import { CHART_ROLES } from "@/domain/ledger/chart.ts";
import { changeBooks, type Asker, type Books } from "../open.ts";

/** Months are made this far ahead; a day beyond is refused until the nightly job has made more. */
const YEARS_AHEAD = 10;
export const furthestMonth = (today: Day): Day => addMonths(monthOf(today), YEARS_AHEAD * 12);

const SERIES = [
  { series: "event", prefix: "", padding: 1 },
  { series: "customer", prefix: "C-", padding: 4 },
  { series: "invoice", prefix: "INV-", padding: 5 },
  { series: "credit-memo", prefix: "CM-", padding: 5 },
  { series: "payment", prefix: "P-", padding: 5 },
  { series: "receipt", prefix: "R-", padding: 5 },
  { series: "statement", prefix: "S-", padding: 5 },
] as const;
export type Series = Exclude<(typeof SERIES)[number]["series"], "event">;

/** Makes the books of a new business; `startOn` is the accounting start date, before which nothing is taken. */
export async function openBooks(asker: Asker, { startOn }: { startOn: Day }): Promise<void> {
  const command = { key: "open-books", procedure: "business.open", input: { startOn } };
  await changeBooks(asker, command, async ({ tx, today }) => {
    await tx.execute(sql`insert into books.settings (start_on) values (${startOn})`);
    await tx.execute(sql`
      insert into books.chart (code, name, kind, role)
      select * from jsonb_to_recordset(${JSON.stringify(chartRows())}::text::jsonb) as c (code text, name text, kind text, role text)`);
    await tx.execute(sql`
      insert into books.counters (series, prefix, padding)
      select * from jsonb_to_recordset(${JSON.stringify(SERIES)}::text::jsonb) as c (series text, prefix text, padding int)`);
    await tx.execute(sql`
      insert into books.periods (month)
      select month::date from generate_series(${monthOf(startOn)}::date, ${furthestMonth(today)}::date, '1 month') as month`);
    return null;
  });
}

/** Where the numbers of each series stand once they are given. */
const NUMBERED: Record<Series, SQL> = {
  customer: sql`books.customers`,
  invoice: sql`books.invoices`,
  "credit-memo": sql`books.credit_memos`,
  payment: sql`books.payments`,
  receipt: sql`books.receipts`,
  statement: sql`books.statements`,
};

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
      select number, exists (select from ${NUMBERED[series]} d where d.number = counted.number) as taken from counted`);
    if (!row) throw new Error(`no series ${series}`);
    if (!row.taken) return row.number;
  }
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
      free as (select number from counted c where not exists (select from ${NUMBERED[series]} d where d.number = c.number)),
      ${rows}
      select number, exists (select from free) as kept from counted`);
    if (!row) throw new Error(`no series ${series}`);
    if (row.kept) return row.number;
  }
}

/** More typed numbers in a row than these aren't looked past, to show what comes next. */
const LOOKED_PAST = 1000;

/** Of a row of books.counters: the number that will be given next, those left out that somebody typed or a file brought. */
export const NEXT_FREE: SQL = sql`case series ${sql.join(
  Object.entries(NUMBERED).map(
    ([series, table]) => sql`when ${series} then (
      select n from generate_series(next, next + ${LOOKED_PAST}::int) n where not exists (
        select from ${table} d where d.number = prefix || lpad(n::text, greatest(padding, length(n::text)), '0'))
      order by n limit 1)`,
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

export type BusinessDetails = { addressLines: string[]; phone: string; email: string };

/** What the business's papers say of it. */
export async function describeBusiness(
  { tx }: Books,
  { addressLines, phone, email }: BusinessDetails,
): Promise<void> {
  await tx.execute(sql`
    update books.settings set address_lines = ${sql.param(addressLines)}::text[], phone = ${phone}, email = ${email},
      version = version + 1`);
}

/** The accounting start date. */
export async function readStart({ tx }: Books): Promise<Day> {
  const [row] = await tx.execute<{ start_on: Day }>(sql`select start_on from books.settings`);
  if (!row) throw new Error("a business has settings");
  return row.start_on;
}

function chartRows() {
  return Object.entries(CHART_ROLES).map(([role, account]) => ({ role, ...account }));
}
