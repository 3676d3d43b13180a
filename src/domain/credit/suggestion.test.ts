// Suggestions: what each habit leads to, and what must hold of any.
import fc from "fast-check";
import { expect, test } from "vitest";
import { CREDIT_STATUSES } from "../ledger/account.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";
import { habitWords, trendOf, type PayingHabit } from "./paying-habit.ts";
import { isSuggested, suggestLimit, suggestionWords, type Suggested } from "./suggestion.ts";

const write = (amount: Cents) => formatAmount(amount, "USD");
const habit = (more: Partial<PayingHabit> = {}): PayingHabit => ({
  invoicedCents: cents(36_500_00),
  recentCents: cents(9_000_00),
  beforeCents: cents(9_000_00),
  paidInvoices: 20,
  paidLate: 2,
  daysToPay: 30,
  daysLate: 0,
  oldestDaysPastDue: null,
  ...more,
});
const asked = (more: Partial<Suggested> = {}): Suggested => ({
  habit: habit(),
  status: "good",
  limitCents: cents(3_000_00),
  usedCents: cents(2_900_00),
  ...more,
});

test("who pays in time and fills the limit is given what is usual and half as much again", () => {
  expect(suggestLimit(asked(), { write, locale: "en-US" })).toEqual({
    kind: "raise",
    limitCents: 4_500_00,
    because: [
      "Pays 36,500.00 a year in 30 days, 2 of 20 invoices late.",
      "That is usually 3,000.00 owed at a time.",
      "97% of the limit is in use.",
    ],
  });
});

test("who pays a month late is brought down to what is usual", () => {
  const late = asked({
    habit: habit({ daysToPay: 65, daysLate: 35, paidLate: 18 }),
    limitCents: cents(20_000_00),
  });
  expect(suggestLimit(late, { write, locale: "en-US" })).toMatchObject({
    kind: "lower",
    limitCents: 6_500_00,
  });
});

test.each<[string, Partial<Suggested>, string]>([
  ["too few invoices", { habit: habit({ paidInvoices: 4 }) }, "keep"],
  ["room enough", { usedCents: cents(2_000_00) }, "keep"],
  ["a little late", { habit: habit({ daysLate: 6 }) }, "keep"],
  ["something overdue", { habit: habit({ oldestDaysPastDue: 6 }) }, "keep"],
  ["without a limit", { limitCents: null }, "keep"],
  ["closed", { status: "closed", habit: habit({ oldestDaysPastDue: 400 }) }, "keep"],
  ["something two months overdue", { habit: habit({ oldestDaysPastDue: 60 }) }, "look"],
  [
    "late, and the limit is tight already",
    { habit: habit({ daysLate: 31 }), limitCents: cents(1_00) },
    "look",
  ],
])("%s", (_what, more, kind) => {
  const given = suggestLimit(asked(more), { write, locale: "en-US" });
  expect(given.kind).toBe(kind);
  expect(given.because.length).toBeGreaterThan(0);
});

test("of any account: more is never more than twice, less is less, and nobody overdue is given more", () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_00 }).map(cents);
  const days = fc.integer({ min: 0, max: 200 });
  const any = fc.record<Suggested>({
    habit: fc.record<PayingHabit>({
      invoicedCents: amount,
      recentCents: amount,
      beforeCents: amount,
      paidInvoices: fc.nat(40),
      paidLate: fc.nat(40),
      daysToPay: fc.option(days),
      daysLate: fc.option(fc.integer({ min: -60, max: 120 })),
      oldestDaysPastDue: fc.option(days),
    }),
    status: fc.constantFrom(...CREDIT_STATUSES),
    limitCents: fc.option(amount),
    usedCents: amount,
  });
  const met = new Set<string>();
  fc.assert(
    fc.property(any, (given) => {
      const said = suggestLimit(given, { write, locale: "en-US" });
      met.add(said.kind);
      expect(isSuggested(given)).toBe(suggestionWords(said, write) !== null);
      if (said.kind === "raise") {
        expect(said.limitCents).toBeGreaterThan(given.limitCents ?? 0);
        expect(said.limitCents).toBeLessThanOrEqual((given.limitCents ?? 0) * 2);
        expect(given.habit.oldestDaysPastDue ?? 0).toBeLessThanOrEqual(5);
      }
      if (said.kind === "lower") expect(said.limitCents).toBeLessThan(given.limitCents ?? 0);
    }),
    { numRuns: 3000, seed: 20_261_130 },
  );
  expect([...met].sort()).toEqual(["keep", "look", "lower", "raise"]);
});

test.each<[string, Partial<Suggested>, string | null]>([
  ["who fills it", {}, "Raise to 4,500.00"],
  [
    "who pays late",
    { habit: habit({ daysToPay: 65, daysLate: 35 }), limitCents: cents(20_000_00) },
    "Lower to 6,500.00",
  ],
  ["old debts", { habit: habit({ oldestDaysPastDue: 60 }) }, "Look at it"],
  ["room enough", { usedCents: cents(0) }, null],
])("in a list, of %s: %s", (_who, more, words) => {
  expect(suggestionWords(suggestLimit(asked(more), { write, locale: "en-US" }), write)).toBe(words);
});

test("a habit and a trend in words", () => {
  expect(habitWords(habit())).toBe("30 days, in time");
  expect(habitWords(habit({ daysToPay: 34, daysLate: 4 }))).toBe("34 days, 4 late");
  expect(habitWords(habit({ daysToPay: null }))).toBeNull();
  expect(trendOf(habit({ recentCents: cents(12_000_00), beforeCents: cents(10_000_00) }))).toBe(20);
  expect(trendOf(habit({ beforeCents: cents(0) }))).toBeNull();
});
