// What stands on a receipt, from top to bottom, as rows of known height: so that a roll is cut where the text ends, and a
// sheet breaks between lines and never inside one.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { receiptWords } from "@/domain/language/receipt-words.ts";
import { priceText } from "@/domain/values/decimal.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { ZERO, minorDigits, type Cents } from "@/domain/values/money.ts";
import {
  changeOf,
  dueOf,
  soldWhen,
  type ReceiptPageLine,
  type ReceiptPage,
} from "@/domain/receipts/receipt-page.ts";
import { isolated } from "./bidi.ts";
import type { Weight } from "./fonts.ts";
import { fitted, joined, printable } from "./text.ts";
import type { Typesetter } from "./typesetter.ts";
import type { PaperWords } from "./words.ts";

export type Copy = "customer" | "merchant";
/** Two copies are one file: the merchant's, which is signed and kept, first. */
export const COPIES = {
  customer: ["customer"],
  merchant: ["merchant"],
  both: ["merchant", "customer"],
} as const satisfies Record<string, readonly Copy[]>;
export type Copies = keyof typeof COPIES;
export type Printed = { receipt: ReceiptPage; copy: Copy; words: PaperWords; zone: string };
export type TextType = { points: number; weight: Weight; soft?: boolean };
export type Row =
  | { kind: "text"; left: string; right: string; type: TextType; centred?: boolean; height: number }
  | { kind: "rule" | "space"; height: number }
  /** A line to sign on, with what was signed on a screen where that was asked. */
  | { kind: "signature"; path: string | null; height: number };
/** Rows that stay together. */
export type Block = readonly Row[];

/** Type sizes of the roll; the sheet's are a little larger. */
export type Scale = { width: number; small: number; text: number; strong: number; title: number };

const LINE = 1.35;

export function blocksOf({ receipt, copy, words, zone }: Printed, scale: Scale): Block[] {
  const set = rowSetter(scale, words.type);
  return [
    headOf(receipt, set, soldWhen(receipt, words.dayLocale, zone)),
    partiesOf(receipt, set, copy),
    [rule],
    ...receipt.lines.map((line) => lineOf(line, receipt, { set, words })),
    totalsOf(receipt, set, words),
    tendersOf(receipt, set, words),
    ...accountOf(receipt, { set, words, copy }),
    ...(receipt.note ? [[space, ...set.all(receipt.note, set.soft, 6)]] : []),
    endOf(receipt, set, copy),
  ];
}

const wordsOf = ({ business }: ReceiptPage) => receiptWords(business.language);

/** What kind of paper it is: a receipt or a return. */
export const nameOf = (receipt: ReceiptPage): string =>
  wordsOf(receipt)[receipt.kind === "return" ? "return" : "receipt"];

const rule: Row = { kind: "rule", height: 9 };
const space: Row = { kind: "space", height: 7 };

type RowSetter = ReturnType<typeof rowSetter>;

function rowSetter({ width, small, text, strong, title }: Scale, setter: Typesetter) {
  const row = (left: string, right: string, type: TextType, centred = false): Row => ({
    kind: "text",
    left,
    right,
    type,
    centred,
    height: type.points * LINE,
  });
  const types = {
    plain: { points: text, weight: 400 },
    bold: { points: text, weight: 600 },
    strong: { points: strong, weight: 600 },
    title: { points: title, weight: 600 },
    soft: { points: small, weight: 400, soft: true },
  } as const satisfies Record<string, TextType>;
  /** A name and its value, on as many rows as the name needs. */
  const pair = (left: string, right: string, type: TextType, lines = 1): Row[] => {
    const beside = printable(right, setter);
    const room = width - (right === "" ? 0 : setter.width(beside, type.points, type.weight) + 10);
    const rows = fitted(left, { width: room, points: type.points, weight: type.weight, lines }, setter);
    return rows.map((line, at) => row(line, at === 0 ? beside : "", type));
  };
  const middle = (said: string, type: TextType, lines = 1): Row[] =>
    fitted(said, { width, points: type.points, weight: type.weight, lines }, setter).map((line) =>
      row(line, "", type, true),
    );
  const all = (said: string, type: TextType, lines: number): Row[] => pair(said, "", type, lines);
  return { ...types, pair, middle, all, setter };
}

function headOf(receipt: ReceiptPage, set: RowSetter, when: string): Block {
  const { name, addressLines, phone, email } = receipt.business;
  return [
    ...set.middle(name, set.title, 2),
    ...[...addressLines, joined([phone, email], set.setter)].flatMap((line) => set.middle(line, set.soft)),
    space,
    ...set.middle(`${nameOf(receipt)} ${receipt.number}`, set.bold),
    ...set.middle(when, set.soft),
  ];
}

