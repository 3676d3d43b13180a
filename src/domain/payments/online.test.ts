// Which items an online payment settles, and where its money goes when it is there.
import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { ZERO, cents, plus, smaller, sum, type Cents } from "../values/money.ts";
import { bookOnlinePayment, planAll, planOnlinePayment, surchargeOf, type PayableItem } from "./online.ts";

const today = day("2026-06-30");
const item = (itemId: number, open: number, dueOn: string, more: Partial<PayableItem> = {}): PayableItem => ({
  itemId,
  number: `INV-${itemId}`,
  issuedOn: day("2026-01-01"),
  dueOn: day(dueOn),
  openCents: cents(open),
  isDisputed: false,
  offer: null,
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
      { itemId: 1, creditCents: 100_00, payCents: 0, discountCents: 0 },
      { itemId: 2, creditCents: 20_00, payCents: 10_00, discountCents: 0 },
      { itemId: 3, creditCents: 0, payCents: 50_00, discountCents: 0 },
    ],
  });
});

test("an amount is settled oldest first, after the credit", () => {
  expect(plan({ kind: "amount", amountCents: cents(75_00) }, 40_00).items).toEqual([
    { itemId: 1, creditCents: 40_00, payCents: 60_00, discountCents: 0 },
    { itemId: 2, creditCents: 0, payCents: 15_00, discountCents: 0 },
  ]);
});

test("what is past due, and what was chosen, is all that is paid", () => {
  expect(plan({ kind: "past-due" }).payCents).toBe(130_00);
  expect(plan({ kind: "chosen", itemIds: [3, 2, 3] }, 35_00).items).toEqual([
    { itemId: 2, creditCents: 30_00, payCents: 0, discountCents: 0 },
    { itemId: 3, creditCents: 5_00, payCents: 45_00, discountCents: 0 },
  ]);
});

test("what is disputed, or isn't issued yet, is left out, and can't be chosen", () => {
  const items = [
    item(1, 10_00, "2026-01-01", { isDisputed: true }),
    item(2, 20_00, "2026-02-01"),
    item(4, 40_00, "2026-09-01", { issuedOn: day("2026-08-01") }),
  ];
  expect(plan({ kind: "all" }, 0, items).items).toEqual([
    { itemId: 2, creditCents: 0, payCents: 20_00, discountCents: 0 },
  ]);
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
  expect(bookOnlinePayment(planned, { openCents, creditCents: cents(40_00), offers: new Map() })).toEqual({
    fromCredit: [],
    kept: [],
    paid: [
      { itemId: 2, amountCents: 10_00 },
      { itemId: 3, amountCents: 50_00 },
    ],
    creditLeftCents: 80_00,
  });
});

/** 1,000.00 on 2/10, 20.00 until the 30th of June. */
const EARLY = item(5, 1_000_00, "2026-07-20", {
  offer: { offeredCents: cents(20_00), untilOn: day("2026-06-30") },
});
const kept = (creditCents: number, payCents: number, discountCents: number) => [
  { itemId: 5, creditCents, payCents, discountCents },
];

test.each([
  ["what may be kept for paying early is kept", { kind: "all" }, 0, kept(0, 980_00, 20_00)],
  ["beside credit that is used", { kind: "all" }, 100_00, kept(100_00, 880_00, 20_00)],
  ["not where credit alone would settle it", { kind: "all" }, 980_00, kept(980_00, 20_00, 0)],
  [
    "nor with a part of it",
    { kind: "amount", amountCents: cents(979_99), itemIds: [5] },
    0,
    kept(0, 979_99, 0),
  ],
  [
    "but with just what settles it",
    { kind: "amount", amountCents: cents(980_00), itemIds: [5] },
    0,
    kept(0, 980_00, 20_00),
  ],
] as const)("%s", (_what, choice, credit, items) => {
  expect(plan(choice, credit, [EARLY]).items).toEqual(items);
});

test("after its last day nothing is kept, and more than settles it is refused", () => {
  const late = { ...EARLY, offer: { offeredCents: cents(20_00), untilOn: day("2026-06-29") } };
  expect(plan({ kind: "all" }, 0, [late]).payCents).toBe(1_000_00);
  expect(() => plan({ kind: "amount", amountCents: cents(980_01) }, 0, [EARLY])).toThrow(
    expect.objectContaining({ code: "more-than-open" }),
  );
});

