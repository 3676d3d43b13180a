// Where a file's table begins: the row of headings, within its first 30 rows, that names the most fields. What stands above
// is preamble: the program's name, the report's, the day it was printed.
import { fieldsOf, type ImportKind } from "./fields.ts";
import { headingNames } from "./headings.ts";
import type { Cell, SheetRow } from "./sheet.ts";

export const ROWS_LOOKED_AT = 30;
const MOST_COLUMNS = 200;

export type FoundTable = {
  /** Null where no row names two fields: every row is taken for a row of the table. */
  headingRow: number | null;
  headings: string[];
};

export function findTable(kind: ImportKind, rows: readonly SheetRow[]): FoundTable {
  let best: { row: SheetRow; score: number } | null = null;
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const score = fieldsNamed(kind, row.cells);
    if (score >= 2 && score > (best?.score ?? 0)) best = { row, score };
  }
  if (best)
    return { headingRow: best.row.row, headings: best.row.cells.slice(0, MOST_COLUMNS).map(cellText) };
  const widest = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map(({ cells }) => cells.length)));
  return { headingRow: null, headings: Array.from({ length: widest }, (_, at) => `Column ${letters(at)}`) };
}

function fieldsNamed(kind: ImportKind, cells: readonly Cell[]): number {
  const names = fieldsOf(kind);
  const named = cells.map((cell) => (typeof cell === "string" ? headingNames(kind, cell)?.field : undefined));
  return new Set(named.filter((field) => field !== undefined && field in names)).size;
}

export const cellText = (cell: Cell | undefined): string =>
  typeof cell === "string"
    ? SPACED.test(cell)
      ? cell.replaceAll(/\s+/gu, " ").trim()
      : cell
    : String(cell ?? "");

const SPACED = /^\s|\s$|\s\s|[^\S ]/u;

/** As a spreadsheet names its columns: A … Z, AA … */
const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCodePoint(65 + (at % 26));
