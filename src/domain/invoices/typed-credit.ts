// A credit memo as it stands on the screen: what was typed, read with the rules that the books go by, so that what it comes to and
// what it settles are right before anything is sent.
import { REFUSALS, Refusal } from "../refusal.ts";
import { QUANTITY_DIGITS, parseDecimal } from "../values/decimal.ts";
import { ZERO, parseAmount, smaller, type Cents } from "../values/money.ts";
import { plainNumber, type Notation } from "../values/written-number.ts";
import {
  creditLine,
  creditLines,
  totalCredit,
  type ChosenLine,
  type CreditChoice,
  type CreditTotal,
  type Creditable,
  type CreditableLine,
} from "./invoice-credit.ts";

export const CREDIT_WAYS = ["whole", "lines", "amount"] as const;
export type CreditWay = (typeof CREDIT_WAYS)[number];

/** Of a line one box is filled in: its quantity, or an amount before tax. */
export type TypedLine = { quantity: string; amount: string };
export type TypedCredit = {
  by: CreditWay;
  lines: Readonly<Record<number, TypedLine>>;
  amount: string;
};

export type ReadCredit = {
  /** null while something is wrong or nothing is chosen. */
  choice: CreditChoice | null;
  total: CreditTotal;
  /** By line: what it comes to before tax. */
  amounts: ReadonlyMap<number, Cents>;
  faults: ReadonlyMap<number, string>;
  /** What is wrong with the amount, or with all of it. */
  fault: string | null;
  /** What of it settles the invoice; the rest is open credit. */
  appliedCents: Cents;
};

const NOTHING: CreditTotal = { subtotalCents: ZERO, taxCents: ZERO, retainageCents: ZERO, totalCents: ZERO };

export function readCredit(
  invoice: Creditable & { openCents: Cents },
  typed: TypedCredit,
  notation: Notation,
): ReadCredit {
  const { choice, faults, fault } = choiceOf(invoice.lines, typed, notation);
  const nothing = {
    choice: null,
    total: NOTHING,
    amounts: new Map<number, Cents>(),
    faults,
    appliedCents: ZERO,
  };
  if (choice === null || faults.size > 0) return { ...nothing, fault };
  const read = tried(() => creditLines(invoice, choice));
  if (typeof read === "string") return { ...nothing, fault: read };
  const total = totalCredit(read);
  return {
    choice,
    total,
    amounts: new Map(read.map((line) => [line.line, line.totalCents])),
    faults,
    fault: null,
    appliedCents: smaller(invoice.openCents, total.totalCents),
  };
}

type Chosen = { choice: CreditChoice | null; faults: ReadonlyMap<number, string>; fault: string | null };

function choiceOf(lines: readonly CreditableLine[], typed: TypedCredit, notation: Notation): Chosen {
  const faults = new Map<number, string>();
  if (typed.by === "whole") return { choice: { by: "whole" }, faults, fault: null };
  if (typed.by === "amount") {
    if (typed.amount.trim() === "") return { choice: null, faults, fault: null };
    const amountCents = parseAmount(typed.amount, notation.currency, notation.locale);
    const isAmount = typeof amountCents === "number" && amountCents > 0;
    if (!isAmount) return { choice: null, faults, fault: "Enter an amount, such as 120 or 99.50." };
    return { choice: { by: "amount", amountCents }, faults, fault: null };
  }
  const chosen = lines.flatMap((line): ChosenLine[] => {
    const read = lineOf(line, typed.lines[line.line], notation);
    if (typeof read === "string") faults.set(line.line, read);
    return read === null || typeof read === "string" ? [] : [read];
  });
  return { choice: chosen.length === 0 ? null : { by: "lines", lines: chosen }, faults, fault: null };
}

/** What of it is credited, what is wrong with it, or null for nothing. */
function lineOf(
  line: CreditableLine,
  typed: TypedLine | undefined,
  { currency, locale }: Notation,
): ChosenLine | string | null {
  const [quantity, amount] = [typed?.quantity.trim() ?? "", typed?.amount.trim() ?? ""];
  if (quantity === "" && amount === "") return null;
  if (amount !== "") {
    const amountCents = parseAmount(amount, currency, locale);
    if (typeof amountCents !== "number" || amountCents <= 0) return "Enter an amount, such as 120 or 99.50.";
    const chosen = { line: line.line, amountCents };
    return tried(() => (creditLine(line, chosen), chosen));
  }
  const plain = plainNumber(quantity, locale) ?? quantity;
  const read = parseDecimal(plain, QUANTITY_DIGITS);
  if (!read || read.units === 0n) return "Enter a quantity, such as 1 or 2.5.";
  const chosen = { line: line.line, quantity: plain };
  return tried(() => (creditLine(line, chosen), chosen));
}

function tried<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return REFUSALS[error.code];
    throw error;
  }
}