test("so much of one invoice leaves the others alone, and a disputed one can't be paid in part", () => {
  expect(plan({ kind: "amount", amountCents: cents(10_00), itemIds: [3] }).items).toEqual([
    { itemId: 3, creditCents: 0, payCents: 10_00, discountCents: 0 },
  ]);
  const disputed = [item(3, 50_00, "2026-07-15", { isDisputed: true })];
  expect(() => plan({ kind: "amount", amountCents: cents(1_00), itemIds: [3] }, 0, disputed)).toThrow(
    expect.objectContaining({ code: "disputed-item" }),
  );
});

test.each([
  ["in time it is kept", 1_000_00, 20_00, { paid: 980_00, kept: 20_00, left: 0 }],
  ["late it stays owed", 1_000_00, 0, { paid: 980_00, kept: 0, left: 0 }],
  [
    "of what was partly paid meanwhile, the rest is credit",
    500_00,
    20_00,
    { paid: 480_00, kept: 20_00, left: 500_00 },
  ],
  ["of what is all but settled nothing is kept", 15_00, 20_00, { paid: 15_00, kept: 0, left: 965_00 }],
  ["of what was voided all is credit", 0, 20_00, { paid: 0, kept: 0, left: 980_00 }],
])("booked: %s", (_what, open, offered, { paid, kept: keptCents, left }) => {
  const booked = bookOnlinePayment(plan({ kind: "all" }, 0, [EARLY]), {
    openCents: new Map([[5, cents(open)]]),
    creditCents: ZERO,
    offers: new Map([[5, cents(offered)]]),
  });
  expect(sum(booked.paid.map((each) => each.amountCents))).toBe(paid);
  expect(sum(booked.kept.map((each) => each.amountCents))).toBe(keptCents);
  expect(booked.creditLeftCents).toBe(left);
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
    offered: fc.integer({ min: 0, max: 40 }),
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
        const items = drawn.map(({ itemId, open, due, isDisputed, offered }) =>
          item(itemId, open, `2026-07-${String(due).padStart(2, "0")}`, {
            isDisputed,
            offer:
              offered > 0 ? { offeredCents: smaller(cents(offered), cents(open)), untilOn: today } : null,
          }),
        );
        const open = new Map(items.map((each) => [each.itemId, each.openCents]));
        const payable = sum(items.filter((each) => !each.isDisputed).map((each) => each.openCents));
        const undisputed = items.filter((each) => !each.isDisputed);
        const most = planAll(undisputed, { creditCents: cents(credit), today }).payCents;
        expect(most > 0).toBe(payable > credit);
        if (most === ZERO) return;
        const amountCents = smaller(cents(wanted), most);
        const made = plan({ kind: "amount", amountCents }, credit, items);
        expect(made.payCents).toBe(amountCents);
        expect(sum(made.items.map((each) => each.payCents))).toBe(amountCents);
        expect(sum(made.items.map((each) => each.creditCents))).toBe(made.creditCents);
        expect(made.creditCents).toBeLessThanOrEqual(credit);
        for (const each of made.items) {
          const settled = plus(plus(each.creditCents, each.payCents), each.discountCents);
          expect(settled).toBeLessThanOrEqual(open.get(each.itemId) ?? 0);
          if (each.discountCents > 0) expect(settled).toBe(open.get(each.itemId));
          expect(items.find(({ itemId }) => itemId === each.itemId)?.isDisputed).toBe(false);
        }
        const openNow = new Map<number, Cents>(
          items.map((each, at) => [each.itemId, cents(openLater[at] ?? 0)]),
        );
        const booked = bookOnlinePayment(made, {
          openCents: openNow,
          creditCents: cents(creditLater),
          offers: new Map(items.map((each) => [each.itemId, cents(each.itemId)])),
        });
        const settled = sum(booked.paid.map((each) => each.amountCents));
        expect(plus(settled, booked.creditLeftCents)).toBe(amountCents);
        expect(sum(booked.fromCredit.map((each) => each.amountCents))).toBeLessThanOrEqual(creditLater);
        for (const { itemId } of made.items) {
          const used = [...booked.paid, ...booked.fromCredit, ...booked.kept].filter(
            (each) => each.itemId === itemId,
          );
          expect(sum(used.map((each) => each.amountCents))).toBeLessThanOrEqual(openNow.get(itemId) ?? 0);
        }
      },
    ),
  );
});
