// The events and decisions that one figure of an account adds up from, at any moment, page by page.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { CreditLimit } from "@/domain/ledger/account.ts";
import { present } from "@/domain/assert.ts";
import { CentsPart, readCursor, writeCursor } from "@/domain/lists/cursor.ts";
import { NumberParam } from "@/domain/lists/search-params.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import type { Day } from "@/domain/values/day.ts";
import {
  assertAddsUp,
  resultOf,
  type DerivedLine,
  type DerivedPage,
  type Figure,
  type Others,
} from "@/domain/receivables/derivation.ts";
import { ZERO, cents, minus, negative, plus, sum, type Cents } from "@/domain/values/money.ts";
import { figuresAt, readEarmarks } from "./account-page.ts";
import { readAccount, type Account } from "../ledger/accounts.ts";
import { readAccountAging } from "./aging.ts";
import { openCreditsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import { readCreditChanges } from "../credit/credit-changes.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";

const PAGE = 100;

/** Which open items and credits a figure is made of, and with which sign. */
const SIDES: Record<Figure, { items: 1 | -1 | 0; credits: 1 | -1 | 0 }> = {
  balance: { items: 1, credits: 0 },
  credit: { items: 0, credits: 1 },
  net: { items: 1, credits: -1 },
  charge: { items: -1, credits: 1 },
  limit: { items: 0, credits: 0 },
};

type DerivationRequest = {
  customer: string;
  currency?: string | undefined;
  figure: Figure;
  cursor?: string | undefined;
  size?: number;
};

/** Null where the figure is no sum: nothing can be charged, or anything. */
export async function readDerivation(
  books: Books,
  moment: Moment,
  { customer, currency, figure, cursor, size = PAGE }: DerivationRequest,
): Promise<DerivedPage | null> {
  const account = await readAccount(books, customer, currency);
  const from = parseCursor(cursor);
  const [aging, decisions, found] = await Promise.all([
    readAccountAging(books, moment, account.family),
    readDecisions(books, account, figure),
    readLines(books, moment, { account, figure, from, size: size + 1 }),
  ]);
  const figures = figuresAt(account, aging);
  const resultCents = resultOf(figure, figures, account.credit.limit);
  if (resultCents === null) return null;
  const aside = figures.countEarmarked ? ZERO : figures.earmarkedCents;
  const fixed = figure === "charge" ? setAside(decisions, aside) : decisions;
  const rows = found.rows.slice(0, size);
  const before = from?.before ?? { count: 0, cents: ZERO };
  const lines = [...(from ? [] : fixed), ...rows.map(lineOf)];
  const shown = { count: before.count + lines.length, cents: plus(before.cents, sumOf(lines)) };
  const all = { count: found.count + fixed.length, cents: plus(found.cents, sumOf(fixed)) };
  const after = { count: all.count - shown.count, cents: minus(all.cents, shown.cents) };
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  const next = last ? cursorOf(last, shown) : null;
  const page = { figure, resultCents, lines, before, after, next };
  assertAddsUp(page);
  return page;
}

const sumOf = (lines: readonly DerivedLine[]): Cents => sum(lines.map((line) => line.cents));

/** What isn't an event: the limit as it was decided, what is set aside of the credit, what is promised. */
async function readDecisions(books: Books, account: Account, figure: Figure): Promise<DerivedLine[]> {
  const { credit, figures, accountId } = account;
  if (credit.limit.kind !== "limit") return [];
  if (figure === "limit") return readLimitLines(books, account);
  if (figure !== "charge") return [];
  const earmarks = await readEarmarks(books, accountId);
  return [
    decision("Credit limit", credit.limit.limitCents),
    ...earmarks.map((earmark) =>
      decision("Earmarked", negative(earmark.amountCents), { note: earmark.note }),
    ),
    ...(figures.reservedCents > 0
      ? [
          decision("Reserved", negative(figures.reservedCents), {
            note: "Promised to a till, until it is charged, released or expires.",
          }),
        ]
      : []),
  ];
}

const decision = (name: string, amount: Cents, more: Partial<DerivedLine> = {}): DerivedLine => ({
  eventId: null,
  name,
  on: null,
  note: "",
  cents: amount,
  ...more,
});

/** On a day with less credit than is set aside today, only as much of it counts. */
function setAside(lines: DerivedLine[], earmarkedCents: Cents): DerivedLine[] {
  const isEarmark = (line: DerivedLine) => line.name === "Earmarked";
  if (sumOf(lines.filter(isEarmark)) === negative(earmarkedCents)) return lines;
  const capped = { note: "As far as there was open credit to set aside." };
  const rest = lines.filter((line) => !isEarmark(line));
  return earmarkedCents === ZERO ? rest : [...rest, decision("Earmarked", negative(earmarkedCents), capped)];
}

const amountOf = (limit: CreditLimit): Cents => (limit.kind === "limit" ? limit.limitCents : ZERO);

/** How the limit came to be what it is: with what the account was opened, and each change since. */
async function readLimitLines(books: Books, account: Account): Promise<DerivedLine[]> {
  const changes = (await readCreditChanges(books, account.accountId)).toReversed();
  const standing = changes.at(-1)?.after.limit ?? account.credit.limit;
  const opened =
    changes[0]?.before.limit ?? (account.credit.raisedUntil ? { kind: "none" as const } : standing);
  const lines = changes
    .map(({ before, after, reason, by, madeAt }) =>
      decision(`Changed by ${by}`, minus(amountOf(after.limit), amountOf(before.limit)), {
        note: reason,
        on: madeAt.slice(0, 10) as Day,
      }),
    )
    .filter((line) => line.cents !== ZERO);
  const sofar = plus(amountOf(opened), sumOf(lines));
  const raised = minus(amountOf(account.credit.limit), sofar);
  return [
    ...(amountOf(opened) > 0 ? [decision("Before any change that is kept", amountOf(opened))] : []),
    ...lines,
    ...(raised === ZERO ? [] : [decision("Raised for a while", raised)]),
  ];
}

type Row = {
  part: number;
  id: number;
  on_day: Day;
  amount: number;
  name: string;
  memo: string;
  effective_on: Day;
};
type Position = { part: number; onDay: Day; id: number; before: Others };
type Read = { account: Account; figure: Figure; from: Position | null; size: number };

async function readLines(books: Books, moment: Moment, { account, figure, from, size }: Read) {
  const mine = isOf(sql`r.account_id`, account.family);
  const { items, credits } = SIDES[figure];
  const sides = [
    items &&
      sql`select 0 as part, o.id, o.due_on as on_day, ${items}::int * o.open_then as amount from ${openItemsAt(books, moment, mine)} o`,
    credits &&
      sql`select 1 as part, o.id, o.issued_on as on_day, ${credits}::int * o.open_then as amount from ${openCreditsAt(books, moment, mine)} o`,
  ].filter((side) => side !== 0);
  if (sides.length === 0) return { rows: [], count: 0, cents: ZERO };
  const lines = sql`(${sql.join(sides, sql` union all `)})`;
  const [rows, [all]] = await Promise.all([
    books.tx.execute<Row>(sql`
      select l.*, e.effective_on, e.memo, e.label || coalesce(' ' || v.number, ' ' || m.number, '') as name from (
        select * from ${lines} l where ${after(from)} order by part, on_day, id limit ${size}) l
      join books.events e on e.number = l.id
      left join books.invoices v on v.id = e.document_id left join books.credit_memos m on m.id = e.document_id
      order by part, on_day, id`),
    books.tx.execute<{ count: number; amount: number }>(sql`
      select count(*)::int as count, coalesce(sum(amount), 0)::bigint as amount from ${lines} l`),
  ]);
  const { count, amount } = present(all, "an aggregate has one row");
  return { rows: [...rows], count, cents: cents(amount) };
}

const after = (from: Position | null): SQL =>
  from ? sql`(part, on_day, id) > (${from.part}::int, ${from.onDay}::date, ${from.id}::bigint)` : sql`true`;

const lineOf = (row: Row): DerivedLine => ({
  eventId: row.id,
  name: row.name,
  on: row.effective_on,
  note: row.memo,
  cents: cents(row.amount),
});

const cursorOf = (row: Row, { count, cents: shown }: Others): string =>
  writeCursor(row.part, row.on_day, row.id, count, shown);

const Part = z.enum(["0", "1"]).transform(Number);

function parseCursor(text: string | undefined): Position | null {
  const place = readCursor(text, [Part, AnyDay, NumberParam, NumberParam, CentsPart]);
  if (!place) return null;
  const [part, onDay, id, count, shown] = place;
  return { part, onDay, id, before: { count, cents: shown } };
}
