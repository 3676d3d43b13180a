// Figures in words: each sentence a person reads, with the figures that lead to it.
import { describe, expect, test } from "vitest";
import { canCharge, type AccountFigures, type CreditLimit, type CreditTerms } from "./account.ts";
import { canChargeWords, lateWords, overdueOf, useOfLimit } from "./account-words.ts";
import { countOf } from "../count-of.ts";
import { agingOf } from "./aging.ts";
import { ZERO, cents, formatAmount, type Cents } from "../values/money.ts";

const write = (amount: Cents) => formatAmount(amount, "USD");
const limitOf = (units: number): CreditLimit => ({ kind: "limit", limitCents: cents(units) });

type Given = { balance?: number; credit?: number; earmarked?: number; reserved?: number };

function figures({ balance = 0, credit = 0, earmarked = 0, reserved = 0 }: Given): AccountFigures {
  return {
    balanceCents: cents(balance),
    openCreditCents: cents(credit),
    earmarkedCents: cents(earmarked),
    reservedCents: cents(reserved),
    retainedCents: ZERO,
    netCents: cents(balance - credit),
    countEarmarked: false,
  };
}

function said(given: Given, terms: Partial<CreditTerms> = {}): string {
  const full: CreditTerms = {
    status: "good",
    chargingAllowed: true,
    heldForAge: null,
    raisedUntil: null,
    hasAddress: true,
    limit: limitOf(500000),
    ...terms,
  };
  const { claim, because } = canChargeWords(
    figures(given),
    full.limit,
    canCharge(figures(given), full),
    write,
  );
  return `${claim}: ${because}`;
}

describe("why a customer can charge what they can", () => {
  test("product.md's example, with every number of the formula", () => {
    expect(said({ balance: 185090, credit: 30000, earmarked: 10000 })).toBe(
      "Can charge 3,349.10: the limit is 5,000.00, and 1,650.90 of it is in use: 1,850.90 owed, " +
        "less 200.00 of free credit; 100.00 is earmarked and doesn’t count.",
    );
  });

  test.each<[string, Given, string]>([
    ["nothing owed", {}, "Can charge 5,000.00: the limit is 5,000.00, and none of it is in use."],
    ["only debt", { balance: 100 }, "Can charge 4,999.00: the limit is 5,000.00, and 1.00 of it is in use."],
    [
      "exactly full",
      { balance: 500000 },
      "Can charge nothing: the limit is 5,000.00, and all of it is in use.",
    ],
    [
      "over the limit",
      { balance: 540000 },
      "Can charge nothing: the limit is 5,000.00, and 5,400.00 is in use, 400.00 more than that.",
    ],
    [
      "more credit than debt",
      { balance: 10000, credit: 30000 },
      "Can charge 5,200.00: the limit is 5,000.00, and 200.00 of free credit comes on top: 100.00 owed, " +
        "less 300.00 of free credit.",
    ],
    [
      "credit that is all earmarked",
      { balance: 10000, credit: 30000, earmarked: 30000 },
      "Can charge 4,900.00: the limit is 5,000.00, and 100.00 of it is in use; 300.00 is earmarked and doesn’t count.",
    ],
    [
      "something reserved",
      { balance: 10000, reserved: 5000 },
      "Can charge 4,850.00: the limit is 5,000.00, and 150.00 of it is in use: 100.00 owed, plus 50.00 reserved.",
    ],
  ])("%s", (_name, given, sentence) => {
    expect(said(given)).toBe(sentence);
  });

  test.each<[Partial<CreditTerms>, string]>([
    [{ status: "hold" }, "Can’t charge: the account is on hold."],
    [
      { heldForAge: { daysPastDue: 90, afterDays: 60 } },
      "Can’t charge: the account is on hold: something on it is 90 days past due, and from 60 on nothing more is charged.",
    ],
    [
      { status: "hold", holdReason: "Check came back." },
      "Can’t charge: the account is on hold: Check came back.",
    ],
    [{ status: "charge-off" }, "Can’t charge: the account has been charged off."],
    [{ status: "closed" }, "Can’t charge: the account is closed."],
    [{ chargingAllowed: false }, "Can’t charge: the account hasn’t been opened for credit."],
    [{ limit: { kind: "none" } }, "Can’t charge: no credit limit is set."],
    [{ hasAddress: false }, "Can’t charge: the customer has no address on file."],
    [{ limit: { kind: "unlimited" } }, "Can charge any amount: the account has no upper limit."],
  ])("%o", (terms, sentence) => {
    expect(said({ balance: 100 }, terms)).toBe(sentence);
  });
});

test("how much of a limit is in use", () => {
  const use = (given: Given, limit: CreditLimit) =>
    useOfLimit(figures(given), limit, { write, locale: "en-US" });
  const owed = { balance: 185090, credit: 30000, earmarked: 10000 };
  expect(use(owed, limitOf(500000))).toEqual({ percent: 33, words: "33% of the limit in use" });
  expect(use({ balance: 540000 }, limitOf(500000))).toEqual({ percent: 108, words: "400.00 over the limit" });
  expect(use({ credit: 100 }, limitOf(500000))?.percent).toBe(0);
  expect(use({}, limitOf(0))).toBeNull();
  expect(use({}, { kind: "unlimited" })).toBeNull();
});

test("overdue is everything past its due date", () => {
  const buckets = {
    current: cents(1),
    d1_30: cents(20),
    d31_60: cents(300),
    d61_90: cents(4000),
    d91: cents(50000),
  };
  expect(overdueOf(agingOf(buckets, ZERO))).toBe(54320);
});

test("how late", () => {
  expect([-1, 0, 1, 48].map(lateWords)).toEqual([null, "due today", "1 day late", "48 days late"]);
});

test("counts agree with their nouns", () => {
  expect([0, 1, 2466].map((count) => countOf(count, "invoice"))).toEqual([
    "no invoices",
    "1 invoice",
    "2,466 invoices",
  ]);
});
