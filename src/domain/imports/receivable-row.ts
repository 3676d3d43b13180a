// What one row of a file of receivables is: an invoice, a credit memo or a payment, by its type, its side or its sign, with
// what of it is open and what was paid.
import { negative, minus, ZERO, type Cents } from "../values/money.ts";
import type { RowCells, Unread } from "./cells.ts";
import { quoted } from "./faults.ts";
import { sideNamed, statusNamed, typeNamed, yesNamed } from "./words.ts";
import type { Entry } from "./entries.ts";

export type RowAmounts = {
  kind: Entry["kind"];
  totalCents: Cents;
  /** As it stands in the file, whatever its kind. */
  isNegative: boolean;
  openCents: Cents | null;
  paidCents: Cents | null;
};

/** Why a row isn't brought in though nothing is wrong with it. */
export type LeftOutWhy = string;

export type Read = { cents: Cents; cell: { side: "debit" | "credit" | null; money: string } } | Unread | null;
const isUnread = (read: Read): read is Unread => typeof read === "string";

const LEFT_OUT_STATUS = { paid: "Paid", void: "Void or written off", draft: "Draft" } as const;

/** Words that settle the row before its amounts are looked at. */
export function leftOutByWords(row: RowCells, { isPayment }: { isPayment: boolean }): LeftOutWhy | null {
  const status = row.says("status");
  if (status !== "") {
    const named = statusNamed(status);
    if (named === null)
      row.warn(
        "status",
        "unknown status",
        `${quoted(status)} is a status we don’t know; the row is taken as open.`,
      );
    else if (named === "void" || named === "draft") return LEFT_OUT_STATUS[named];
    else if (named === "paid" && !isPayment && row.isBlank("openAmount") && row.isBlank("settledOn"))
      return LEFT_OUT_STATUS.paid;
  }
  const type = row.says("type");
  return !isPayment && type !== "" && typeNamed(type) === "other"
    ? `${type.slice(0, 40)}: not an invoice, credit or payment`
    : null;
}

/** Null where it was told as a fault, or waits for an answer. */
export function readAmounts(row: RowCells): RowAmounts | null {
  const own = row.has("amount") ? "amount" : "lineAmount";
  const reads: Read[] = [own, "openAmount", "paidAmount", "debit", "credit"].map((field) =>
    row.has(field) ? row.amount(field) : null,
  );
  const [amount = null, open = null, paid = null, debit = null, credit = null] = reads;
  if (reads.some(isUnread) || !moneyFits(row, reads)) return null;
  if (!opensRight(row, amount, open)) return null;
  const whole = signedOf(row, centsIn(amount), centsIn(debit), centsIn(credit));
  const signed = whole ?? centsIn(open);
  if (signed === null) {
    row.fault(
      row.has("amount") ? "amount" : row.has("openAmount") ? "openAmount" : "debit",
      "missing",
      "No amount.",
    );
    return null;
  }
  // A side beside an amount counts where no column has signed it.
  const bySelf = row.isBlank("side") && (whole === null || centsIn(amount) !== null);
  const kind = kindOf(row, signed, bySelf ? sideIn(whole === null ? open : amount) : null);
  if (!kind || !statusFits(row, centsIn(open))) return null;
  return withOpen(row, {
    kind,
    totalCents: size(signed),
    isNegative: signed < 0,
    openCents: sizeOrNull(centsIn(open)),
    paidCents: sizeOrNull(centsIn(paid)),
  });
}

const centsIn = (read: Read): Cents | null => (read === null || isUnread(read) ? null : read.cents);
const size = (of: Cents): Cents => (of < 0 ? negative(of) : of);
const sizeOrNull = (of: Cents | null): Cents | null => (of === null ? null : size(of));
const sideIn = (read: Read) => (read === null || isUnread(read) ? null : read.cell.side);

/** What is open beside an amount has its sign, and is said. */
function opensRight(row: RowCells, amount: Read, open: Read): boolean {
  if (!row.has("openAmount") || amount === null || isUnread(amount) || amount.cents === 0) return true;
  if (open === null) {
    row.fault("openAmount", "missing", "No open balance. Write 0 where nothing is open.");
    return false;
  }
  if (isUnread(open) || open.cents === 0 || open.cents < 0 === amount.cents < 0) return true;
  // Programs write the payment of a minus amount as an open plus, and the other way round: nobody can tell which.
  row.fault("openAmount", "another sign", "The open balance has another sign than the amount.");
  return false;
}

