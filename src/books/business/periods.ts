// Posting periods: the months that the books are kept in. A closed month takes nothing from anybody; what is dated in
// it goes to the next open one. Closing waits for whatever is being posted into the month, or is waited for.
import { sql, type SQL } from "drizzle-orm";
import type { PeriodRange, ReopenedPeriod } from "@/domain/business/period-input.ts";
import { addMonths, monthOf, type Day } from "@/domain/values/day.ts";
import { Refusal } from "@/domain/refusal.ts";
import { furthestMonth } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";

export type Period = { month: Day; status: "open" | "closed" };

/** Every month from the first of the books to the current one, newest first. */
export async function readPeriods({ tx, today }: Books): Promise<Period[]> {
  const rows = await tx.execute<Period>(sql`
    select month, status from books.periods
    where month <= ${monthOf(today)}::date and month >= (select date_trunc('month', start_on) from books.settings)
    order by month desc`);
  return [...rows];
}

export type Closing = { months: number; events: number; changed: Day[] };

/** What closing would do: the open months of the range, and the events in them. Asked before the click. */
export async function previewClosing(books: Books, { from, through }: PeriodRange): Promise<Closing> {
  begunBy(books, through);
  const { tx } = books;
  const [row] = await tx.execute<{ events: number; months: Day[] }>(sql`
    with closing as (select month from books.periods where ${inRange(from, through)} and status = 'open')
    select array(select month::text from closing order by month) as months,
      (select count(*)::int from books.events where period in (select month from closing)) as events`);
  if (!row) throw new Error("a count has a row");
  return { months: row.months.length, events: row.events, changed: row.months };
}

/** Closes the open months of the range. Whoever is posting into one of them is waited for, and counted. */
export async function closePeriods(books: Books, { from, through }: PeriodRange): Promise<Closing> {
  begunBy(books, through);
  const closing = await previewUnderLock(books, { from, through });
  await books.tx.execute(sql`
    update books.periods set status = 'closed' where month = any (${sql.param(closing)}::text[]::date[])`);
  const [row] = await books.tx.execute<{ events: number }>(sql`
    select count(*)::int as events from books.events where period = any (${sql.param(closing)}::text[]::date[])`);
  return { months: closing.length, events: row?.events ?? 0, changed: closing };
}

/** Locked in the order in which postings share them, so that the two can't wait for each other in a circle. */
async function previewUnderLock({ tx }: Books, { from, through }: PeriodRange): Promise<Day[]> {
  const rows = await tx.execute<Period>(sql`
    select month, status from books.periods where ${inRange(from, through)} order by month for no key update`);
  return rows.filter(({ status }) => status === "open").map(({ month }) => month);
}

/** Lets a month take events again; refuses a month that isn't closed with "changed-meanwhile". */
export async function reopenPeriod({ tx }: Books, { month }: ReopenedPeriod): Promise<{ month: Day }> {
  const [known] = await tx.execute<Period>(sql`
    select month, status from books.periods where month = ${month}::date for no key update`);
  if (!known) throw new Refusal("not-found");
  if (known.status === "open") throw new Refusal("changed-meanwhile");
  await tx.execute(sql`update books.periods set status = 'open' where month = ${month}::date`);
  return { month };
}

/** Whether months have to be made, so that there are always years of them ahead. */
export async function isShortOfPeriods({ tx, today }: Books): Promise<boolean> {
  const [made] = await tx.execute(
    sql`select 1 from books.periods where month = ${furthestMonth(today)}::date`,
  );
  return made === undefined;
}

export async function extendPeriods({ tx, today }: Books): Promise<{ made: number }> {
  const rows = await tx.execute(sql`
    insert into books.periods (month)
    select m::date from generate_series(
      (select max(month) + interval '1 month' from books.periods), ${furthestMonth(today)}::date, '1 month') as m
    on conflict do nothing returning month`);
  return { made: rows.length };
}

const inRange = (from: Day, through: Day): SQL => sql`month between ${from}::date and ${through}::date`;

/** The current month may be closed; one that hasn't begun may not. */
function begunBy({ today }: Books, through: Day): void {
  if (through >= addMonths(monthOf(today), 1)) throw new Refusal("month-to-come");
}
