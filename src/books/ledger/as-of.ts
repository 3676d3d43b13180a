// The past, as of a day and as known at an instant: one pair of SQL fragments that page, report, statement and
// command line all read open items and open credit through, so that they can't disagree (lessons.md 6).
import { sql, type SQL } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import type { Books } from "../open.ts";

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

type Side = { table: SQL; live: SQL; key: SQL };
const ITEMS: Side = {
  table: sql`books.items`,
  live: sql`r.amount - r.applied - r.reversed`,
  key: sql`item_id`,
};
const CREDITS: Side = {
  table: sql`books.credits`,
  live: sql`r.amount - r.applied - r.refunded - r.reversed`,
  key: sql`credit_id`,
};

/** A sub-select of items with what was open of each (`open_then` > 0 only); `where` narrows it to an account. */
export const openItemsAt = (books: Books, moment: Moment, where: SQL = sql`true`) =>
  openAt(ITEMS, books, moment, where);
export const openCreditsAt = (books: Books, moment: Moment, where: SQL = sql`true`) =>
  openAt(CREDITS, books, moment, where);

function openAt(side: Side, books: Books, moment: Moment, where: SQL): SQL {
  if (isLive(books, moment)) {
    return sql`(select r.*, ${side.live} as open_then from ${side.table} r where ${side.live} > 0 and ${where})`;
  }
  // "offset 0": what was open is added up once for each row, not once more to compare it.
  return sql`(select * from (${replayed(side, moment, where)} offset 0) replayed where open_then > 0)`;
}

/**
 * Rows untouched since the moment answer for themselves; the others are added up from what used them until then.
 * A row that is closed now and was last touched before the moment was closed then, too, and is never read.
 */
function replayed(side: Side, moment: Moment, where: SQL): SQL {
  const made = counted(moment, sql`r.effective_on`, sql`r.recorded_at`);
  const unknownYet = moment.knownAt === null ? sql`` : sql` or r.touched_at > ${moment.knownAt}::timestamptz`;
  const used = (table: SQL) => sql`coalesce((
    select sum(u.amount) from ${table} u
    where u.${side.key} = r.id and ${counted(moment, sql`u.effective_on`, sql`u.recorded_at`)}), 0)`;
  return sql`
    select r.*, case when ${counted(moment, sql`r.touched_on`, sql`r.touched_at`)} then ${side.live}
      else (r.amount - ${used(sql`books.allocations`)} - ${used(sql`books.reductions`)})::bigint end as open_then
    from ${side.table} r
    where ${made} and (${side.live} > 0 or r.touched_on > ${moment.asOf}::date${unknownYet}) and ${where}`;
}
