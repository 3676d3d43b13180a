// A table, or the part of it that lies on one page: its title, and head and rows painted beneath.
import { Canvas, Text, View, type Styles } from "@react-pdf/renderer";
import { Lines } from "./lines.tsx";
import type { Piece } from "./pages.ts";
import { metrics } from "./table.ts";
import type { Painter } from "./painter.ts";
import { paintedHeight, paintTable, paintTaggedTable } from "./table-painter.ts";
import { tagged, type Tagging } from "./tags.ts";
import { colour, size } from "./theme.ts";
import type { Words } from "./words.ts";

const styles = {
  title: { flexDirection: "row", alignItems: "flex-end", height: metrics.title, paddingBottom: 6 },
  name: { fontSize: size.heading, fontWeight: 600 },
  note: { fontSize: size.text, color: colour.soft, marginLeft: 8 },
} as const satisfies Styles;

type Props = { piece: Piece; say: Words["say"]; tagging?: Tagging };

export function PaperTable({ piece, say, tagging }: Props) {
  const { table, rows, continued } = piece;
  const paint = (painter: Painter) => {
    if (tagging?.tags) paintTaggedTable(painter, table, { rows, tags: tagging.tags });
    else paintTable(painter, table, rows);
    return null;
  };
  return (
    <View style={{ marginBottom: metrics.gap }}>
      <View style={styles.title}>
        <Lines
          style={styles.name}
          lines={[continued ? say.paper.continued(table.title) : table.title]}
          type={table.type}
          tag="H2"
        />
        {table.note !== "" && !continued && (
          <Text {...tagged("P")} style={styles.note}>
            {table.note}
          </Text>
        )}
      </View>
      {rows.length > 0 && <Canvas style={{ height: paintedHeight(rows) }} paint={paint} />}
    </View>
  );
}
