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

/** The same, asked only where there is something to ask: today as known now everything counts that was posted. */
export const countedThen = (books: Books, moment: Moment, effective: SQL, recorded: SQL): SQL =>
  isLive(books, moment) ? sql`true` : counted(moment, effective, recorded);

/** Condition on a document with its own day and its event's number: no event counts before the day of its document, whose index is followed. */
export const documentThen = (books: Books, moment: Moment, on: SQL, event: SQL): SQL =>
  isLive(books, moment)
    ? sql`true`
    : sql`${on} <= ${moment.asOf}::date and exists (
        select from books.events w where w.number = ${event} and ${counted(moment, sql`w.effective_on`, sql`w.recorded_at`)})`;

/** `others`: what the one kind has and the other hasn't. */
type Side = { table: SQL; live: SQL; key: SQL; lost: SQL; others: SQL };
const ITEMS: Side = {
  table: sql`books.items`,
  live: sql`r.amount - r.applied - r.reversed`,
  key: sql`item_id`,
  lost: sql`r.reversed`,
  others: sql`r.due_on, r.job_id`,
};
const CREDITS: Side = {
  table: sql`books.credits`,
  live: sql`r.amount - r.applied - r.refunded - r.reversed`,
  key: sql`credit_id`,
  lost: sql`r.refunded + r.reversed`,
  others: sql`0::bigint as refunded`,
};

/**
 * All debts that were there at that moment, closed ones too, each with what had been applied to it and taken off it until
 * then: stands where `books.items` does, and is it today.
 */
export const itemsAt = (books: Books, moment: Moment): SQL => standingAt(ITEMS, books, moment);
/** The same of credits; what was refunded of one is among what was taken off it. */
export const creditsAt = (books: Books, moment: Moment): SQL => standingAt(CREDITS, books, moment);

function standingAt(side: Side, books: Books, moment: Moment): SQL {
  if (isLive(books, moment)) return side.table;
  const then = (kept: SQL, table: SQL) =>
    sql`case when ${untouchedSince(moment)} then ${kept} else ${usedThen(side, moment, table)}::bigint end`;
  return sql`(
    select r.id, r.account_id, r.currency, r.kind, r.document_id, r.amount, r.effective_on, r.issued_on,
      ${then(sql`r.applied`, sql`books.allocations`)} as applied, ${then(side.lost, sql`books.reductions`)} as reversed,
      ${side.others}
    from ${side.table} r where ${counted(moment, sql`r.effective_on`, sql`r.recorded_at`)})`;
}

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
  const used = (table: SQL) => usedThen(side, moment, table);
  return sql`
    select r.*, case when ${untouchedSince(moment)} then ${side.live}
      else (r.amount - ${used(sql`books.allocations`)} - ${used(sql`books.reductions`)})::bigint end as open_then
    from ${side.table} r
    where ${made} and (${side.live} > 0 or r.touched_on > ${moment.asOf}::date${unknownYet}) and ${where}`;
}

/** Of a debt or a credit `r`: nothing used it after the moment, and what it says of itself is the answer. */
const untouchedSince = (moment: Moment): SQL => counted(moment, sql`r.touched_on`, sql`r.touched_at`);

/** What of one kind had used it until the moment. */
const usedThen = ({ key }: Side, moment: Moment, table: SQL): SQL => sql`coalesce((
    select sum(u.amount) from ${table} u
    where u.${key} = r.id and ${counted(moment, sql`u.effective_on`, sql`u.recorded_at`)}), 0)`;
