// A long statement on a screen: its paper has every row, a screen a page of each table at a time. A page of the activity
// begins with the balance brought forward to it, and ends with the balance that it carries on.
import { z } from "zod";
import { readParams, type SearchParams } from "../lists/search-params.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import type { Statement, StatementLine, StatementOpenItem } from "./statement.ts";

export const ROWS_ON_SCREEN = 100;

/** Which page of each table, from 1. */
export type StatementPages = { items: number; lines: number };

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

/** A page past the end is the last one. */
function pageOf<Row>(all: readonly Row[], asked: number): RowsPage<Row> {
  const pages = Math.max(1, Math.ceil(all.length / ROWS_ON_SCREEN));
  const page = Math.min(asked, pages);
  const before = (page - 1) * ROWS_ON_SCREEN;
  const rows = all.slice(before, before + ROWS_ON_SCREEN);
  return { rows, page, isLast: page === pages, before, of: all.length };
}

export const itemsPage = ({ openItems }: Statement, { items }: StatementPages): RowsPage<StatementOpenItem> =>
  pageOf(openItems, items);

export type ActivityPage = RowsPage<StatementLine> & {
  opening: { onDay: Day; balanceCents: Cents };
  endCents: Cents;
};

export function activityPage(statement: Statement, { lines: asked }: StatementPages): ActivityPage {
  const page = pageOf(statement.lines, asked);
  const before = statement.lines[page.before - 1];
  const opening = before
    ? { onDay: before.onDay, balanceCents: before.balanceCents }
    : { onDay: statement.fromOn, balanceCents: statement.openingCents };
  const last = page.rows.at(-1);
  return { ...page, opening, endCents: page.isLast || !last ? statement.closingCents : last.balanceCents };
}

/** Whether a screen shows less of it than its paper. */
export const isLongStatement = ({ openItems, lines }: Statement): boolean =>
  openItems.length > ROWS_ON_SCREEN || lines.length > ROWS_ON_SCREEN;
