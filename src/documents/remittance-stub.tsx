// The slip at the statement's end that comes back with the payment: who pays, whom, how much, and what to write on
// the check, so that the clerk who opens the envelope knows where the money belongs.
import { Text, View, type Styles } from "@react-pdf/renderer";
import type { Statement } from "@/domain/statements/statement.ts";
import { askOf } from "./ask.ts";
import { statementName } from "./statement-head.tsx";
import { isolated } from "./bidi.ts";
import { Lines } from "./lines.tsx";
import { atMost, fitted, joined } from "./text.ts";
import { colour, sheet, size } from "./theme.ts";
import type { Typesetter } from "./typesetter.ts";
import type { PaperWords } from "./words.ts";

export const STUB_HEIGHT = 136;

const LEFT = 256;
const RIGHT = 224;
const ENCLOSED = 130;
/** How it is verified, beside the words on the cut. */
const VERIFY = 300;

const styles = {
  stub: { position: "absolute", left: sheet.side, right: sheet.side, height: STUB_HEIGHT },
  cut: {
    flexDirection: "row",
    justifyContent: "space-between",
    borderTopWidth: 1,
    borderStyle: "dashed",
    borderColor: colour.strong,
    paddingTop: 5,
    marginBottom: 6,
  },
  columns: { flexDirection: "row", justifyContent: "space-between" },
  heading: { fontSize: size.heading, fontWeight: 600, marginBottom: 5 },
  line: { fontSize: size.text, lineHeight: 1.4 },
  fact: { flexDirection: "row", justifyContent: "space-between", height: 13.5, alignItems: "center" },
  enclosed: { flexDirection: "row", justifyContent: "space-between", alignItems: "center", marginTop: 4 },
  box: { width: ENCLOSED, height: 22, borderWidth: 0.75, borderColor: colour.ink },
} satisfies Styles;

type Props = { statement: Statement; words: PaperWords };

/** At the foot of the last page; at the top when it has that page to itself. */
export function RemittanceStub({
  statement,
  words,
  verify,
  alone,
}: Props & { verify: string | null; alone: boolean }) {
  const { say, type } = words;
  const pays = askOf(statement).kind === "pay";
  return (
    <View
      style={{
        ...styles.stub,
        ...(alone ? { top: sheet.continuedTop } : { bottom: sheet.bottom + sheet.footer }),
      }}
    >
      <View style={styles.cut}>
        <Text style={{ fontSize: size.small, color: colour.soft }}>
          {pays ? say.paper.detach : say.paper.forRecords}
        </Text>
        {verify === null ? null : (
          <Lines
            style={{ fontSize: size.small, color: colour.soft }}
            lines={fitted(verify, { width: VERIFY, points: size.small }, type)}
            type={type}
          />
        )}
      </View>
      <View style={styles.columns}>
        <HowToPay statement={statement} words={words} />
        <Slip statement={statement} words={words} />
      </View>
    </View>
  );
}

function HowToPay({ statement, words }: Props) {
  const { say, type } = words;
  const { business } = statement;
  const ask = askOf(statement);
  const contact = [business.phone, business.email]
    .filter((one) => one !== null && one !== "")
    .join(say.paper.or);
  const told = [
    ...(ask.kind === "pay"
      ? payTo(statement, say)
      : [ask.kind === "credit" ? say.paper.isInCredit : say.paper.isSettled]),
    contact === "" ? "" : say.paper.questions(contact),
  ];
  return (
    <View style={{ width: LEFT }}>
      <Text style={styles.heading}>{ask.kind === "pay" ? say.paper.howToPay : say.nothingToPay}</Text>
      {told.map((text, index) => (
        <Lines
          key={index}
          style={styles.line}
          lines={fitted(text, { width: LEFT - 6, points: size.text, lines: index === 0 ? 2 : 1 }, type)}
          type={type}
        />
      ))}
    </View>
  );
}

function payTo({ business, customer, number }: Statement, { paper: say }: PaperWords["say"]): string[] {
  return [
    say.payTo(isolated(business.name)),
    ...atMost(business.addressLines, 3),
    number === null ? say.quote(customer.number) : say.quoteBoth(customer.number, number),
  ];
}

const roomBeside = (label: string, type: Typesetter) => ({
  width: RIGHT - type.width(label, size.text) - 10,
  points: size.text,
});

function Slip({ statement, words }: Props) {
  const { type, say } = words;
  const ask = askOf(statement);
  const facts = [
    [say.paper.customer, statement.customer.name],
    [say.paper.customerNumber, statement.customer.number],
    [say.statement, joined([statementName(statement, words), words.date(statement.asOf)], type)],
    ...(ask.kind === "pay" ? [[say.paper.since[ask.overdue], words.date(ask.dueOn)] as const] : []),
  ] as const;
  const amount = ask.kind === "pay" ? words.amount(ask.amountCents) : words.balance(statement.closingCents);
  return (
    <View style={{ width: RIGHT }}>
      {facts.map(([label, value]) => (
        <View key={label} style={styles.fact}>
          <Text style={{ fontSize: size.text, color: colour.soft }}>{label}</Text>
          <Lines
            style={{ fontSize: size.text }}
            lines={fitted(value, roomBeside(label, type), type)}
            type={type}
          />
        </View>
      ))}
      <View
        style={{ ...styles.fact, height: 20, borderTopWidth: 0.75, borderColor: colour.ink, marginTop: 3 }}
      >
        <Text style={{ fontSize: size.body, fontWeight: 600 }}>
          {ask.kind === "pay" ? say.amountDue : say.balance}
        </Text>
        <Text style={{ fontSize: size.body, fontWeight: 600 }}>{`${amount} ${statement.currency}`}</Text>
      </View>
      {ask.kind === "pay" && (
        <View style={styles.enclosed}>
          <Text style={{ fontSize: size.text, color: colour.soft }}>{say.paper.enclosed}</Text>
          <View style={styles.box} />
        </View>
      )}
    </View>
  );
}
