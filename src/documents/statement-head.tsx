// The top of a statement's first page: who it is from, which one it is, whom it is for, and the one thing the reader
// looks for first: how much, by when. The address stands where a window envelope shows it.
import { Text, View, type Styles } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { minus } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { askOf, capital, type Ask } from "./ask.ts";
import { Lines, type LineStyle } from "./lines.tsx";
import { Logo, type Look } from "./look.tsx";
import { oneLine } from "./plain.ts";
import { atMost, fitted, joined } from "./text.ts";
import { colour, sheet, size } from "./theme.ts";
import { tagged } from "./tags.ts";
import type { Typesetter } from "./typesetter.ts";
import type { PaperWords } from "./words.ts";

const NAME_WIDTH = 245;
const PANEL = 226;
/** The facts' names stand in a column of this width, wider where a language needs it. */
const FACT_LABEL = 62;
/** Lines of name and address that a window envelope shows. */
const WINDOW_LINES = 6;

const styles = {
  from: { position: "absolute", top: sheet.top, left: sheet.side, width: NAME_WIDTH + 10 },
  name: { fontSize: size.name, fontWeight: 600, lineHeight: 1.2, marginBottom: 4 },
  fromLine: { fontSize: size.text, color: colour.soft, lineHeight: 1.4 },
  which: { position: "absolute", top: sheet.top, right: sheet.side, width: PANEL },
  title: { fontSize: size.title, fontWeight: 600, lineHeight: 1, marginTop: -3, marginBottom: 8 },
  fact: { flexDirection: "row", height: 13 },
  to: { position: "absolute", top: sheet.addressTop, left: sheet.addressLeft, width: 240 },
  toName: { fontSize: size.body, fontWeight: 600, lineHeight: 1.35 },
  toLine: { fontSize: size.body, lineHeight: 1.35 },
  panel: {
    position: "absolute",
    top: sheet.addressTop - 18,
    right: sheet.side,
    width: PANEL,
    height: 95,
    paddingTop: 11,
    paddingLeft: 16,
    backgroundColor: colour.wash,
    borderLeftWidth: 3,
  },
} as const satisfies Styles;

type Props = { statement: Statement; words: PaperWords; look: Look };

export function StatementHead({ statement, words, look }: Props) {
  return (
    <>
      <From business={statement.business} type={words.type} look={look} />
      <Which statement={statement} words={words} look={look} />
      <To customer={statement.customer} type={words.type} />
      <AmountDue statement={statement} words={words} look={look} />
    </>
  );
}

type Sender = { name: string; addressLines: readonly string[]; phone: string | null; email: string | null };

type FromProps = { business: Sender; type: Typesetter; look: Look };

/** Whose paper it is, top left. Beneath its picture the name is small, so that all ends above the customer's address. */
export function From({ business, type, look: { picture } }: FromProps) {
  const place = { width: NAME_WIDTH, points: size.text };
  const contact = joined([business.phone, business.email], type);
  const name = { points: picture ? size.body : size.name, lines: picture ? 1 : 2 };
  return (
    <View style={styles.from}>
      {picture ? <Logo picture={picture} of={oneLine(business.name)} /> : null}
      <Lines
        style={{ ...styles.name, fontSize: name.points, marginBottom: picture ? 2 : 4 }}
        lines={fitted(business.name, { width: NAME_WIDTH, weight: 600, ...name }, type)}
        type={type}
        tag="P"
      />
      {[...atMost(business.addressLines, picture ? 3 : 4), contact].map((line, index) => (
        <SomeLines
          key={index}
          lines={fitted(line, place, type)}
          style={styles.fromLine}
          type={type}
          tag="P"
        />
      ))}
    </View>
  );
}

function Which({ statement, words, look }: Props) {
  const { say, type } = words;
  const facts = [
    [say.statement, statementName(statement, words)],
    [say.paper.asOf, words.date(statement.asOf)],
    [say.paper.customer, statement.customer.number],
    [say.paper.terms, statement.customer.terms],
    [say.paper.currency, statement.currency],
  ] as const;
  return <Facts title={say.kinds[statement.kind]} facts={facts} type={type} look={look} />;
}

type FactsProps = { title: string; facts: readonly (readonly [string, string])[]; type: Typesetter };

/** What kind of paper it is and which one, top right. Five facts have room. */
export function Facts({ title, facts, type, look }: FactsProps & { look: Look }) {
  const ink = look.accent === colour.accent ? colour.ink : look.accent;
  return (
    <View style={styles.which}>
      <Text {...tagged("H1")} style={{ ...styles.title, color: ink }}>
        {title}
      </Text>
      <FactList facts={facts} type={type} />
    </View>
  );
}

