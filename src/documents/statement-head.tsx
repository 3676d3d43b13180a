// The top of a statement's first page: who it is from, which one it is, whom it is for, and the one thing the reader
// looks for first: how much, by when. The address stands where a window envelope shows it.
import { Text, View, type Styles } from "@react-pdf/renderer";
import { minus } from "@/domain/values/money.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { askOf, dueWords, type Ask } from "./ask.ts";
import { joined } from "./table.ts";
import { atMost, fitted, printable } from "./text.ts";
import { colour, sheet, size } from "./theme.ts";
import type { Words } from "./words.ts";

const NAME_WIDTH = 245;
const FACT_LABEL = 62;
const FACT_VALUE = 160;
const PANEL = 226;
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
    borderColor: colour.accent,
  },
} satisfies Styles;

type Props = { statement: Statement; words: Words };

export function StatementHead({ statement, words }: Props) {
  return (
    <>
      <From business={statement.business} />
      <Which statement={statement} words={words} />
      <To customer={statement.customer} />
      <AmountDue statement={statement} words={words} />
    </>
  );
}

function From({ business }: { business: Statement["business"] }) {
  const place = { width: NAME_WIDTH, points: size.text };
  const contact = joined(business.phone, business.email);
  return (
    <View style={styles.from}>
      <Text style={styles.name}>
        {fitted(business.name, { width: NAME_WIDTH, points: size.name, weight: 600, lines: 2 }).join("\n")}
      </Text>
      {[...atMost(business.addressLines, 4), contact].map((line, index) => (
        <Line key={index} text={fitted(line, place)} style={styles.fromLine} />
      ))}
    </View>
  );
}

function Which({ statement, words }: Props) {
  const facts = [
    ["Statement", statementName(statement)],
    ["As of", words.date(statement.asOf)],
    ["Customer", statement.customer.number],
    ["Terms", statement.customer.terms],
    ["Currency", statement.currency],
  ] as const;
  return (
    <View style={styles.which}>
      <Text style={styles.title}>Statement</Text>
      {facts
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <View key={label} style={styles.fact}>
            <Text style={{ width: FACT_LABEL, fontSize: size.text, color: colour.soft }}>{label}</Text>
            <Text style={{ width: FACT_VALUE, fontSize: size.text, fontWeight: 500 }}>
              {fitted(value, { width: FACT_VALUE - 4, points: size.text, weight: 500 })}
            </Text>
          </View>
        ))}
    </View>
  );
}

/** What a statement is called; a preview has no number and says so. */
export function statementName(statement: Statement): string {
  return statement.number === null ? "Preview — not issued" : printable(statement.number);
}

function To({ customer }: { customer: Statement["customer"] }) {
  const place = { width: 230, points: size.body };
  const name = fitted(customer.name, { ...place, weight: 600, lines: 2 });
  return (
    <View style={styles.to}>
      <Line text={name} style={styles.toName} />
      {atMost(customer.addressLines, WINDOW_LINES - name.length).map((line, index) => (
        <Line key={index} text={fitted(line, place)} style={styles.toLine} />
      ))}
    </View>
  );
}

function Line({ text, style }: { text: readonly string[]; style: Styles[string] }) {
  return text.length === 0 ? null : <Text style={style}>{text.join("\n")}</Text>;
}

function AmountDue({ statement, words }: Props) {
  const ask = askOf(statement);
  const shown = words.amount(ask.kind === "pay" ? ask.amountCents : statement.closingCents);
  return (
    <View style={styles.panel}>
      <Text style={{ fontSize: size.text, color: colour.soft }}>
        {ask.kind === "credit" ? "Balance" : "Amount due"}
      </Text>
      <View style={{ flexDirection: "row", alignItems: "baseline", marginTop: 2, marginBottom: 4 }}>
        <Text style={{ fontSize: amountSize(shown), fontWeight: 600, lineHeight: 1.1 }}>
          {ask.kind === "credit" ? words.balance(statement.closingCents) : shown}
        </Text>
        <Text style={{ fontSize: size.body, color: colour.soft, marginLeft: 6 }}>{statement.currency}</Text>
      </View>
      <When ask={ask} words={words} />
      <Why aging={statement.aging} ask={ask} words={words} />
    </View>
  );
}

function When({ ask, words }: { ask: Ask; words: Words }) {
  const style = { fontSize: size.body, fontWeight: 500 } as const;
  if (ask.kind === "credit") return <Text style={style}>Nothing to pay: the account is in credit</Text>;
  if (ask.kind === "settled") return <Text style={style}>Nothing to pay</Text>;
  const told = dueWords(ask, words.date);
  return (
    <Text style={{ ...style, color: ask.overdue !== "no" ? colour.late : colour.ink }}>
      {told.charAt(0).toUpperCase() + told.slice(1)}
    </Text>
  );
}

/** Why the amount due isn't simply what is open, or how much of it is late. */
function Why({ aging, ask, words }: { aging: Statement["aging"]; ask: Ask; words: Words }) {
  const late = minus(aging.totalCents, aging.current);
  const style = { fontSize: size.small, color: colour.soft, marginTop: 3 } as const;
  if (aging.unappliedCents > 0 && aging.totalCents > 0) {
    const told = `${words.amount(aging.totalCents)} open, less ${words.amount(aging.unappliedCents)} unapplied credit`;
    return <Text style={style}>{told}</Text>;
  }
  if (ask.kind !== "pay" || ask.overdue === "no") return null;
  return <Text style={style}>{`${words.amount(late)} of it is past due`}</Text>;
}

/** Amounts of many billions are set smaller rather than cut. */
const amountSize = (text: string) => (text.length > 14 ? 18 : text.length > 11 ? 22 : size.amount);
