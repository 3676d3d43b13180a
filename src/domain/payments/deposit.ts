// Payments that are taken to the bank together: what each account's part of it posts, and what its slip says.
import { assert } from "../assert.ts";
import type { Language } from "../language/language.ts";
import type { PaymentMethod } from "../ledger/payment-method.ts";
import { posting, type EventHeader, type JournalLine, type Posting } from "../ledger/posting.ts";
import type { Day } from "../values/day.ts";
import { negative, sum, type Cents } from "../values/money.ts";

/** More than a slip of so many lines is several deposits. */
export const DEPOSITED_AT_ONCE = 500;

/** `toAccount`: the number of the bank account. */
type Part = { depositId: string; toAccount: string; amountCents: Cents };

/** One account's payments of a deposit: Dr bank, Cr undeposited funds. What it owes and has open stays as it is. */
export function postDeposit(place: EventHeader, { depositId, toAccount, amountCents }: Part): Posting {
  assert(amountCents > 0, "something is deposited");
  const what = { kind: "deposit", label: "Deposit", documentId: depositId } as const;
  return posting(place, what, toBank(toAccount, amountCents));
}

/** The opposite: the payments lie in undeposited funds again. */
export const postDepositReversal = (
  place: EventHeader,
  { depositId, toAccount, amountCents }: Part,
): Posting =>
  posting(
    place,
    { kind: "deposit", label: "Reversal of Deposit", documentId: depositId },
    toBank(toAccount, negative(amountCents)),
  );

const toBank = (toAccount: string, amountCents: Cents): JournalLine[] => [
  { role: "bank", chartCode: toAccount, amountCents },
  { role: "undeposited-funds", amountCents: negative(amountCents) },
];

/** A payment as a slip lists it. */
export type DepositedPayment = {
  paymentId: string;
  /** null for a payment that was brought in by an import: it has no number of ours. */
  number: string | null;
  receivedOn: Day;
  customerId: string;
  customerNumber: string;
  customerName: string;
  method: PaymentMethod | "import";
  /** "Check 4471": the way it came, with its reference. */
  type: string;
  /** A check's number, or what else the payer wrote on it. */
  reference: string;
  amountCents: Cents;
  /** Of which check for several customers it is a part, where it is one. */
  splitId: string | null;
};

/** What a slip is drawn from. */
export type DepositPaper = {
  business: {
    name: string;
    addressLines: string[];
    paper: "A4" | "LETTER";
    locale: string;
    language: Language;
  };
  bank: string;
  number: string;
  depositedOn: Day;
  currency: string;
  amountCents: Cents;
  memo: string;
  reversedOn: Day | null;
  payments: DepositedPayment[];
};

/** What a bank counts apart: cash, checks, and the rest. A check for several customers is one. */
export type SlipSums = { cashCents: Cents; checksCents: Cents; othersCents: Cents; checks: number };

export function slipSums(
  payments: readonly Pick<DepositedPayment, "paymentId" | "method" | "amountCents" | "splitId">[],
): SlipSums {
  const of = (fits: (method: DepositedPayment["method"]) => boolean) =>
    payments.filter((each) => fits(each.method)).map((each) => each.amountCents);
  const checks = payments.filter(({ method }) => method === "check");
  return {
    cashCents: sum(of((method) => method === "cash")),
    checksCents: sum(checks.map((each) => each.amountCents)),
    othersCents: sum(of((method) => method !== "cash" && method !== "check")),
    checks: new Set(checks.map(({ splitId, paymentId }) => splitId ?? paymentId)).size,
  };
}
