// Which items an online payment settles, and where its money goes when it is there.
import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { ZERO, cents, minus, plus, smaller, sum, type Cents } from "../values/money.ts";
import { bookOnlinePayment, planOnlinePayment, surchargeOf, type PayableItem } from "./online.ts";

const today = day("2026-06-30");
const item = (itemId: number, open: number, dueOn: string, more: Partial<PayableItem> = {}): PayableItem => ({
  itemId,
  number: `INV-${itemId}`,
  issuedOn: day("2026-01-01"),
  dueOn: day(dueOn),
  openCents: cents(open),
  isDisputed: false,
  ...more,
});
const ITEMS = [item(3, 50_00, "2026-07-15"), item(1, 100_00, "2026-03-01"), item(2, 30_00, "2026-05-01")];
const plan = (choice: Parameters<typeof planOnlinePayment>[0], credit = 0, items = ITEMS) =>
  planOnlinePayment(choice, { items, creditCents: cents(credit), today });

test("all: the open credit goes first, oldest first, and the payment settles the rest", () => {
  expect(plan({ kind: "all" }, 120_00)).toEqual({
    creditCents: 120_00,
    payCents: 60_00,
    items: [
      { itemId: 1, creditCents: 100_00, payCents: 0 },
      { itemId: 2, creditCents: 20_00, payCents: 10_00 },
      { itemId: 3, creditCents: 0, payCents: 50_00 },
    ],
  });
});

test("an amount is settled oldest first, after the credit", () => {
  expect(plan({ kind: "amount", amountCents: cents(75_00) }, 40_00).items).toEqual([
    { itemId: 1, creditCents: 40_00, payCents: 60_00 },
    { itemId: 2, creditCents: 0, payCents: 15_00 },
  ]);
});

test("what is past due, and what was chosen, is all that is paid", () => {
  expect(plan({ kind: "past-due" }).payCents).toBe(130_00);
  expect(plan({ kind: "chosen", itemIds: [3, 2, 3] }, 35_00).items).toEqual([
    { itemId: 2, creditCents: 30_00, payCents: 0 },
    { itemId: 3, creditCents: 5_00, payCents: 45_00 },
  ]);
});

test("what is disputed, or isn't issued yet, is left out, and can't be chosen", () => {
  const items = [
    item(1, 10_00, "2026-01-01", { isDisputed: true }),
    item(2, 20_00, "2026-02-01"),
    item(4, 40_00, "2026-09-01", { issuedOn: day("2026-08-01") }),
  ];
  expect(plan({ kind: "all" }, 0, items).items).toEqual([{ itemId: 2, creditCents: 0, payCents: 20_00 }]);
  expect(() => plan({ kind: "chosen", itemIds: [1] }, 0, items)).toThrow(
    expect.objectContaining({ code: "disputed-item" }),
  );
  expect(() => plan({ kind: "chosen", itemIds: [4] }, 0, items)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});

test("more than is left to pay is refused, and so is what credit covers", () => {
  expect(() => plan({ kind: "amount", amountCents: cents(180_01) })).toThrow(
    expect.objectContaining({ code: "more-than-open" }),
  );
  expect(() => plan({ kind: "amount", amountCents: cents(180_00) }, 1)).toThrow(
    expect.objectContaining({ code: "more-than-open" }),
  );
  expect(() => plan({ kind: "all" }, 180_00)).toThrow(expect.objectContaining({ code: "nothing-owed" }));
  expect(() => plan({ kind: "all" }, 0, [])).toThrow(expect.objectContaining({ code: "nothing-owed" }));
});

test("what was voided or paid meanwhile leaves its money as open credit", () => {
  const planned = plan({ kind: "all" }, 40_00);
  const openCents = new Map([
    [2, cents(10_00)],
    [3, cents(50_00)],
  ]);
  expect(bookOnlinePayment(planned, { openCents, creditCents: cents(40_00) })).toEqual({
    fromCredit: [],
    paid: [
      { itemId: 2, amountCents: 10_00 },
      { itemId: 3, amountCents: 50_00 },
    ],
    creditLeftCents: 80_00,
  });
});

test("a surcharge is a percentage, rounded half up", () => {
  expect(surchargeOf(cents(100_00), "2.9")).toBe(2_90);
  expect(surchargeOf(cents(50), "3")).toBe(2);
  expect(surchargeOf(cents(100_00), "0")).toBe(0);
});

const anyItems = fc.uniqueArray(
  fc.record({
    itemId: fc.integer({ min: 1, max: 30 }),
    open: fc.integer({ min: 1, max: 500 }),
    due: fc.integer({ min: 1, max: 28 }),
    isDisputed: fc.boolean(),
  }),
  { selector: (each) => each.itemId, maxLength: 8 },
);

test("no cent is lost or invented, nothing is over-applied, and nothing disputed is paid", () => {
  fc.assert(
    fc.property(
      anyItems,
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 0, max: 800 }),
      (drawn, credit, wanted, openLater, creditLater) => {
        const items = drawn.map(({ itemId, open, due, isDisputed }) =>
          item(itemId, open, `2026-07-${String(due).padStart(2, "0")}`, { isDisputed }),
        );
        const open = new Map(items.map((each) => [each.itemId, each.openCents]));
        const payable = sum(items.filter((each) => !each.isDisputed).map((each) => each.openCents));
        const most = minus(payable, smaller(payable, cents(credit)));
        if (most === ZERO) return;
        const amountCents = smaller(cents(wanted), most);
        const made = plan({ kind: "amount", amountCents }, credit, items);
        expect(made.payCents).toBe(amountCents);
        expect(sum(made.items.map((each) => each.payCents))).toBe(amountCents);
        expect(sum(made.items.map((each) => each.creditCents))).toBe(made.creditCents);
        expect(made.creditCents).toBeLessThanOrEqual(credit);
        for (const each of made.items) {
          expect(plus(each.creditCents, each.payCents)).toBeLessThanOrEqual(open.get(each.itemId) ?? 0);
          expect(items.find(({ itemId }) => itemId === each.itemId)?.isDisputed).toBe(false);
        }
        const openNow = new Map<number, Cents>(
          items.map((each, at) => [each.itemId, cents(openLater[at] ?? 0)]),
        );
        const booked = bookOnlinePayment(made, { openCents: openNow, creditCents: cents(creditLater) });
        const settled = sum(booked.paid.map((each) => each.amountCents));
        expect(plus(settled, booked.creditLeftCents)).toBe(amountCents);
        expect(sum(booked.fromCredit.map((each) => each.amountCents))).toBeLessThanOrEqual(creditLater);
        for (const { itemId } of made.items) {
          const used = [...booked.paid, ...booked.fromCredit].filter((each) => each.itemId === itemId);
          expect(sum(used.map((each) => each.amountCents))).toBeLessThanOrEqual(openNow.get(itemId) ?? 0);
        }
      },
    ),
  );
});
