// A payment as it is typed: every cent is either applied or open credit, and nothing gets more than its balance.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../values/day.ts";
import { ZERO, cents, plus, sum } from "../values/money.ts";
import {
  changesSince,
  foundByNumber,
  oldestFirst,
  planOf,
  readPaid,
  withOffer,
  withOne,
  type Choosing,
  type Debt,
} from "./paying.ts";
import { entryFaultWords, paidFaultWords } from "./paying-words.ts";

const debt = (itemId: number, open: number, dueOn = "2026-01-31"): Debt => ({
  itemId,
  number: `A-${itemId}`,
  name: `A-${itemId}`,
  documentId: null,
  issuedOn: day("2026-01-01"),
  dueOn: day(dueOn),
  daysPastDue: 0,
  offer: null,
  amountCents: cents(open),
  openCents: cents(open),
});
const DEBTS = [debt(1, 62_040), debt(2, 73_050, "2026-01-15"), debt(3, 50_000, "2026-02-28")];
const US = { currency: "USD", locale: "en-US" };
const ON = day("2026-06-30");
const EMPTY: Choosing = { typed: {}, kept: [] };
const budget = (amount: number) => ({ budgetCents: cents(amount), on: ON, ...US });

describe("what was typed", () => {
  test("an amount is read as it was written, or what is wrong is said", () => {
    expect(readPaid(" 1,350.90 ", US)).toBe(135_090);
    for (const [text, fault, words] of [
      ["", "missing", "Enter the amount that was paid."],
      ["abc", "not-a-number", "Enter an amount like 1,234.50."],
      ["1.005", "too-many-decimals", "USD has at most 2 decimals."],
      ["0", "below-zero", "Enter an amount above zero."],
      ["-5", "below-zero", "Enter an amount above zero."],
      ["999999999999", "too-large", "That is more than one payment may be."],
    ] as const) {
      expect(readPaid(text, US)).toBe(fault);
      expect(paidFaultWords(fault, US)).toBe(words);
    }
    expect(paidFaultWords("too-many-decimals", { ...US, currency: "JPY" })).toBe("JPY has no decimals.");
  });

  test("each row's fault is its own, and a zero is nothing", () => {
    const late = { ...debt(4, 100), issuedOn: day("2026-07-01") };
    const typed = { 1: "620.41", 2: "-1", 3: "x", 4: "1", 9: "5", 8: "0" };
    const plan = planOf({ typed, kept: [] }, [...DEBTS, late], budget(100_000));
    expect(Object.fromEntries(plan.faults)).toEqual({
      1: "more-than-open",
      2: "below-zero",
      3: "not-a-number",
      4: "not-issued-yet",
      9: "paid-meanwhile",
    });
    const said = (itemId: number) =>
      entryFaultWords(plan.faults.get(itemId) ?? "too-large", { ...US, open: "620.40" });
    expect([1, 2, 3, 4, 9].map(said)).toEqual([
      "Only 620.40 is left to pay.",
      "Enter an amount above zero.",
      "Enter an amount like 1,234.50.",
      "Not issued yet on the day of the payment.",
      "Paid meanwhile. Clear this amount.",
    ]);
    expect(entryFaultWords("too-many-decimals", { ...US, open: "" })).toContain("2 decimals");
  });
});

test("Apply gives what the others leave, and never more than the balance", () => {
  const apply = (choosing: Choosing, row: number) =>
    withOne(choosing, DEBTS[row] as Debt, { plan: planOf(choosing, DEBTS, budget(100_000)), on: ON, ...US });
  const first = apply(EMPTY, 0);
  expect(first.typed).toEqual({ 1: "620.40" });
  const second = apply(first, 1);
  expect(second.typed).toEqual({ 1: "620.40", 2: "379.60" });
  // Again on the same row: its own entry doesn't stand in its way.
  expect(apply(second, 1)).toEqual(second);
  expect(apply(second, 2).typed[3]).toBe("");
});

test("oldest first, and what nothing takes is open credit", () => {
  const chosen = oldestFirst(DEBTS, budget(200_000));
  expect(chosen).toEqual({ typed: { 1: "620.40", 2: "730.50", 3: "500.00" }, kept: [] });
  expect(planOf(chosen, DEBTS, budget(200_000)).restCents).toBe(14_910);
  expect(oldestFirst(DEBTS, budget(80_000)).typed).toEqual({ 2: "730.50", 1: "69.50" });
  expect(oldestFirst(DEBTS, budget(0))).toEqual(EMPTY);
});

