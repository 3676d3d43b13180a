// A table before it is drawn: texts already cut to their columns, so that every row's height is known and pages
// can be filled by plain arithmetic. Leaving that to the renderer makes its time grow with the square of the rows.
import type { Weight } from "./fonts.ts";
import { fitted } from "./text.ts";
import { size } from "./theme.ts";
import type { Typesetter } from "./typesetter.ts";

export type Column = { title: string; width: number; align: "left" | "right" };

/** "edge" rows open and close a table's story (a balance brought forward); "total" rows sum it up. */
export type Tone = "plain" | "edge" | "total";

/** `late`: the columns that say it is overdue, which are heavier and in another colour. */
export type Row = { cells: readonly string[]; height: number; tone: Tone; late?: readonly number[] };

export type Table = {
  title: string;
  note: string;
  points: number;
  columns: readonly Column[];
  rows: readonly Row[];
  type: Typesetter;
};

export const metrics = { title: 24, head: 18, gap: 20, row: 15, line: 11, cellGap: 14 } as const;

/** What a column is before its width is known; exactly one of a table's columns is wide and takes what is left. */
export type Draft = {
  title: string;
  align: "left" | "right";
  wide?: true;
  /** How many lines its texts may take; left out, two. */
  lines?: number;
  /** As wide as the widest of all that are: figures that are compared with those beside them. */
  alike?: true;
};

export type DraftRow = Omit<Row, "height">;

export type DraftTable = {
  drafts: readonly Draft[];
  rows: readonly DraftRow[];
  width: number;
  type: Typesetter;
  /** Rows of other tables of its kind on the same paper: the columns of all of them stand below each other. */
  beside?: readonly DraftRow[];
};

/** Type sizes of a table's text, largest first: only amounts of many billions need the smaller ones. */
const POINTS = [size.text, 7.5, 6.5] as const;

/** The narrowest that the wide column may become before the type gets smaller. */
const NARROWEST = 84;

/** Columns as wide as their longest text, the wide one as wide as the rest allows. */
export function laidOut(draft: DraftTable) {
  const { rows, type } = draft;
  for (const points of POINTS) {
    const columns = columnsAt(points, draft);
    const narrow = columns.some((column) => column.wide && column.width < NARROWEST);
    if (narrow && points !== POINTS.at(-1)) continue;
    return { points, columns, type, rows: rows.map((row) => laidOutRow(row, columns, { points, type })) };
  }
  throw new Error("the smallest type is always taken");
}

function columnsAt(points: number, table: DraftTable) {
  const natural = table.drafts.map((draft, index) => {
    if (draft.wide) return 0;
    return [...table.rows, ...(table.beside ?? [])].reduce(
      (widest, row) =>
        Math.max(widest, table.type.width(row.cells[index] ?? "", points, weightAt(row, index))),
      table.type.width(draft.title, size.small, 500),
    );
  });
  const widestAlike = Math.max(0, ...natural.filter((_, index) => table.drafts[index]?.alike));
  const widths = table.drafts.map(({ wide, alike }, index) =>
    wide ? 0 : Math.ceil(alike ? widestAlike : (natural[index] ?? 0)) + metrics.cellGap,
  );
  const rest = Math.max(NARROWEST / 2, table.width - widths.reduce((sum, one) => sum + one, 0));
  return table.drafts.map((draft, index) => ({ ...draft, width: draft.wide ? rest : (widths[index] ?? 0) }));
}

/** Of many rows those that a column's width comes from: one a column at the most. */
export function widestRows(rows: readonly DraftRow[], type: Typesetter): DraftRow[] {
  const widest = new Map<number, { width: number; row: DraftRow }>();
  for (const row of rows)
    row.cells.forEach((cell, index) => {
      const width = type.width(cell, size.text, weightAt(row, index));
      if (width > (widest.get(index)?.width ?? 0)) widest.set(index, { width, row });
    });
  return [...new Set([...widest.values()].map(({ row }) => row))];
}

type Setting = { points: number; type: Typesetter };

function laidOutRow(row: DraftRow, columns: readonly (Draft & Column)[], { points, type }: Setting): Row {
  let lines = 1;
  const cells = columns.map((column, index) => {
    const text = row.cells[index] ?? "";
    if (!column.wide) return text;
    const place = {
      width: column.width - metrics.cellGap,
      points,
      weight: weightOf(row.tone),
      lines: column.lines ?? 2,
    };
    const set = fitted(text, place, type);
    lines = Math.max(lines, set.length);
    return set.join("\n");
  });
  const height = metrics.row + metrics.line * (lines - 1);
  return { cells, tone: row.tone, height, ...(row.late && { late: row.late }) };
}

export const weightOf = (tone: Tone): Weight => (tone === "plain" ? 400 : tone === "edge" ? 500 : 600);

/** Of one cell: what is overdue is seen without its colour, too. */
export const weightAt = ({ tone, late }: Pick<Row, "tone" | "late">, column: number): Weight =>
  late?.includes(column) ? LATE_WEIGHT : weightOf(tone);

export const LATE_WEIGHT: Weight = 600;
