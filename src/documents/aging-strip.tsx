// How late the money is, in one strip: a bar for the eye, each bucket's figure beneath it, and the sum that ends at
// the net balance. Retainage held stands apart, because it isn't due until it is released.
import { Text, View, type Styles } from "@react-pdf/renderer";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { negative } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { widthOf } from "./fonts.ts";
import { tagged } from "./tags.ts";
import { bucketTone, colour, paperSize, sheet, size } from "./theme.ts";
import type { Words } from "./words.ts";

const styles = {
  strip: { position: "absolute", top: sheet.agingTop, left: sheet.side, right: sheet.side },
  title: { flexDirection: "row", alignItems: "flex-end", marginBottom: 6 },
  part: { flexBasis: 0, minWidth: 2, marginRight: 1 },
  bar: { flexDirection: "row", height: 7, marginBottom: 7, backgroundColor: colour.wash },
  figures: { flexDirection: "row" },
  label: { flexDirection: "row", alignItems: "center", justifyContent: "flex-end", height: 11 },
  swatch: { width: 5.5, height: 5.5, marginRight: 4 },
} satisfies Styles;

type Props = { statement: Statement; words: Words };

export function AgingStrip({ statement, words }: Props) {
  const { aging } = statement;
  const say = words.say.paper;
  return (
    <View style={styles.strip}>
      <View {...tagged("H2")} style={styles.title}>
        <Text style={{ fontSize: size.heading, fontWeight: 600 }}>{say.aging}</Text>
        <Text style={{ fontSize: size.text, color: colour.soft, marginLeft: 8 }}>
          {say.agingOn(words.date(statement.asOf))}
        </Text>
        {aging.retainedCents !== 0 && (
          <Text style={{ fontSize: size.text, marginLeft: "auto" }}>
            {say.retainage(words.amount(aging.retainedCents))}
          </Text>
        )}
      </View>
      {aging.totalCents > 0 && <Bar aging={aging} />}
      <Figures statement={statement} words={words} />
    </View>
  );
}

function Bar({ aging }: { aging: Statement["aging"] }) {
  return (
    <View style={styles.bar}>
      {BUCKETS.filter((bucket) => aging[bucket] > 0).map((bucket) => (
        <View
          key={bucket}
          style={{ ...styles.part, flexGrow: aging[bucket], backgroundColor: bucketTone[bucket] }}
        />
      ))}
    </View>
  );
}

function Figures({ statement, words }: Props) {
  const { aging } = statement;
  const { say } = words;
  const buckets = BUCKETS.map((bucket) => ({
    label: say.buckets[bucket],
    tone: bucketTone[bucket],
    text: words.cell(aging[bucket]),
    share: 1,
  }));
  const unapplied = aging.unappliedCents === 0 ? "—" : words.amount(negative(aging.unappliedCents));
  const figures: Figure[] = [
    ...buckets,
    { label: say.paper.total, text: words.amount(aging.totalCents), share: 1.15 },
    { label: say.paper.unapplied, text: unapplied, share: 1.15 },
    { label: say.paper.net, text: words.balance(aging.netCents), share: 1.3, strong: true },
  ];
  const { points, shares } = roomFor(figures, paperSize[statement.business.paper].width - 2 * sheet.side);
  return (
    <View style={styles.figures}>
      {figures.map((figure, index) => (
        <Cell key={figure.label} figure={figure} points={points} share={shares[index] ?? 1} />
      ))}
    </View>
  );
}

/** `share`: how much of the strip's width a figure gets; sums and their words need more than a bucket. */
type Figure = { label: string; text: string; share: number; tone?: string; strong?: true };

function Cell({ figure, points, share }: { figure: Figure; points: number; share: number }) {
  return (
    <View {...tagged("P")} style={{ flexGrow: share, flexBasis: 0 }}>
      <View style={styles.label}>
        {figure.tone && <View style={{ ...styles.swatch, backgroundColor: figure.tone }} />}
        <Text style={{ fontSize: size.small, color: colour.soft }}>{figure.label}</Text>
      </View>
      <Text
        style={{ fontSize: points, fontWeight: figure.strong ? 600 : 400, textAlign: "right", marginTop: 2 }}
      >
        {figure.text}
      </Text>
    </View>
  );
}

const POINTS = 9.5;
const SWATCH = 10;
const GAP = 8;

/** Eight columns of steady width; when an amount is too long for its own, widths follow the amounts and type shrinks. */
function roomFor(figures: readonly Figure[], width: number) {
  const natural = figures.map((figure) => {
    const label = widthOf(figure.label, size.small) + (figure.tone ? SWATCH : 0);
    return Math.max(label, widthOf(figure.text, POINTS, 600)) + GAP;
  });
  const unit = width / figures.reduce((sum, figure) => sum + figure.share, 0);
  const fits = figures.every((figure, index) => (natural[index] ?? 0) <= figure.share * unit);
  if (fits) return { points: POINTS, shares: figures.map((figure) => figure.share) };
  const whole = natural.reduce((sum, one) => sum + one, 0);
  return { points: Math.min(POINTS, (POINTS * width) / whole), shares: natural };
}
