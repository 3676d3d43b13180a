// A signature that was drawn on a screen, as it was drawn, above a line.
import { Canvas, View } from "@react-pdf/renderer";
import { SIGNATURE_BOX, strokesOf } from "@/domain/receipts/signature.ts";
import type { Painter } from "./painter.ts";
import { colour } from "./theme.ts";

/** `height`: of all of it, with the line. */
export function Strokes({ path, height }: { path: string; height: number }) {
  const scale = (height - 6) / SIGNATURE_BOX.height;
  const size = { width: SIGNATURE_BOX.width * scale, height: height - 6 };
  const paint = (painter: Painter) => {
    painter.strokeColor(colour.ink).lineWidth(0.9);
    for (const [first, ...rest] of strokesOf(path)) {
      if (!first) continue;
      painter.moveTo(first.x * scale, first.y * scale);
      for (const { x, y } of rest) painter.lineTo(x * scale, y * scale);
      painter.stroke();
    }
    return null;
  };
  return (
    <View style={{ height }}>
      <View style={{ height: height - 4, borderBottomWidth: 0.6, borderColor: colour.ink }}>
        <Canvas style={size} paint={paint} />
      </View>
    </View>
  );
}
