// Draws a table's head and rows straight onto the page. A long statement has tens of thousands of cells; as one
// painted figure each page costs a few milliseconds, where a text element per cell took ten times the time and memory.
import { fontFor, widthOf, type Weight } from "./fonts.ts";
import { metrics, weightOf, type Column, type Row, type Table } from "./table.ts";
import { colour, size } from "./theme.ts";

/** The part of React-PDF's untyped canvas painter (pdfkit underneath) that we use; y grows downwards, in points. */
export type Painter = {
  font(font: unknown, points: number): Painter;
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: "alphabetic" }): Painter;
  fillColor(colour: string): Painter;
  strokeColor(colour: string): Painter;
  lineWidth(points: number): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  stroke(): Painter;
  rect(x: number, y: number, width: number, height: number): Painter;
  fill(): Painter;
};

export const paintedHeight = (rows: readonly Row[]) =>
  rows.reduce<number>((height, row) => height + row.height, metrics.head);

/** How far a line's letters stand below the top of their row. */
const BASELINE = 10.5;

export function paintTable(
  painter: Painter,
  table: Pick<Table, "columns" | "points">,
  rows: readonly Row[],
): void {
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  paintHead(painter, table.columns, width);
  let top: number = metrics.head;
  for (const row of rows) {
    paintRow(painter, { row, top, columns: table.columns, points: table.points });
    top += row.height;
    rule(painter, { y: top, width, strong: row.tone === "total" });
  }
}

function paintHead(painter: Painter, columns: readonly Column[], width: number) {
  painter.fillColor(colour.wash).rect(0, 0, width, metrics.head).fill();
  rule(painter, { y: 0, width, strong: true });
  rule(painter, { y: metrics.head, width, strong: true });
  painter.fillColor(colour.soft);
  const titles = columns.map((column) => column.title);
  paintCells(painter, titles, { columns, points: size.small, weight: 500, baseline: 12 });
}

function paintRow(
  painter: Painter,
  at: { row: Row; top: number; columns: readonly Column[]; points: number },
) {
  const { row, top, columns, points } = at;
  painter.fillColor(colour.ink);
  paintCells(painter, row.cells, { columns, points, weight: weightOf(row.tone), baseline: top + BASELINE });
}

type Cells = { columns: readonly Column[]; points: number; weight: Weight; baseline: number };

function paintCells(
  painter: Painter,
  cells: readonly string[],
  { columns, points, weight, baseline }: Cells,
) {
  painter.font(fontFor(weight), points);
  let left = 0;
  for (const [index, { width, align }] of columns.entries()) {
    for (const [line, text] of (cells[index] ?? "").split("\n").entries()) {
      if (text === "") continue;
      const x = align === "right" ? left + width - widthOf(text, points, weight) : left;
      painter.text(text, x, baseline + line * metrics.line, { lineBreak: false, baseline: "alphabetic" });
    }
    left += width;
  }
}

function rule(painter: Painter, { y, width, strong }: { y: number; width: number; strong: boolean }) {
  painter.strokeColor(strong ? colour.ink : colour.line).lineWidth(strong ? 0.75 : 0.5);
  painter.moveTo(0, y).lineTo(width, y).stroke();
}
