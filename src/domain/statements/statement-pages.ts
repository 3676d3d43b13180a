// A long statement on a screen: its paper has every row, a screen a page of each table at a time. A page of the activity
// begins with the balance brought forward to it, and ends with the balance that it carries on. What a screen says of all
// rows is a figure of its own, so that it can be made from a whole statement or read without reading the rest.
import { z } from "zod";
import { readParams, type SearchParams } from "../lists/search-params.ts";
import type { Day } from "../values/day.ts";
import { sum, sumGross, type Cents, type GrossSum } from "../values/money.ts";
import { listedCredits, type StatementCredit } from "./build-statement.ts";
import {
  nextDueOn,
  type Statement,
  type StatementHead,
  type StatementLine,
  type StatementOpenItem,
} from "./statement.ts";
import type { StatementKind } from "./kinds.ts";

export const ROWS_ON_SCREEN = 50;

/** Which page of each table, from 1. */
export const StatementPages = z.strictObject({
  items: z.number().int().min(1).max(9_999_999),
  lines: z.number().int().min(1).max(9_999_999),
});
export type StatementPages = z.output<typeof StatementPages>;

const PageParam = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .transform(Number);

export function parseStatementPages(params: SearchParams): StatementPages {
  const { items = 1, lines = 1 } = readParams({ items: PageParam, lines: PageParam }, params);
  return { items, lines };
}

/** What an address of the same pages says: nothing of a first one. */
export const statementPagesQuery = ({ items, lines }: StatementPages) => ({
  items: items > 1 ? String(items) : null,
  lines: lines > 1 ? String(lines) : null,
});
export type StatementPagesQuery = ReturnType<typeof statementPagesQuery>;

export type RowsPage<Row> = {
  rows: readonly Row[];
  page: number;
  isLast: boolean;
  /** How many rows stand before it. */
  before: number;
  /** How many there are in all. */
  of: number;
};

/** Where the asked page of so many rows lies; one past the end is the last. */
export function placeOf(of: number, asked: number): Omit<RowsPage<never>, "rows"> {
  const pages = Math.max(1, Math.ceil(of / ROWS_ON_SCREEN));
  const page = Math.min(asked, pages);
  return { page, isLast: page === pages, before: (page - 1) * ROWS_ON_SCREEN, of };
}

export type ItemsPage = RowsPage<StatementOpenItem> & {
  /** Of all open items, on whatever page. */
  totals: { amountCents: GrossSum; paidCents: GrossSum; openCents: Cents };
};

export type ActivityPage = RowsPage<StatementLine> & {
  opening: { onDay: Day; balanceCents: Cents };
  endCents: Cents;
};

/** The first of the credits, above their sum. */
export type CreditsPage = { rows: readonly StatementCredit[]; of: number; openCents: Cents };

/** What a screen shows of a statement: the head, a page of each table that its kind has, and what is said of all rows. */
export type StatementScreen = StatementHead & {
  nextDueOn: Day | null;
  items: ItemsPage | null;
  credits: CreditsPage | null;
  activity: ActivityPage | null;
};

/** Which tables a kind has. */
export const TABLES_OF: Record<StatementKind, Record<"items" | "credits" | "activity", boolean>> = {
  "open-item": { items: true, credits: true, activity: false },
  "balance-forward": { items: true, credits: false, activity: true },
  activity: { items: false, credits: false, activity: true },
};

export function screenOf(statement: Statement, pages: StatementPages): StatementScreen {
  const { lines: _lines, openItems, ...head } = statement;
  const has = TABLES_OF[statement.kind];
  const credits = listedCredits(statement);
  return {
    ...head,
    nextDueOn: nextDueOn(statement),
    items: has.items ? { ...pageOf(openItems, pages.items), totals: totalsOf(openItems) } : null,
    credits: has.credits ? creditsPage(statement, credits.slice(0, ROWS_ON_SCREEN), credits.length) : null,
    activity: has.activity ? activityOf(statement, pages.lines) : null,
  };
}

function totalsOf(items: readonly StatementOpenItem[]): ItemsPage["totals"] {
  return {
    amountCents: sumGross(items.map((item) => item.amountCents)),
    paidCents: sumGross(items.map((item) => item.paidCents)),
    openCents: sum(items.map((item) => item.openCents)),
  };
}

/** The first of so many: what they add up to is the aging's unapplied credit. */
export const creditsPage = (
  { aging }: Pick<StatementHead, "aging">,
  rows: readonly StatementCredit[],
  of: number,
): CreditsPage => ({ rows, of, openCents: aging.unappliedCents });

function activityOf(statement: Statement, asked: number): ActivityPage {
  const page = pageOf(statement.lines, asked);
  return activityPage(statement, page, statement.lines[page.before - 1]);
}

/** `before` is the line in front of the page; the first page has none, and begins with the opening balance. */
export function activityPage(
  { fromOn, openingCents, closingCents }: StatementHead,
  page: RowsPage<StatementLine>,
  before: StatementLine | undefined,
): ActivityPage {
  const opening = before
    ? { onDay: before.onDay, balanceCents: before.balanceCents }
    : { onDay: fromOn, balanceCents: openingCents };
  const last = page.rows.at(-1);
  return { ...page, opening, endCents: page.isLast || !last ? closingCents : last.balanceCents };
}

function pageOf<Row>(all: readonly Row[], asked: number): RowsPage<Row> {
  const place = placeOf(all.length, asked);
  return { ...place, rows: all.slice(place.before, place.before + ROWS_ON_SCREEN) };
}

/** Whether a screen shows less of it than its paper. */
export const isLongStatement = (screen: Pick<StatementScreen, "items" | "credits" | "activity">): boolean =>
  [screen.items, screen.credits, screen.activity].some(
    (table) => table !== null && table.of > ROWS_ON_SCREEN,
  );
