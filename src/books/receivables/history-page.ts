// An account's history as its customer would read it: by effective date, then Event ID, newest first, with a running
// balance of net that is each line's own, whatever is looked for. The cursor carries the balance, so a millionth page
// costs what the first does; and a search looks through so many events at a time, and says how far it came.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type {
  HistoryLine,
  HistoryPage,
  HistoryPageLine,
  ReversedBy,
} from "@/domain/receivables/account-page.ts";
import { CentsPart, readCursor, writeCursor } from "@/domain/lists/cursor.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { NumberParam } from "@/domain/lists/search-params.ts";
import { HISTORY_TYPES, type historyList } from "@/domain/receivables/history-list.ts";
import { earlier, type Day } from "@/domain/values/day.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import { cents, minus, plus, type Cents } from "@/domain/values/money.ts";
import { counted, type Moment } from "../ledger/as-of.ts";
import { readAbout } from "./history-about.ts";
import { PAPERS, PAPER_COLUMNS, lineOf, readNet, type Row } from "./history.ts";
import { membersOf, type MergedAccounts } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";

const PAGE = 50;
/** A search reads at most so many events for a page; fewer where it has to look up the papers of each. */
const READS = { type: 50_000, search: 10_000 };

/** A place between two lines, with the balance there. Older lines follow it, or newer ones. */
type Cursor = { to: "older" | "newer"; onDay: Day; number: number; balanceCents: Cents };

export type HistoryQuery = QueryOf<typeof historyList> & {
  size?: number;
  /** How many events a search may read for one page. */
  reads?: number;
};

export async function readHistory(
  books: Books,
  moment: Moment,
  { size = PAGE, reads, ...others }: HistoryQuery & { accountId: MergedAccounts },
): Promise<HistoryPage> {
  const most = others.search === undefined ? READS.type : READS.search;
  const asked = { ...others, size, reads: reads ?? most, seen: moment };
  const place = placeIn(asked, moment.asOf);
  if (place?.to === "newer") {
    const page = await readNewer(books, moment, { ...asked, place });
    // What is left above would be less than a page: the newest page shows it and more.
    return page ?? readOlder(books, moment, { ...asked, place: null });
  }
  return readOlder(books, moment, { ...asked, place });
}

type HistoryRequest = HistoryQuery & {
  accountId: MergedAccounts;
  place: Cursor | null;
  size: number;
  reads: number;
  /** What the reader knows of, also where the lines end on an earlier day. */
  seen: Moment;
};

async function readOlder(books: Books, moment: Moment, asked: HistoryRequest): Promise<HistoryPage> {
  const { accountId, jumpOn, throughOn } = asked;
  const asOf = [jumpOn, throughOn].reduce((day: Day, each) => (each ? earlier(day, each) : day), moment.asOf);
  const { place } = asked;
  const start = { asOf: place ? moment.asOf : asOf, knownAt: moment.knownAt };
  const [found, fromCents] = await Promise.all([
    look(books, start, asked, "older"),
    place ? place.balanceCents : readNet(books, start, accountId),
  ]);
  const lines = await withAbout(
    books,
    found.fit.map((row) => pageLineOf(row, minus(fromCents, cents(row.passed - row.amount)))),
  );
  const last = found.last;
  const first = lines[0];
  return {
    lines,
    next: last ? placeText("older", last, minus(fromCents, cents(last.passed))) : null,
    newer: first && (place ?? jumpOn) ? placeText("newer", newest(first), first.balanceCents) : null,
    lookedTo: found.ranOut && last ? last.effective_on : null,
  };
}

/** Null where there is no whole page of newer lines. */
async function readNewer(
  books: Books,
  moment: Moment,
  asked: HistoryRequest & { place: Cursor },
): Promise<HistoryPage | null> {
  const { balanceCents } = asked.place;
  const { onDay, number } = asked.place;
  const { fit, last, ranOut } = await look(books, moment, asked, "newer");
  if (!last) return null;
  const lines = fit.map((row) => pageLineOf(row, plus(balanceCents, cents(row.passed)))).toReversed();
  return {
    lines: await withAbout(books, lines),
    // The line from which one came is the first of the older ones.
    next: placeText("older", { effective_on: onDay, number: number + 1 }, balanceCents),
    newer: placeText("newer", last, plus(balanceCents, cents(last.passed))),
    lookedTo: ranOut ? last.effective_on : null,
  };
}

async function withAbout(
  books: Books,
  lines: readonly (HistoryLine & ReversedBy)[],
): Promise<HistoryPageLine[]> {
  const about = await readAbout(books, lines);
  return lines.map((line) => ({ ...line, about: about.get(line.eventId) ?? "" }));
}

const newest = (line: HistoryLine) => ({ effective_on: line.effectiveOn, number: line.eventId });

/** `passed` is what the amounts up to and with this line, the nth, add up to from where one started. */
type Passed = Row & {
  passed: number;
  nth: number;
  fits: boolean;
  reverses: number | null;
  reversed_by: number | null;
};
const pageLineOf = (row: Passed, balanceCents: Cents): HistoryLine & ReversedBy => ({
  ...lineOf(row, balanceCents),
  reverses: row.reverses,
  reversedBy: row.reversed_by,
});
type Found = {
  fit: Passed[];
  /** Where the following page starts; null when nothing is left. */
  last: Passed | null;
  /** Not enough was found among the events that one search may read. */
  ranOut: boolean;
};

