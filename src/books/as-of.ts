// The past, as of a day and as known at an instant: one pair of SQL fragments that page, report, statement and
// command line all read open items and open credit through, so that they can't disagree (lessons.md 6).
import { sql, type SQL } from "drizzle-orm";
import type { Day } from "@/domain/day.ts";
import type { Books } from "./open.ts";

/** `knownAt` null means now. */
export type Moment = { asOf: Day; knownAt: string | null };

export const now = (books: Books): Moment => ({ asOf: books.today, knownAt: null });

/** Today as known now: the live figures are the answer, and nothing has to be added up again. */
export const isLive = (books: Books, moment: Moment): boolean =>
  moment.asOf >= books.today && moment.knownAt === null;

/** Condition on a row with effective and recorded columns: did it count at that moment? */
export function counted(moment: Moment, effective: SQL, recorded: SQL): SQL {
  const known = moment.knownAt === null ? sql`` : sql` and ${recorded} <= ${moment.knownAt}::timestamptz`;
  return sql`${effective} <= ${moment.asOf}::date${known}`;
}

type Side = { table: SQL; live: SQL; key: SQL; used: SQL };
const ITEMS: Side = {
  table: sql`books.items`,
  live: sql`r.amount - r.applied - r.reversed`,
  key: sql`item_id`,
  used: sql`r.applied`,
};
const CREDITS: Side = {
  table: sql`books.credits`,
  live: sql`r.amount - r.applied - r.refunded - r.reversed`,
  key: sql`credit_id`,
  used: sql`r.applied + r.refunded`,
};

/** A sub-select of items with what was open of each (`open_then` > 0 only); `where` narrows it to an account. */
export const openItemsAt = (books: Books, moment: Moment, where: SQL = sql`true`) => openAt(ITEMS, books, moment, where);
export const openCreditsAt = (books: Books, moment: Moment, where: SQL = sql`true`) => openAt(CREDITS, books, moment, where);

function openAt(side: Side, books: Books, moment: Moment, where: SQL): SQL {
  if (isLive(books, moment)) {
    return sql`(select r.*, ${side.live} as open_then from ${side.table} r where ${side.live} > 0 and ${where})`;
  }
  return sql`(select * from (${replayed(side, moment, where)}) replayed where open_then > 0)`;
}

/**
 * Rows untouched since the moment answer for themselves; the others are added up from their allocations.
 * A row that is closed now and was last touched before the moment was closed then, too, and is never read.
 */
function replayed(side: Side, moment: Moment, where: SQL): SQL {
  const made = counted(moment, sql`r.issued_on`, sql`r.recorded_at`);
  const unknownYet = moment.knownAt === null ? sql`` : sql` or r.touched_at > ${moment.knownAt}::timestamptz`;
  return sql`
    select r.*, r.amount
      - case when ${counted(moment, sql`r.touched_on`, sql`r.touched_at`)} then ${side.used} else coalesce((
          select sum(a.amount) from books.allocations a
          where a.${side.key} = r.id and ${counted(moment, sql`a.effective_on`, sql`a.recorded_at`)}), 0)::bigint end
      - case when r.reversed = 0 then 0 else coalesce((
          select r.reversed from books.events e
          where e.reverses = r.id and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)}), 0) end as open_then
    from ${side.table} r
    where ${made} and (${side.live} > 0 or r.touched_on > ${moment.asOf}::date${unknownYet}) and ${where}`;
}