/** Nobody can tell which of the two is so. */
function statusFits(row: RowCells, open: Cents | null): boolean {
  if (open === null || open === ZERO || statusNamed(row.says("status")) !== "paid") return true;
  row.fault(
    "status",
    "paid and open",
    `${quoted(row.says("status"))}, and ${row.says("openAmount")} is open.`,
  );
  return false;
}

/** Debits are owed, credits are theirs. */
function signedOf(
  row: RowCells,
  amount: Cents | null,
  debit: Cents | null,
  credit: Cents | null,
): Cents | null {
  if (amount === null && (debit !== null || credit !== null)) return minus(debit ?? ZERO, credit ?? ZERO);
  const side = row.says("side");
  if (amount === null || side === "") return amount;
  const named = sideNamed(side);
  if (named === null) {
    row.fault("side", "unknown side", `${quoted(side)} is neither debit nor credit.`);
    return amount;
  }
  return named === "credit" ? negative(amount) : amount;
}

function kindOf(row: RowCells, signed: Cents, side: "debit" | "credit" | null): Entry["kind"] | null {
  const type = row.says("type");
  const isCredit = side === "credit" ? signed >= 0 : signed < 0;
  if (type === "") return isCredit || row.creditsOnly ? "credit" : "invoice";
  const named = typeNamed(type);
  if (named === "invoice") return isCredit ? "credit" : "invoice";
  if (named === "credit" || named === "payment") return named;
  row.fault(
    "type",
    "unknown type",
    `${quoted(type)} is no kind of document that we know: Invoice, Credit memo or Payment.`,
  );
  return null;
}

function withOpen(row: RowCells, amounts: RowAmounts): RowAmounts | null {
  const { totalCents, openCents, paidCents } = amounts;
  if (openCents !== null && openCents > totalCents) {
    row.fault("openAmount", "more than its amount", "More is open than the document was for.");
    return null;
  }
  if (paidCents !== null && paidCents > totalCents) {
    row.fault("paidAmount", "more than its amount", "More was paid than the document was for.");
    return null;
  }
  if (openCents !== null && paidCents !== null && minus(totalCents, paidCents) !== openCents)
    row.warn("openAmount", "doesn’t foot", "Amount less paid isn’t what is open; the open balance counts.");
  return amounts;
}

/** A sign or a code beside an amount is of this business's currency, or the row is refused. */
export function moneyFits(row: RowCells, reads: readonly Read[], field = "amount"): boolean {
  const { currency } = row;
  const written = row.says("currency").toUpperCase();
  const wrong = (text: string, of: string) => {
    row.fault(of, `in ${text}`, `${quoted(text)}: your accounts are in ${currency}.`);
    return false;
  };
  if (written !== "" && !means(written, currency)) return wrong(row.says("currency"), "currency");
  for (const read of reads) {
    const money = read === null || isUnread(read) ? "" : read.cell.money;
    if (money !== "" && !means(money.toUpperCase(), currency)) return wrong(money, field);
  }
  return true;
}

const SIGNS: Record<string, RegExp> = {
  $: /^(?:USD|CAD|AUD|NZD|MXN|SGD|HKD|[A-Z]{2}D)$/,
  "€": /^EUR$/,
  "£": /^(?:GBP|EGP|FKP|GIP|SHP)$/,
  "¥": /^(?:JPY|CNY)$/,
  "₹": /^INR$/,
  KR: /^(?:SEK|NOK|DKK|ISK)$/,
  "KR.": /^(?:SEK|NOK|DKK|ISK)$/,
  US$: /^USD$/,
  C$: /^CAD$/,
  CA$: /^CAD$/,
  A$: /^AUD$/,
  AU$: /^AUD$/,
  "FR.": /^CHF$/,
  RS: /^(?:INR|PKR|LKR|NPR|MUR)$/,
  "RS.": /^(?:INR|PKR|LKR|NPR|MUR)$/,
  R: /^ZAR$/,
  R$: /^BRL$/,
  ZŁ: /^PLN$/,
  KČ: /^CZK$/,
  EURO: /^EUR$/,
  "US DOLLAR": /^USD$/,
};
const means = (written: string, currency: string): boolean =>
  written === currency || (SIGNS[written]?.test(currency) ?? false);

/** Null where it can't be told, which was said. */
export function disputedIn(row: RowCells): boolean | null {
  const text = row.says("disputed");
  if (text === "") return false;
  const named = yesNamed(text);
  if (named === null) row.fault("disputed", "neither yes nor no", `${quoted(text)} is neither yes nor no.`);
  return named;
}
