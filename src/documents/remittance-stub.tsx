// The slip at the statement's end that comes back with the payment: who pays, whom, how much, and what to write on
// the check, so that the clerk who opens the envelope knows where the money belongs.
import { Text, View, type Styles } from "@react-pdf/renderer";
import { machineLine, paymentCode } from "@/domain/statements/payment-code.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { inFours } from "@/domain/values/payment-reference.ts";
import { askOf } from "./ask.ts";
import { statementName } from "./statement-head.tsx";
import { isolated } from "./bidi.ts";
import { Lines } from "./lines.tsx";
import { SquareCode } from "./payment-code.tsx";
import { Terms, type Notes } from "./statement-notes.tsx";
import { atMost, fitted, joined } from "./text.ts";
import { tagged } from "./tags.ts";
import { colour, sheet, size } from "./theme.ts";
import type { Typesetter } from "./typesetter.ts";
import type { PaperWords } from "./words.ts";

export const STUB_HEIGHT = 136;

/** With a code between them, the two sides stand closer. */
const LEFT = 256;
const LEFT_OF_CODE = 186;
const RIGHT = 224;
const CODE = 62;
const ENCLOSED = 130;
/** How it is verified, beside the words on the cut. */
const VERIFY = 300;

const styles = {
  stub: { position: "absolute", left: sheet.side, right: sheet.side },
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

/** What a machine reads of it; null where there is nothing to pay, or nothing to pay by. */
function machineRead(statement: Statement): { code: string; line: string } | null {
  const ask = askOf(statement);
  if (ask.kind !== "pay") return null;
  const code = paymentCode(statement, ask.amountCents);
  const line = machineLine(statement, ask.amountCents);
  return code !== null && line !== null ? { code, line } : null;
}

/** At the foot of the last page; at the top when it has that page to itself. */
type StubProps = Props & { notes: Notes; verify: string | null; alone: boolean };

export function RemittanceStub({ statement, words, notes, verify, alone }: StubProps) {
  const { say, type } = words;
  const pays = askOf(statement).kind === "pay";
  const read = machineRead(statement);
  return (
    <View
      style={{
        ...styles.stub,
        height: STUB_HEIGHT + notes.termsHeight,
        ...(alone ? { top: sheet.continuedTop } : { bottom: sheet.bottom + sheet.footer }),
      }}
    >
      <Terms notes={notes} type={words.type} />
      <View style={styles.cut}>
        <Text {...tagged("P")} style={{ fontSize: size.small, color: colour.soft }}>
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
        <HowToPay statement={statement} words={words} width={read ? LEFT_OF_CODE : LEFT} />
        {read ? <SquareCode text={read.code} points={CODE} /> : null}
        <Slip statement={statement} words={words} />
      </View>
      {read ? (
        <View {...tagged("P")} style={{ position: "absolute", bottom: 0, left: 0 }}>
          <Text style={{ fontSize: size.body, lineHeight: 1 }}>{read.line}</Text>
        </View>
      ) : null}
    </View>
  );
}

function HowToPay({ statement, words, width }: Props & { width: number }) {
  const { say, type } = words;
  const ask = askOf(statement);
  const set = (text: string, lines: number) =>
    fitted(text, { width: width - 6, points: size.text, lines }, type);
  const told = [
    ...(ask.kind === "pay"
      ? payTo(statement, say, set)
      : set(ask.kind === "credit" ? say.paper.isInCredit : say.paper.isSettled, 1)),
    ...contactOf(statement, say, set),
  ];
  return (
    <View style={{ width }}>
      <Text {...tagged("H2")} style={styles.heading}>
        {ask.kind === "pay" ? say.paper.howToPay : say.nothingToPay}
      </Text>
      {told.map((line, index) => (
        <Lines key={index} style={styles.line} lines={[line]} type={type} tag="P" />
      ))}
    </View>
  );
}

type Set = (text: string, lines: number) => string[];

/** Beside a code a line is short, and the two ways to ask stand one above the other. */
function contactOf({ business, payment }: Statement, { paper: say }: PaperWords["say"], set: Set): string[] {
  const ways = [business.phone, business.email].filter((one) => one !== null && one !== "");
  if (ways.length === 0) return [];
  return set(say.questions(ways.join(say.or)), payment?.reference ? 2 : 1);
}

/** Beside a code seven lines at most, and two of those are for whom to ask; the slip says which statement. */
function payTo(statement: Statement, { paper: say }: PaperWords["say"], set: Set): string[] {
  const { business, customer, number, brand, payment } = statement;
  const name = set(say.payTo(isolated(business.name)), 2);
  const remitTo = brand && brand.remitTo.length > 0 ? brand.remitTo : business.addressLines;
  const iban = payment?.iban ? set(`IBAN ${inFours(payment.iban)}`, 1) : [];
  const isCoded = Boolean(payment?.reference);
  const left = isCoded ? 4 - name.length - iban.length : 3;
  const isQuotedAlone = number === null || isCoded;
  return [
    ...name,
    ...atMost(remitTo, left).flatMap((line) => set(line, 1)),
    ...iban,
    ...set(isQuotedAlone ? say.quote(customer.number) : say.quoteBoth(customer.number, number), 1),
  ];
}

const roomBeside = (label: string, type: Typesetter) => ({
  width: RIGHT - type.width(label, size.text) - 10,
  points: size.text,
});

function Slip({ statement, words }: Props) {
  const { type, say } = words;
  const ask = askOf(statement);
  const reference = statement.payment?.reference ?? null;
  const facts = [
    [say.paper.customer, statement.customer.name],
    [say.paper.customerNumber, statement.customer.number],
    [say.statement, joined([statementName(statement, words), words.date(statement.asOf)], type)],
    ...(reference === null || ask.kind !== "pay" ? [] : [[say.paper.reference, inFours(reference)] as const]),
    ...(ask.kind === "pay" ? [[say.paper.since[ask.overdue], words.date(ask.dueOn)] as const] : []),
  ] as const;
  const amount = ask.kind === "pay" ? words.amount(ask.amountCents) : words.balance(statement.closingCents);
  return (
    <View style={{ width: RIGHT }}>
      {facts.map(([label, value]) => (
        <View key={label} {...tagged("P")} style={styles.fact}>
          <Text style={{ fontSize: size.text, color: colour.soft }}>{label}</Text>
          <Lines
            style={{ fontSize: size.text }}
            lines={fitted(value, roomBeside(label, type), type)}
            type={type}
          />
        </View>
      ))}
      <View
        {...tagged("P")}
        style={{ ...styles.fact, height: 20, borderTopWidth: 0.75, borderColor: colour.ink, marginTop: 3 }}
      >
        <Text style={{ fontSize: size.body, fontWeight: 600 }}>
          {ask.kind === "pay" ? say.amountDue : say.balance}
        </Text>
        <Text style={{ fontSize: size.body, fontWeight: 600 }}>{`${amount} ${statement.currency}`}</Text>
      </View>
      {ask.kind === "pay" && (
        <View {...tagged("P")} style={styles.enclosed}>
          <Text style={{ fontSize: size.text, color: colour.soft }}>{say.paper.enclosed}</Text>
          <View style={styles.box} />
        </View>
      )}
    </View>
  );
}
