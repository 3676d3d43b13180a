// How a page of the list of invoices is found where there may be a million: each order by a way that walks an index and
// stops, whatever is left out. What is unpaid is a small part of all, and is read from the debts; whose due day lies behind a
// range of issue days is bounded by how long terms usually are; and nothing is left of most.
import { sql, type SQL } from "drizzle-orm";
import { readCursor } from "@/domain/lists/cursor.ts";
import type { invoiceList } from "@/domain/invoices/invoice-list.ts";
import type { MatchOf } from "@/domain/lists/list-query.ts";
import { z } from "zod";
import { type Key, type Place } from "../lists/list-order.ts";
import { isLive, itemsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import { oneWay, type Wanted, type Way } from "../lists/list-search.ts";
import type { Books } from "../open.ts";

type Match = MatchOf<typeof invoiceList>;
export type InvoiceSort = keyof typeof invoiceList.sorts;

export const OPEN: SQL = sql`(i.amount - i.applied - i.reversed)`;
const EVENT = { id: sql`d.event_number`, idType: "bigint" } as const;

/** The day, counted from the first that can be written, and the event in one figure: among invoices of which as much is left, those of a later day come behind. */
const dayAndEvent = (on: SQL, event: SQL) =>
  sql`((${on} - date '1900-01-01')::bigint * 10000000000 + ${event})`;
const BY_DAY = { id: dayAndEvent(sql`d.issued_on`, sql`d.event_number`), idType: "bigint" } as const;
const KEYS: Record<InvoiceSort, Key> = {
  issued: { key: sql`d.issued_on`, type: "date", ...EVENT },
  due: { key: sql`d.due_on`, type: "date", ...EVENT },
  total: { key: sql`d.total`, type: "bigint", ...EVENT },
  left: { key: sql`coalesce(${OPEN}, 0)`, type: "bigint", ...BY_DAY },
};

/** Terms that are longer have an index of their own (invoices_of_long_terms). */
const USUAL_TERM = 62;
/** So few open ones are quicker sorted than met by walking all. */
const FEW = 2_000;

/** What is asked for, beside its order; `where` says it of an invoice `d` and its debt `i`, as it stood at that moment. */
export type Asked = {
  match: Match;
  accountIds: Wanted["accountIds"];
  where: SQL;
  isNarrow: boolean;
  at: Moment;
};
type Found = Pick<Asked, "match" | "where">;

/** `isNarrow`: a customer, a job or a text is asked for, and few invoices are theirs. */
export async function invoiceWays(
  books: Books,
  asked: Asked,
  sort: InvoiceSort,
  place: Place,
): Promise<Way[]> {
  const { match, where, isNarrow, at } = asked;
  const { state } = match;
  if (!isLive(books, at)) return [oneWay(tablesThen(books, asked), where, KEYS[sort], place)];
  const plain = oneWay(tablesOf(match), where, KEYS[sort], place);
  if (isNarrow || state === "voided") return [plain];
  if (state === "open" || state === "overdue") {
    const isWalked = sort === "total" && !(await areFew(books));
    return isWalked ? [plain] : [ofDebts(books, { match, where }, sort, place)];
  }
  if (sort === "due" && (match.fromOn ?? match.throughOn) !== undefined)
    return [usualTerms(match), sql`d.due_on - d.issued_on > ${sql.raw(String(USUAL_TERM))}`].map((term) => ({
      ...plain,
      where: sql`${where} and ${term}`,
    }));
  if (sort !== "left") return [plain];
  const nothingLeft = ofNothingLeft({ match, where }, place);
  return state === "paid" ? [nothingLeft] : [ofDebts(books, { match, where }, sort, place), nothingLeft];
}

/** What is void is a small part of all: there such a list starts. */
export function tablesOf({ state }: Match): SQL {
  if (state === "voided")
    return sql`books.events r join books.invoices d on d.event_number = r.reverses
    left join books.items i on i.id = d.event_number`;
  const join = state === undefined ? sql`left join` : sql`join`;
  return sql`books.invoices d ${join} books.items i on i.id = d.event_number`;
}

/** The same at a moment that is past, with the debts as they stood then. */
function tablesThen(books: Books, { match: { state }, accountIds, at }: Asked): SQL {
  const items = itemsAt(books, at);
  if (state === "voided")
    return sql`books.events r join books.invoices d on d.event_number = r.reverses
    left join ${items} i on i.id = d.event_number`;
  if (state === "open" || state === "overdue")
    return sql`${openItemsAt(books, at, accountIds ? isOf(sql`r.account_id`, accountIds) : sql`true`)} o
    join books.invoices d on d.event_number = o.id join ${items} i on i.id = d.event_number`;
  const join = state === undefined ? sql`left join` : sql`join`;
  return sql`books.invoices d ${join} ${items} i on i.id = d.event_number`;
}

async function areFew({ tx }: Books): Promise<boolean> {
  const [row] = await tx.execute<{ few: boolean }>(sql`
    select count(*) <= ${FEW} as few from (select from books.items i where ${OPEN} > 0 limit ${FEW + 1}) f`);
  return row?.few ?? false;
}

/** What debts are ordered by, of a debt `i`. */
const OF_DEBTS: Record<InvoiceSort, { key: SQL; type: Key["type"]; id: SQL }> = {
  issued: { key: sql`i.issued_on`, type: "date", id: sql`i.id` },
  due: { key: sql`i.due_on`, type: "date", id: sql`i.id` },
  left: { key: OPEN, type: "bigint", id: dayAndEvent(sql`i.issued_on`, sql`i.id`) },
  // An invoice's own total may be more than its debt, which is without what is held back.
  total: { key: sql`d.total`, type: "bigint", id: sql`i.id` },
};

/** The debts in their order, which an index has, and their invoices one by one until the page is full. */
function ofDebts(books: Books, { match, where }: Found, sort: InvoiceSort, place: Place): Way {
  const { fromOn, throughOn, state } = match;
  const claims = [sql`${OPEN} > 0`, sql`i.document_id is not null`];
  if (fromOn) claims.push(sql`i.issued_on >= ${fromOn}::date`);
  if (throughOn) claims.push(sql`i.issued_on <= ${throughOn}::date`);
  if (state === "overdue") claims.push(sql`i.due_on < ${books.today}::date`);
  const { key, type, id } = OF_DEBTS[sort];
  const debts = sql`books.items i`;
  // Sorted by what the debts don't know, they are few enough to be read first.
  const from =
    sort === "total"
      ? sql`(select i.id, i.amount, i.applied, i.reversed, i.due_on, i.issued_on from ${debts} where ${sql.join(claims, sql` and `)} offset 0) i
        join books.invoices d on d.event_number = i.id`
      : sql`${debts} join books.invoices d on d.event_number = i.id`;
  const narrowed = sort === "total" ? where : sql`${sql.join(claims, sql` and `)} and ${where}`;
  return oneWay(from, narrowed, { key, type, id, idType: "bigint" }, place);
}

const turnOf = ({ direction }: Place): SQL => (direction === "desc" ? sql`desc` : sql`asc`);

const usualTerms = ({ fromOn, throughOn }: Match): SQL => {
  const term = sql`d.due_on - d.issued_on <= ${sql.raw(String(USUAL_TERM))}`;
  const from = fromOn ? sql` and d.due_on >= ${fromOn}::date` : sql``;
  const through = throughOn
    ? sql` and d.due_on <= ${throughOn}::date + ${sql.raw(String(USUAL_TERM))}`
    : sql``;
  return sql`${term}${from}${through}`;
};

const LeftCursor = [z.string().regex(/^\d{1,16}$/), z.string().regex(/^-?\d{1,16}$/)] as const;

/** By the day, as an index has them; they come first, or behind all of which something is left. */
function ofNothingLeft({ match, where }: Found, { direction, cursor }: Place): Way {
  const turn = turnOf({ direction });
  const beyond = direction === "desc" ? sql`<` : sql`>`;
  const from = readCursor(cursor, LeftCursor);
  const day = sql`date '1900-01-01' + (${from?.[1] ?? "0"}::bigint / 10000000000)::int`;
  const behind = sql`(d.issued_on, d.event_number) ${beyond} (${day}, ${from?.[1] ?? "0"}::bigint % 10000000000)`;
  // With something left, the page before lies wholly in front of these, or wholly behind them.
  const beside = direction === "desc" ? sql`true` : sql`false`;
  return {
    from: tablesOf(match),
    // Of what is paid that is said already; said as a bound, since most are.
    where: match.state === "paid" ? where : sql`${where} and (i.id is null or ${OPEN} <= 0)`,
    key: sql`0::bigint`,
    id: BY_DAY.id,
    after: !from ? sql`true` : from[0] === "0" ? behind : beside,
    order: sql`d.issued_on ${turn}, d.event_number ${turn}`,
  };
}
