// Lines of text on the paper. What our own face sets is the renderer's text; a line with letters of another script is
// painted run by run, each in its face, in the place that the text would have had.
import { Canvas, Text } from "@react-pdf/renderer";
import type { Weight } from "./fonts.ts";
import { paintRuns, type Painter } from "./painter.ts";
import { colour } from "./theme.ts";
import { tagged, type Tag } from "./tags.ts";
import type { Typesetter } from "./typesetter.ts";

export type LineStyle = {
  fontSize: number;
  fontWeight?: Weight;
  color?: string;
  lineHeight?: number;
  width?: number;
  marginTop?: number;
  marginBottom?: number;
};

/** The height of our own face's line, and how far down in it letters stand, in parts of the type size. */
const OWN = { height: 1.3, baseline: 1.025 };

type Props = { lines: readonly string[]; style: LineStyle; type: Typesetter; tag?: Tag };

/** `tag`: of a paper that says its structure. What is painted stands in the order of the eye, so it says its text as well. */
export function Lines({ lines, style, type, tag }: Props) {
  if (lines.every((line) => type.isPlain(line)))
    return (
      <Text {...(tag && tagged(tag))} style={style}>
        {lines.join("\n")}
      </Text>
    );
  const { fontSize, fontWeight = 400, color = colour.ink, lineHeight = OWN.height, ...place } = style;
  const step = lineHeight * fontSize;
  const widths = lines.map((line) => type.width(line, fontSize, fontWeight));
  const paint = (painter: Painter) => {
    painter.fillColor(color);
    for (const [index, line] of lines.entries()) {
      const baseline = step * index + fontSize * (OWN.baseline + (lineHeight - OWN.height) / 2);
      paintRuns(painter, { text: line, x: 0, baseline, points: fontSize, weight: fontWeight }, type);
    }
    return null;
  };
  return (
    <Canvas
      {...(tag && tagged(tag, lines.join(" ")))}
      style={{ width: Math.max(...widths), ...place, height: step * lines.length }}
      paint={paint}
    />
  );
}