export function FactList({ facts, type }: Omit<FactsProps, "title">) {
  const label = Math.max(FACT_LABEL, ...facts.map(([name]) => type.width(name, size.text) + 8));
  const width = PANEL - label - 4;
  const room = { width: width - 4, points: size.text, weight: 500 } as const;
  return (
    <>
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <View key={name} {...tagged("P")} style={styles.fact}>
            <Text style={{ width: label, fontSize: size.text, color: colour.soft }}>{name}</Text>
            <Lines
              style={{ width, fontSize: size.text, fontWeight: 500 }}
              lines={fitted(value, room, type)}
              type={type}
            />
          </View>
        ))}
    </>
  );
}

/** What a statement is called; a preview has no number and says so. */
export function statementName(statement: Statement, { say }: Pick<PaperWords, "say">): string {
  return statement.number === null ? say.paper.preview : oneLine(statement.number);
}

type Addressee = { name: string; addressLines: readonly string[] };

/** Whom it is for, where a window envelope shows it. */
export function To({ customer, type }: { customer: Addressee; type: Typesetter }) {
  const place = { width: 230, points: size.body };
  const name = fitted(customer.name, { ...place, weight: 600, lines: 2 }, type);
  return (
    <View style={styles.to}>
      <SomeLines lines={name} style={styles.toName} type={type} tag="P" />
      {atMost(customer.addressLines, WINDOW_LINES - name.length).map((line, index) => (
        <SomeLines key={index} lines={fitted(line, place, type)} style={styles.toLine} type={type} tag="P" />
      ))}
    </View>
  );
}

/** An empty text would still take a line's height. */
function SomeLines(props: { lines: readonly string[]; style: LineStyle; type: Typesetter; tag: "P" }) {
  return props.lines.length === 0 ? null : <Lines {...props} />;
}

function AmountDue({ statement, words, look }: Props) {
  const { say } = words;
  const ask = askOf(statement);
  const shown = ask.kind === "pay" ? words.amount(ask.amountCents) : words.balance(statement.closingCents);
  return (
    <Panel
      label={ask.kind === "credit" ? say.balance : say.amountDue}
      shown={shown}
      currency={statement.currency}
      type={words.type}
      look={look}
    >
      <When ask={ask} words={words} />
      <Why aging={statement.aging} ask={ask} words={words} />
    </Panel>
  );
}

type PanelProps = {
  label: string;
  shown: string;
  currency: string;
  type: Typesetter;
  look: Look;
  children: ReactNode;
};

/** The one thing that the reader looks for first. */
export function Panel({ label, shown, currency, type, look, children }: PanelProps) {
  return (
    <View {...tagged("P")} style={{ ...styles.panel, borderColor: look.accent }}>
      <Text style={{ fontSize: size.text, color: colour.soft }}>{label}</Text>
      <View style={{ flexDirection: "row", alignItems: "baseline", marginTop: 2, marginBottom: 4 }}>
        <Text style={{ fontSize: amountSize(shown, type), fontWeight: 600, lineHeight: 1.1 }}>{shown}</Text>
        <Text style={{ fontSize: size.body, color: colour.soft, marginLeft: 6 }}>{currency}</Text>
      </View>
      {children}
    </View>
  );
}

function When({ ask, words }: { ask: Ask; words: PaperWords }) {
  const style = { fontSize: size.body, fontWeight: 500 } as const;
  const { say } = words;
  if (ask.kind === "credit") return <Text style={style}>{say.paper.inCredit}</Text>;
  if (ask.kind === "settled") return <Text style={style}>{say.nothingToPay}</Text>;
  return (
    <Text style={{ ...style, color: ask.overdue !== "no" ? colour.late : colour.ink }}>
      {capital(say.due[ask.overdue](words.date(ask.dueOn)))}
    </Text>
  );
}

/** Why the amount due isn't simply what is open, or how much of it is late. */
function Why({ aging, ask, words }: { aging: Statement["aging"]; ask: Ask; words: PaperWords }) {
  const late = minus(aging.totalCents, aging.current);
  const say = words.say.paper;
  const style = { fontSize: size.small, color: colour.soft, marginTop: 3 } as const;
  if (aging.unappliedCents > 0 && aging.totalCents > 0) {
    const told = say.openLess(words.amount(aging.totalCents), words.amount(aging.unappliedCents));
    return <Text style={style}>{told}</Text>;
  }
  if (ask.kind !== "pay" || ask.overdue === "no") return null;
  return <Text style={style}>{say.pastDue(words.amount(late))}</Text>;
}

const AMOUNT_SIZES = [size.amount, 22, 18, 14] as const;
/** Of the panel, beside the currency. */
const AMOUNT_ROOM = 170;

/** Amounts of many billions, and long words before one, are set smaller rather than cut. */
const amountSize = (text: string, type: Typesetter): number =>
  AMOUNT_SIZES.find((points) => type.width(text, points, 600) <= AMOUNT_ROOM) ?? 11;
