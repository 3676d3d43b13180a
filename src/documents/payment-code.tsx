// The square code that machines read of a slip, drawn as the rectangles that it is, so that it stays sharp at any size.
import { Canvas, View } from "@react-pdf/renderer";
import { encode } from "uqr";
import { tagged } from "./tags.ts";
import type { Painter } from "./painter.ts";
import { colour } from "./theme.ts";

export type Bar = { x: number; y: number; width: number };

/** The dark parts of a code, a line of them at a time, and how many modules it is wide. */
export function barsOf(text: string): { size: number; bars: Bar[] } {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const bars = data.flatMap((row, y) =>
    row.flatMap((dark, x): Bar[] => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [{ x, y, width: (end === -1 ? size : end) - x }];
    }),
  );
  return { size, bars };
}

/** `points`: how wide and high; the white around it is whoever places it's. */
export function SquareCode({ text, points }: { text: string; points: number }) {
  const { size, bars } = barsOf(text);
  const unit = points / size;
  const paint = (painter: Painter) => {
    painter.fillColor(colour.ink);
    for (const { x, y, width } of bars) painter.rect(x * unit, y * unit, width * unit, unit);
    painter.fill();
    return null;
  };
  return (
    <View {...tagged("Figure", text.replaceAll("\n", " "))} style={{ width: points, height: points }}>
      <Canvas style={{ width: points, height: points }} paint={paint} />
    </View>
  );
}