function partiesOf(receipt: ReceiptPage, set: RowSetter, copy: Copy): Block {
  const { customer, soldBy, original, buyer, poNumber } = receipt;
  const say = wordsOf(receipt);
  return [
    space,
    ...(customer ? set.pair(customer.name, customer.number, set.bold, 2) : []),
    ...(buyer ? set.pair(say.orderedBy(isolated(buyer)), "", set.plain) : []),
    ...(poNumber ? set.pair(say.po, poNumber, set.plain) : []),
    ...set.pair(say.servedBy(isolated(soldBy)), say.copies[copy], set.soft),
    ...(original ? set.pair(say.broughtBack(original.number), "", set.soft) : []),
  ];
}

function lineOf(
  line: ReceiptPageLine,
  receipt: ReceiptPage,
  { set, words }: { set: RowSetter; words: PaperWords },
): Block {
  const { currency, taxes } = receipt;
  const say = wordsOf(receipt);
  const written = (plain: string) => typedNumber(plain, words.locale);
  const unit = line.unit ? ` ${line.unit}` : "";
  const counted = [
    `${written(line.quantity)}${unit} × ${written(priceText(line.unitPrice, minorDigits(currency)))}`,
    line.discountCents > 0 ? say.less(words.amount(line.discountCents)) : "",
    line.sku,
    taxes.length > 0 && !line.taxable ? say.notTaxed : "",
  ];
  return [
    ...set.pair(line.description, words.amount(line.totalCents), set.plain, 3),
    ...set.pair(counted.filter(Boolean).join(" · "), "", set.soft, 2),
    { kind: "space", height: 2.5 },
  ];
}

function totalsOf(receipt: ReceiptPage, set: RowSetter, words: PaperWords): Block {
  const { subtotalCents, totalCents, onAccountCents, taxes, noTaxSet, currency } = receipt;
  const say = wordsOf(receipt);
  const bought = receipt.lines.length > 0;
  const taxed = bought && taxes.length > 0;
  const alone = onAccountCents === ZERO;
  const sum = (name: string, amount: Cents, strong = false) =>
    set.pair(
      name,
      strong ? `${currency} ${words.amount(amount)}` : words.amount(amount),
      strong ? set.strong : set.plain,
    );
  return [
    ...(bought ? [rule] : []),
    ...(taxed
      ? [
          ...sum(say.subtotal, subtotalCents),
          ...taxes.flatMap(({ name, rate, taxCents }) =>
            sum(`${name} ${formatPercent(rate, words.locale)}`, taxCents),
          ),
        ]
      : []),
    ...(bought && noTaxSet ? set.pair(say.tax, say.noTaxSet, set.plain) : []),
    ...(bought ? sum(say.total, totalCents, alone) : []),
    ...(alone ? [] : [...sum(say.onAccount, onAccountCents), ...sum(say.toPay, dueOf(receipt), true)]),
  ];
}

function tendersOf(receipt: ReceiptPage, set: RowSetter, words: PaperWords): Block {
  const change = changeOf(receipt);
  const say = wordsOf(receipt);
  const named = ({ tender, reference }: ReceiptPage["tenders"][number]) => {
    if (tender === "house-charge") return receipt.kind === "sale" ? say.charged : say.credited;
    return [say.tenders[tender], reference].filter(Boolean).join(" ");
  };
  return [
    rule,
    ...receipt.tenders.flatMap((tender) =>
      set.pair(named(tender), words.amount(tender.givenCents), set.plain),
    ),
    ...(change > 0 ? set.pair(say.change, words.amount(change), set.bold) : []),
  ];
}

/** The customer reads what they owe now; the merchant keeps a signature for what was charged. What was signed on a screen stands on both. */
function accountOf(
  receipt: ReceiptPage,
  { set, words, copy }: { set: RowSetter; words: PaperWords; copy: Copy },
): Block[] {
  const say = wordsOf(receipt);
  const { balance, invoice, houseChargeCents, customer, signature } = receipt;
  const charged = receipt.kind === "sale" && houseChargeCents > 0;
  const billed = charged && invoice ? say.billed(invoice.number, words.date(invoice.dueOn)) : "";
  const owed: Row[] =
    copy === "customer" && balance
      ? [
          ...set.pair(say.before, words.balance(balance.beforeCents), set.plain),
          ...set.pair(say.now, words.balance(balance.afterCents), set.bold),
        ]
      : [];
  const told = [...set.all(billed, set.soft, 2), ...owed];
  const blocks: Block[] = told.length > 0 ? [[rule, ...told]] : [];
  if ((copy === "merchant" || signature) && charged && customer)
    blocks.push([
      space,
      // The very sentence that was signed.
      ...set.all(
        signature?.shown?.words ?? say.agreed(`${receipt.currency} ${words.amount(houseChargeCents)}`),
        set.soft,
        4,
      ),
      signature
        ? { kind: "signature", path: signature.path, height: 58 }
        : { kind: "signature", path: null, height: 42 },
      ...set.pair(
        say.signedFor(isolated(customer.name)),
        signature ? isolated(signature.name) : "",
        set.soft,
      ),
    ]);
  return blocks;
}

const endOf = (receipt: ReceiptPage, set: RowSetter, copy: Copy): Block =>
  copy === "customer" ? [space, ...set.middle(wordsOf(receipt).thanks, set.soft)] : [];
