// Draws a table's head and rows straight onto the page. A long statement has tens of thousands of cells; as one
// painted figure each page costs a few milliseconds, where a text element per cell took ten times the time and memory.
import { fontFor, type Weight } from "./fonts.ts";
import { paintRuns, type Painter } from "./painter.ts";
import { LATE_WEIGHT, metrics, weightOf, type Column, type Row, type Table } from "./table.ts";
import { colour, size } from "./theme.ts";
import type { StructElement } from "pdfkit";
import type { Tags } from "./tags.ts";
import type { Typesetter } from "./typesetter.ts";

export const paintedHeight = (rows: readonly Row[]) =>
  rows.reduce<number>((height, row) => height + row.height, metrics.head);

/** How far a line's letters stand below the top of their row. */
const BASELINE = 10.5;

export function paintTable(
  painter: Painter,
  table: Pick<Table, "columns" | "points" | "type">,
  rows: readonly Row[],
): void {
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  paintHead(painter, table, width);
  let top: number = metrics.head;
  for (const row of rows) {
    paintRow(painter, { row, top, table });
    top += row.height;
    rule(painter, { y: top, width, strong: row.tone === "total" });
  }
}

/** More rows than these are heard as a line each, not cell by cell: a mark for each would make a long paper many times as large. */
const MOST_IN_CELLS = 300;

/** The same, with lines and washes first, and each cell, or each row of a long table, marked for what it is. */
export function paintTaggedTable(
  painter: Painter,
  table: Setting & Pick<Table, "rows">,
  { rows, tags }: { rows: readonly Row[]; tags: Tags },
): void {
  const { columns, type } = table;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const inCells = table.rows.length <= MOST_IN_CELLS;
  paintLines(painter, rows, width);
  tags.group(inCells ? "Table" : "Sect", (whole) => {
    const row = (cells: readonly string[], set: Cells, cell: "TH" | "TD") =>
      inCells
        ? tags.group("TR", (group) => paintTaggedCells(painter, cells, { set, tags, cell, group }), whole)
        : tags.mark("P", () => paintCells(painter, cells, set), {}, whole);
    const head = { columns, points: size.small, weight: 500, baseline: 12, type } as const;
    painter.fillColor(colour.soft);
    row(
      columns.map((column) => column.title),
      head,
      "TH",
    );
    painter.fillColor(colour.ink);
    let top: number = metrics.head;
    for (const { cells, tone, height, late } of rows) {
      const set = { columns, points: table.points, weight: weightOf(tone), baseline: top + BASELINE, type };
      row(cells, late ? { ...set, late } : set, "TD");
      top += height;
    }
  });
}

function paintLines(painter: Painter, rows: readonly Row[], width: number): void {
  painter.fillColor(colour.wash).rect(0, 0, width, metrics.head).fill();
  rule(painter, { y: 0, width, strong: true });
  rule(painter, { y: metrics.head, width, strong: true });
  let top: number = metrics.head;
  for (const row of rows) {
    top += row.height;
    rule(painter, { y: top, width, strong: row.tone === "total" });
  }
}

type TaggedCells = { set: Cells; tags: Tags; cell: "TH" | "TD"; group: StructElement };

function paintTaggedCells(
  painter: Painter,
  cells: readonly string[],
  { set, tags, cell, group }: TaggedCells,
) {
  const scope = cell === "TH" ? ({ scope: "Column" } as const) : {};
  let left = 0;
  for (const [index, column] of set.columns.entries()) {
    const text = cells[index] ?? "";
    const at = left;
    left += column.width;
    if (text === "") tags.empty(cell, group);
    else {
      // What is shaped stands in the order of the eye, and says its text as well.
      const said = set.type.isPlain(text) ? {} : { actual: text.replaceAll("\n", " ") };
      const of = { ...set, columns: [column], late: set.late?.includes(index) ? [0] : [] };
      const paint = () => paintCells(painter, [text], of, at);
      tags.mark(cell, paint, { ...scope, ...said }, group);
    }
  }
}

type Setting = Pick<Table, "columns" | "points" | "type">;

function paintHead(painter: Painter, { columns, type }: Setting, width: number) {
  painter.fillColor(colour.wash).rect(0, 0, width, metrics.head).fill();
  rule(painter, { y: 0, width, strong: true });
  rule(painter, { y: metrics.head, width, strong: true });
  painter.fillColor(colour.soft);
  const titles = columns.map((column) => column.title);
  paintCells(painter, titles, { columns, points: size.small, weight: 500, baseline: 12, type });
}

function paintRow(painter: Painter, { row, top, table }: { row: Row; top: number; table: Setting }) {
  const { columns, points, type } = table;
  painter.fillColor(colour.ink);
  const weight = weightOf(row.tone);
  const set = { columns, points, weight, baseline: top + BASELINE, type };
  paintCells(painter, row.cells, row.late ? { ...set, late: row.late } : set);
}

type Cells = {
  columns: readonly Column[];
  points: number;
  weight: Weight;
  baseline: number;
  type: Typesetter;
  /** Columns that are in the colour and the weight of what is overdue. */
  late?: readonly number[];
};

function paintCells(painter: Painter, cells: readonly string[], set: Cells, from = 0) {
  painter.font(fontFor(set.weight), set.points);
  let left = from;
  for (const [index, column] of set.columns.entries()) {
    const text = cells[index] ?? "";
    if (set.late?.includes(index)) {
      painter.fillColor(colour.late).font(fontFor(LATE_WEIGHT), set.points);
      paintCell(painter, text, { ...set, weight: LATE_WEIGHT, column, left });
      painter.fillColor(colour.ink).font(fontFor(set.weight), set.points);
    } else paintCell(painter, text, { ...set, column, left });
    left += column.width;
  }
}

type Cell = Omit<Cells, "columns" | "late"> & { column: Column; left: number };

/** In the font and the colour that are set. */
function paintCell(
  painter: Painter,
  cell: string,
  { column: { width, align }, left, points, weight, baseline, type }: Cell,
) {
  for (const [line, text] of cell.split("\n").entries()) {
    if (text === "") continue;
    const x = align === "right" ? left + width - type.width(text, points, weight) : left;
    const place = { text, x, baseline: baseline + line * metrics.line, points, weight };
    if (type.isPlain(text)) {
      painter.text(text, x, place.baseline, { lineBreak: false, baseline: "alphabetic" });
      continue;
    }
    paintRuns(painter, place, type);
    painter.font(fontFor(weight), points);
  }
}

function rule(painter: Painter, { y, width, strong }: { y: number; width: number; strong: boolean }) {
  painter.strokeColor(strong ? colour.ink : colour.line).lineWidth(strong ? 0.75 : 0.5);
  painter.moveTo(0, y).lineTo(width, y).stroke();
}