async function look(
  books: Books,
  moment: Moment,
  asked: HistoryRequest,
  direction: "older" | "newer",
): Promise<Found> {
  const rows = await books.tx.execute<Passed>(lookSql(moment, asked, direction));
  const all = rows.filter((row) => row.fits);
  const fit = all.slice(0, asked.size);
  if (all.length > asked.size) return { fit, last: fit.at(-1) ?? null, ranOut: false };
  // The last event that was read is told whether it fits or not, so that the next search goes on behind it.
  const end = rows.at(-1);
  return end?.nth === asked.reads ? { fit, last: end, ranOut: true } : { fit, last: null, ranOut: false };
}

/**
 * Reads along the index and no further than a page needs: the running sum is of all events that were passed, those that
 * don't fit, too, and Postgres stops as soon as the limit is reached.
 */
function lookSql(moment: Moment, asked: HistoryRequest, direction: "older" | "newer"): SQL {
  const { accountId, type, search, size, reads } = asked;
  const isWhole = type === undefined && search === undefined;
  const most = isWhole ? size + 1 : reads;
  const order = direction === "older" ? sql`effective_on desc, number desc` : sql`effective_on, number`;
  const range = rangeSql(moment, asked, direction);
  const ofType = type ? sql`e.kind = any (${sql.param([...HISTORY_TYPES[type].kinds])}::text[])` : sql`true`;
  // What was reversed is looked up for the page's own lines, and only where that had happened by then.
  const reversed = counted(asked.seen, sql`v.effective_on`, sql`v.recorded_at`);
  return sql`
    select f.*, (select v.number from books.events v where v.reverses = f.number and ${reversed}) as reversed_by,
      (select n.note from books.event_notes n where n.event_number = f.number) as customer_note
    from (
    select e.*, p.*, ${ofType} and ${hasText(search)} as fits
    from (
      select e.*, sum(amount) over walked::bigint as passed, row_number() over walked as nth
      from (
        ${eventsOf(accountId, range, order, most)}) e
      window walked as (order by ${order} rows unbounded preceding)) e
    cross join lateral (select ${PAPER_COLUMNS} from (select 1) one ${PAPERS} offset 0) p
    where (${ofType} and ${hasText(search)}) or e.nth = ${most}
    order by ${order} limit ${size + 1}) f
    order by ${order}`;
}

/**
 * Of each account no more than the page needs, along its index; of several, the first of them all. That money went on to
 * the bank is nothing between the customer and the business.
 */
function eventsOf(family: MergedAccounts, range: SQL, order: SQL, most: number): SQL {
  const [first, ...more] = membersOf(family).map(
    (accountId) => sql`
        select number, effective_on, recorded_at, kind, label, memo, document_id, amount, reverses
        from books.events
        where account_id = ${accountId} and ${range} and kind <> 'deposit'
        order by ${order} limit ${most}`,
  );
  if (!first || more.length === 0) return first ?? sql``;
  const all = [first, ...more].map((each) => sql`(${each})`);
  return sql`select * from (${sql.join(all, sql` union all `)}) e order by ${order} limit ${most}`;
}

/** One bound at each end: of two at the same end, Postgres may start its walk at the one that is further away. */
function rangeSql(
  { asOf, knownAt }: Moment,
  { place, fromOn, throughOn }: HistoryRequest,
  direction: "older" | "newer",
): SQL {
  const row = place && sql`(${place.onDay}::date, ${place.number}::bigint)`;
  const top = throughOn ? earlier(throughOn, asOf) : asOf;
  const below =
    row && direction === "older" ? sql`(effective_on, number) < ${row}` : sql`effective_on <= ${top}::date`;
  const above =
    row && direction === "newer"
      ? sql`(effective_on, number) > ${row}`
      : fromOn
        ? sql`effective_on >= ${fromOn}::date`
        : sql`true`;
  const known = knownAt === null ? sql`true` : sql`recorded_at <= ${knownAt}::timestamptz`;
  return sql`${below} and ${above} and ${known}`;
}

/** In a note, in what the event is called (which names its check or card), or in the number of a document. */
function hasText(search: string | undefined): SQL {
  if (search === undefined) return sql`true`;
  const has = (where: SQL) => sql`strpos(lower(${where}), lower(${search})) > 0`;
  return sql`(${has(sql`e.memo`)} or ${has(sql`e.label`)} or ${has(sql`coalesce(p.invoice_number, '')`)}
    or ${has(sql`coalesce(p.receipt_number, '')`)} or e.number::text = ${search})`;
}

const placeText = (
  to: Cursor["to"],
  { effective_on: onDay, number }: Pick<Row, "effective_on" | "number">,
  balanceCents: Cents,
) => writeCursor(to, onDay, number, balanceCents);

/** A place outside of the days that are looked at is none. */
function placeIn({ cursor, fromOn, throughOn }: HistoryQuery, asOf: Day): Cursor | null {
  const place = parseCursor(cursor);
  const top = throughOn ? earlier(throughOn, asOf) : asOf;
  return place && place.onDay <= top && place.onDay >= (fromOn ?? place.onDay) ? place : null;
}

function parseCursor(text: string | undefined): Cursor | null {
  const place = readCursor(text, [z.enum(["older", "newer"]), AnyDay, NumberParam, CentsPart]);
  if (!place) return null;
  const [to, onDay, number, balanceCents] = place;
  return { to, onDay, number, balanceCents };
}
