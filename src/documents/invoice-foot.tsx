// The end of an invoice on paper: the notes to the customer, how it is paid, and the line at the foot of each page.
import { Text, View, type Styles } from "@react-pdf/renderer";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import type { InvoiceWords } from "@/domain/language/invoice-words.ts";
import type { Signature } from "@/domain/receipts/signature.ts";
import { isolated } from "./bidi.ts";
import { FAMILY } from "./fonts.ts";
import { Lines } from "./lines.tsx";
import type { Look } from "./look.tsx";
import { oneLine } from "./plain.ts";
import { Strokes } from "./strokes.tsx";
import { atMost, fitted, joined, wrapped } from "./text.ts";
import { colour, sheet, size } from "./theme.ts";
import type { PaperWords } from "./words.ts";

/** What all parts of the paper share. */
export type Drawn = { invoice: InvoicePaper; words: PaperWords; say: InvoiceWords; look: Look };

/** How to pay, at the foot of the last page; and what the notes above it take. */
const END = 96;
const NOTE_HEAD = 28;
const NOTE_LINE = 12;
const NOTE_LINES = 36;
export const styles = {
  page: { fontFamily: FAMILY, fontSize: size.text, color: colour.ink, backgroundColor: colour.paper },
  band: {
    position: "absolute",
    left: sheet.side,
    right: sheet.side,
    flexDirection: "row",
    justifyContent: "space-between",
  },
  small: { fontSize: size.small, color: colour.soft },
  heading: { fontSize: size.heading, fontWeight: 600, marginBottom: 4 },
  line: { fontSize: size.text, lineHeight: 1.4 },
} satisfies Styles;

const TERMS_GAP = 8;
const TERMS_LINE = 10;
const TERMS_LINES = 10;

const SIGNED = { words: 16, drawn: 52, gap: 10, width: 200 };

/** What is said at the end beside how it is paid: what was signed, the notes to the customer, and the business's terms. */
export type EndNotes = { signature: Signature | null; notes: string[]; terms: string[] };

/** What the end takes of the last page. */
export const endHeight = ({ signature, notes, terms }: EndNotes): number =>
  END +
  (signature ? SIGNED.words + SIGNED.drawn + SIGNED.gap : 0) +
  (notes.length > 0 ? NOTE_HEAD + notes.length * NOTE_LINE : 0) +
  (terms.length > 0 ? TERMS_GAP + terms.length * TERMS_LINE : 0);

export const notesOf = ({ invoice, words }: Drawn, width: number): EndNotes => ({
  signature: invoice.signature,
  notes: wrapped(invoice.notes, { width, points: size.text }, words.type).slice(0, NOTE_LINES),
  terms: wrapped(invoice.business.brand.terms, { width, points: size.small }, words.type).slice(
    0,
    TERMS_LINES,
  ),
});

export function End({
  invoice,
  words,
  say,
  look,
  said: { signature, notes, terms },
  height,
}: Drawn & { said: EndNotes; height: number }) {
  const { type } = words;
  const bottom = sheet.bottom + sheet.footer;
  return (
    <View style={{ position: "absolute", left: sheet.side, right: sheet.side, bottom, height }}>
      {signature ? <Signed invoice={invoice} words={words} say={say} signature={signature} /> : null}
      {notes.length > 0 ? (
        <View style={{ height: NOTE_HEAD + notes.length * NOTE_LINE }}>
          <Text style={styles.heading}>{say.notes}</Text>
          {notes.map((line, index) => (
            <Lines key={index} style={{ fontSize: size.text, lineHeight: 1.4 }} lines={[line]} type={type} />
          ))}
        </View>
      ) : null}
      {terms.length > 0 ? (
        <View style={{ height: TERMS_GAP + terms.length * TERMS_LINE }}>
          <Lines style={{ ...styles.small, lineHeight: TERMS_LINE / size.small }} lines={terms} type={type} />
        </View>
      ) : null}
      <View style={{ borderTopWidth: 0.75, borderColor: colour.strong, paddingTop: 7 }}>
        <HowToPay invoice={invoice} words={words} say={say} look={look} />
      </View>
    </View>
  );
}

/** Of a house charge: what the customer signed for it, as on its receipt. */
function Signed({ invoice, words, say, signature }: Omit<Drawn, "look"> & { signature: Signature }) {
  const told = say.signedBy(isolated(signature.name || invoice.customer.name));
  const place = { width: 480, points: size.heading, weight: 600 } as const;
  return (
    <View style={{ width: SIGNED.width, height: SIGNED.words + SIGNED.drawn + SIGNED.gap }}>
      <View style={{ width: 480, height: SIGNED.words }}>
        <Lines
          style={{ fontSize: size.heading, fontWeight: 600 }}
          lines={fitted(told, place, words.type)}
          type={words.type}
        />
      </View>
      <Strokes path={signature.path} height={SIGNED.drawn} />
    </View>
  );
}

function HowToPay({ invoice, words, say }: Drawn) {
  const { type } = words;
  const paper = words.say.paper;
  const { business, customer, number, openCents, isVoid, credits } = invoice;
  const { remitTo } = business.brand;
  const isOpen = openCents > 0 && !isVoid && credits === null;
  const contact = [business.phone, business.email].filter(Boolean).join(paper.or);
  const told = [
    ...(isOpen
      ? [
          paper.payTo(isolated(business.name)),
          joined(atMost(remitTo.length > 0 ? remitTo : business.addressLines, 4), type),
          say.quote(customer.number, number),
        ]
      : [isVoid ? say.voided : say.settledInFull]),
    contact === "" ? "" : paper.questions(contact),
  ].filter((line) => line !== "");
  return (
    <>
      <Text style={styles.heading}>{isOpen ? paper.howToPay : words.say.nothingToPay}</Text>
      {told.map((line, index) => (
        <Lines
          key={index}
          style={styles.line}
          lines={fitted(line, { width: 480, points: size.text }, type)}
          type={type}
        />
      ))}
    </>
  );
}

export function Footer({ invoice, words, say, page }: Drawn & { page: { number: number; of: number } }) {
  const { type } = words;
  const told = [isolated(invoice.business.name), `${say.invoice} ${isolated(oneLine(invoice.number))}`].join(
    " · ",
  );
  return (
    <View style={{ ...styles.band, bottom: sheet.bottom }}>
      <Lines
        style={styles.small}
        lines={fitted(told, { width: 380, points: size.small }, type)}
        type={type}
      />
      <Text style={styles.small}>{words.say.paper.pageOf(page.number, page.of)}</Text>
    </View>
  );
}
