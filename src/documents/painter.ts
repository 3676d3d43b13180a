// React-PDF's canvas painter, and how a line whose letters need several faces is painted with it.
import type { Weight } from "./fonts.ts";
import type { Typesetter } from "./typesetter.ts";

/** `features`, though none is asked for, has a line shaped as a whole instead of word by word. */
type TextOptions = { lineBreak: false; baseline: "alphabetic"; features?: readonly string[] };

/** The part of React-PDF's untyped canvas painter (pdfkit underneath) that we use; y grows downwards, in points. */
export type Painter = {
  font(font: unknown, points: number): Painter;
  text(text: string, x: number, y: number, options: TextOptions): Painter;
  fillColor(colour: string): Painter;
  strokeColor(colour: string): Painter;
  lineWidth(points: number): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  stroke(): Painter;
  rect(x: number, y: number, width: number, height: number): Painter;
  fill(): Painter;
};

export type Placed = { text: string; x: number; baseline: number; points: number; weight: Weight };

/** A line with letters of other scripts, from its left end. Leaves the painter with another font than it had. */
export function paintRuns(painter: Painter, { text, x, baseline, points, weight }: Placed, type: Typesetter) {
  let left = x;
  for (const { face, shaped, width, text: part } of type.runs(text, weight)) {
    const options = { lineBreak: false, baseline: "alphabetic", ...(shaped && { features: [] }) } as const;
    painter.font(face, points).text(part, left, baseline, options);
    left += width * points;
  }
}
