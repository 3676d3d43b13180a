// A receipt as a person reads it, on the screen and on paper: lines, tenders, and what they are made of elsewhere.
import type { Language } from "../language/language.ts";
import type { Day } from "../values/day.ts";
import { formatDay } from "../values/day-words.ts";
import { dayOfInstant, formatInstant } from "../values/instant.ts";
import { ZERO, minus, plus, type Cents } from "../values/money.ts";
import type { TaxRate } from "../values/tax.ts";
import type { ReceiptKind, Tender } from "./receipt.ts";
import type { Signature } from "./signature.ts";

export type ReceiptPageLine = {
  line: number;
  productId: string | null;
  sku: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountCents: Cents;
  totalCents: Cents;
  taxable: boolean;
  taxCents: Cents;
};

export type PaperLink = { kind: "invoice" | "payment" | "credit-memo"; id: string; number: string };

export type ReceiptPageTender = {
  tender: Tender;
  reference: string;
  amountCents: Cents;
  givenCents: Cents;
  onAccountCents: Cents;
  /** What it posted to the account. */
  eventId: number | null;
  /** That was reversed. */
  reversed: boolean;
  paper: PaperLink | null;
};

export type ReceiptPage = {
  receiptId: string;
  number: string;
  kind: ReceiptKind;
  currency: string;
  issuedOn: Day;
  createdAt: string;
  soldBy: string;
  note: string;
  /** Of its house charge: who asked for it and on what purchase order; "" where nobody said. */
  buyer: string;
  poNumber: string;
  /** What the customer signed for its house charge; null where nobody did. */
  signature: Signature | null;
  /** For the business itself: never printed. */
  memo: string;
  customer: { customerId: string; number: string; name: string; addressLines: string[] } | null;
  /** `language`: of the paper. */
  business: {
    name: string;
    addressLines: string[];
    phone: string | null;
    email: string | null;
    language: Language;
  };
  subtotalCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  onAccountCents: Cents;
  houseChargeCents: Cents;
  moneyCents: Cents;
  /** What each rate came to; none where nothing was taxed. */
  taxes: readonly (TaxRate & { taxCents: Cents })[];
  /** Sold untaxed, and nobody has said yet what is taxed. */
  noTaxSet: boolean;
  lines: ReceiptPageLine[];
  tenders: ReceiptPageTender[];
  /** The invoice of its house charge: when it is due, what is open of it, and whether it was reversed. */
  invoice: { invoiceId: string; number: string; dueOn: Day; openCents: Cents; reversed: boolean } | null;
  /** Of the account, before and after what this receipt posted; null when it posted nothing. */
  balance: { beforeCents: Cents; afterCents: Cents } | null;
  /** On a return: the receipt of the sale. */
  original: { receiptId: string; number: string } | null;
  /** `reversed`: its credit memo was reversed, so nothing of it counts. */
  returns: { receiptId: string; number: string; issuedOn: Day; totalCents: Cents; reversed: boolean }[];
  /** Something of it can still be brought back. */
  returnable: boolean;
};

/** With the time of day where it was recorded on the day itself; what is entered later has only its day. */
export function soldWhen(
  { issuedOn, createdAt }: Pick<ReceiptPage, "issuedOn" | "createdAt">,
  locale: string,
  zone: string,
): string {
  return dayOfInstant(createdAt, zone) === issuedOn
    ? formatInstant(createdAt, locale, zone)
    : formatDay(issuedOn, locale);
}

type Amounts = Pick<ReceiptPage, "totalCents" | "onAccountCents">;
export const dueOf = ({ totalCents, onAccountCents }: Amounts): Cents => plus(totalCents, onAccountCents);

export const changeOf = ({ tenders }: Pick<ReceiptPage, "tenders">): Cents =>
  tenders.reduce((change, { givenCents, amountCents }) => plus(change, minus(givenCents, amountCents)), ZERO);

const TENDER_WORDS: Record<Tender, string> = {
  cash: "Cash",
  check: "Check",
  card: "Card",
  "house-charge": "House Charge",
};

/** "Check 4471"; on a return, the house charge is credit to the account. */
export function tenderName(
  { tender, reference }: Pick<ReceiptPageTender, "tender" | "reference">,
  kind: ReceiptKind = "sale",
): string {
  if (kind === "return" && tender === "house-charge") return "Credit to the account";
  return [TENDER_WORDS[tender], reference].filter(Boolean).join(" ");
}