const offered = (item: Debt, amount: number, untilOn: string): Debt => ({
  ...item,
  offer: { offeredCents: cents(amount), untilOn: day(untilOn) },
});
/** The first in time, the second too late, the third without. */
const OFFERED = [
  offered(DEBTS[0] as Debt, 12_41, "2026-06-30"),
  offered(DEBTS[1] as Debt, 14_61, "2026-06-29"),
  DEBTS[2] as Debt,
];

describe("a discount for paying early", () => {
  test("is kept by itself where the item is paid in full and in time", () => {
    const chosen = oldestFirst(OFFERED, budget(200_000));
    expect(chosen).toEqual({ typed: { 1: "607.99", 2: "730.50", 3: "500.00" }, kept: [1] });
    const plan = planOf(chosen, OFFERED, budget(200_000));
    expect([plan.faults.size, plan.discounts, plan.discountCents, plan.restCents]).toEqual([
      0,
      [{ itemId: 1, amountCents: 12_41 }],
      12_41,
      16_151,
    ]);
    // Paid in part, all of it stays owed.
    expect(oldestFirst(OFFERED, budget(730_50 + 607_98))).toMatchObject({ typed: { 1: "607.98" }, kept: [] });
  });

  test("is one click away when it is late, and one click back", () => {
    const late = withOffer(EMPTY, OFFERED[1] as Debt, US);
    expect(late).toEqual({ typed: { 2: "715.89" }, kept: [2] });
    expect(planOf(late, OFFERED, budget(100_000)).discountCents).toBe(14_61);
    expect(withOffer(late, OFFERED[1] as Debt, US)).toEqual({ typed: { 2: "730.50" }, kept: [] });
  });

  test("isn't for a part: that is said by the row", () => {
    const plan = planOf({ typed: { 1: "600" }, kept: [1] }, OFFERED, budget(100_000));
    expect(plan.faults.get(1)).toBe("discount-in-part");
    expect(entryFaultWords("discount-in-part", { ...US, open: "" })).toContain("paid in full");
    // An emptied box keeps nothing.
    expect(planOf({ typed: { 1: "" }, kept: [1] }, OFFERED, budget(100_000)).discounts).toEqual([]);
  });
});

test("no cent is lost: applied and rest are the payment, whatever is clicked", () => {
  const clicks = fc.array(fc.record({ row: fc.integer({ min: 0, max: 2 }) }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300_000 }), clicks, (paid, rows) => {
      let chosen = EMPTY;
      for (const { row } of rows)
        chosen = withOne(chosen, OFFERED[row] as Debt, {
          plan: planOf(chosen, OFFERED, budget(paid)),
          on: ON,
          ...US,
        });
      const plan = planOf(chosen, OFFERED, budget(paid));
      for (const { itemId, amountCents } of plan.discounts) {
        const settled = plan.applied.find((each) => each.itemId === itemId)?.amountCents ?? ZERO;
        expect(plus(settled, amountCents)).toBe(OFFERED[itemId - 1]?.openCents);
      }
      expect(plan.faults.size).toBe(0);
      expect(plan.restCents).toBeGreaterThanOrEqual(0);
      expect(plus(sum(plan.applied.map((each) => each.amountCents)), plan.restCents)).toBe(paid);
    }),
  );
});

test("what changed since the page was drawn is told with what it was", () => {
  const now = [{ ...(DEBTS[0] as Debt), openCents: cents(100) }, DEBTS[2] as Debt];
  expect(Object.fromEntries(changesSince(DEBTS, now))).toEqual({ 1: 62_040, 2: 73_050 });
  expect(changesSince(DEBTS, DEBTS).size).toBe(0);
});

test.each([
  ["INV-02011", "2011", true],
  ["INV-02011", "inv-2011", true],
  ["INV-02011", "02011", true],
  ["INV-02011", "0", true],
  ["INV-02011", " ", true],
  ["INV-12011", "2011", true],
  ["INV-02011", "2012", false],
  ["Finance charge", "fin", true],
])("%s is found by %j: %s", (number, search, found) => expect(foundByNumber(number, search)).toBe(found));
