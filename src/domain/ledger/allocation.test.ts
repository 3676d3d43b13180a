// How a payment settles debts: oldest first, to the cent, and never more than there is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateChosen, allocateOldestFirst, drawFrom, shareAmong, type OpenItem } from "./allocation.ts";
import { addDays, day } from "../values/day.ts";
import { cents, minus, plus, sum } from "../values/money.ts";

const ON = day("2026-06-30");
const item = (
  itemId: number,
  dueOn: string,
  openCents: number,
  number = `INV-${itemId}`,
  issuedOn = "2026-01-01",
): OpenItem => ({
  itemId,
  number,
  issuedOn: day(issuedOn),
  dueOn: day(dueOn),
  openCents: cents(openCents),
});
const applied = (...pairs: [number, number][]) =>
  pairs.map(([itemId, amountCents]) => ({ itemId, amountCents }));

test.each<[string, number, OpenItem[], [number, number][], number]>([
  ["nothing open: all of it is credit", 100, [], [], 100],
  ["exactly one", 100, [item(1, "2026-02-01", 100)], [[1, 100]], 0],
  ["a part of one", 40, [item(1, "2026-02-01", 100)], [[1, 40]], 0],
  [
    "more than all",
    250,
    [item(1, "2026-02-01", 100), item(2, "2026-03-01", 100)],
    [
      [1, 100],
      [2, 100],
    ],
    50,
  ],
  [
    "the oldest due first, whatever order they come in",
    150,
    [item(1, "2026-03-01", 100), item(2, "2026-02-01", 100)],
    [
      [2, 100],
      [1, 50],
    ],
    0,
  ],
  [
    "of one day the lowest number, as people count",
    10,
    [item(1, "2026-02-01", 10, "INV-10"), item(2, "2026-02-01", 10, "INV-9")],
    [[2, 10]],
    0,
  ],
  [
    "of one number the first event",
    10,
    [item(7, "2026-02-01", 10, "A"), item(3, "2026-02-01", 10, "A")],
    [[3, 10]],
    0,
  ],
  ["not what was issued after the payment", 10, [item(1, "2026-02-01", 10, "A", "2026-07-01")], [], 10],
  ["what was issued on its very day", 10, [item(1, "2026-08-01", 10, "A", "2026-06-30")], [[1, 10]], 0],
])("%s", (_what, paid, items, expected, creditCents) => {
  expect(allocateOldestFirst(cents(paid), ON, items)).toEqual({ applied: applied(...expected), creditCents });
});

const items = fc.uniqueArray(
  fc.record({
    itemId: fc.integer({ min: 1, max: 1000 }),
    number: fc.string({ maxLength: 6 }),
    issuedOn: fc.integer({ min: -300, max: 30 }).map((days) => addDays(ON, days)),
    dueOn: fc.integer({ min: -300, max: 300 }).map((days) => addDays(ON, days)),
    openCents: fc.integer({ min: 1, max: 100_000_00 }).map(cents),
  }),
  { selector: (each) => each.itemId, maxLength: 40 },
);
const money = fc.integer({ min: 1, max: 1_000_000_00 }).map(cents);

test("no cent is lost, no item gets more than is open, and the order doesn't depend on the list's", () => {
  fc.assert(
    fc.property(money, items, (paid, open) => {
      const result = allocateOldestFirst(paid, ON, open);
      const byId = new Map(open.map((each) => [each.itemId, each]));
      expect(plus(sum(result.applied.map((each) => each.amountCents)), result.creditCents)).toBe(paid);
      expect(new Set(result.applied.map((each) => each.itemId)).size).toBe(result.applied.length);
      for (const { itemId, amountCents } of result.applied) {
        expect(amountCents).toBeGreaterThan(0);
        expect(amountCents).toBeLessThanOrEqual(byId.get(itemId)?.openCents ?? 0);
        expect((byId.get(itemId)?.issuedOn ?? "9999") <= ON).toBe(true);
      }
      expect(allocateOldestFirst(paid, ON, open.toReversed())).toEqual(result);
    }),
  );
});

test("credit is left only when everything there was is settled, and nothing newer is before anything older is", () => {
  fc.assert(
    fc.property(money, items, (paid, open) => {
      const { applied: settled, creditCents } = allocateOldestFirst(paid, ON, open);
      const left = new Map(open.map((each) => [each.itemId, each.openCents]));
      for (const each of settled)
        left.set(each.itemId, minus(left.get(each.itemId) ?? cents(0), each.amountCents));
      const there = open.filter((each) => each.issuedOn <= ON);
      if (creditCents > 0) expect(there.every((each) => left.get(each.itemId) === 0)).toBe(true);
      const unpaid = there.filter((each) => left.get(each.itemId) !== 0);
      const touched = there.filter((each) => settled.some(({ itemId }) => itemId === each.itemId));
      for (const old of unpaid) for (const paidOne of touched) expect(paidOne.dueOn <= old.dueOn).toBe(true);
    }),
  );
});

describe("chosen by a person", () => {
  const open = [
    item(1, "2026-02-01", 100),
    item(2, "2026-03-01", 50),
    item(3, "2026-03-01", 50, "C", "2026-07-01"),
  ];
  const choose = (paid: number, ...pairs: [number, number][]) =>
    allocateChosen(cents(paid), ON, {
      chosen: applied(...pairs).map((each) => ({ ...each, amountCents: cents(each.amountCents) })),
      items: open,
    });

  test("as chosen, the rest is credit", () => {
    expect(choose(120, [2, 50], [1, 30])).toEqual({ applied: applied([2, 50], [1, 30]), creditCents: 40 });
    expect(choose(120)).toEqual({ applied: [], creditCents: 120 });
  });

  test.each<[string, number, [number, number][], string]>([
    ["a cent more than is open", 200, [[1, 101]], "more-than-open"],
    [
      "a cent more than was paid",
      100,
      [
        [1, 100],
        [2, 1],
      ],
      "more-than-paid",
    ],
    ["what isn't open here", 100, [[9, 1]], "not-found"],
    ["what wasn't issued yet", 100, [[3, 1]], "not-issued-yet"],
  ])("%s is refused", (_what, paid, chosen, code) => {
    expect(() => choose(paid, ...chosen)).toThrow(expect.objectContaining({ code }));
  });
});

describe("drawn from several credits", () => {
  const credits = [
    { creditId: 7, openCents: cents(30) },
    { creditId: 8, openCents: cents(50) },
  ];
  const draws = (...pairs: [number, number][]) =>
    drawFrom(
      credits,
      pairs.map(([itemId, amount]) => ({ itemId, amountCents: cents(amount) })),
    ).map((draw) => [draw.creditId, draw.itemId, draw.amountCents]);

  test("each is used up before the next, in the order given", () => {
    expect(draws([1, 20], [2, 40])).toEqual([
      [7, 1, 20],
      [7, 2, 10],
      [8, 2, 30],
    ]);
    expect(draws([1, 80])).toEqual([
      [7, 1, 30],
      [8, 1, 50],
    ]);
    expect(draws()).toEqual([]);
  });

  test("more than there is is refused, and the credits given stay as they were", () => {
    expect(() => draws([1, 81])).toThrow("more than the open credit");
    expect(credits.map((credit) => credit.openCents)).toEqual([30, 50]);
  });
});

test("a choice carried by several payments: nothing is settled twice, and no payment settles more than it brings", () => {
  const Amounts = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 6 });
  fc.assert(
    fc.property(Amounts, Amounts, (settles, brings) => {
      const applied = settles.map((amount, at) => ({ itemId: at + 1, amountCents: cents(amount) }));
      const shares = shareAmong(applied, brings.map(cents));
      shares.forEach((share, at) => {
        expect(sum(share.map((each) => each.amountCents))).toBeLessThanOrEqual(brings[at] ?? 0);
      });
      const total = sum(shares.flat().map((each) => each.amountCents));
      const [wanted, there] = [settles, brings].map((all) => all.reduce((a, b) => a + b, 0)) as [
        number,
        number,
      ];
      expect(total).toBe(Math.min(wanted, there));
      for (const { itemId, amountCents } of applied) {
        const mine = shares.flat().filter((each) => each.itemId === itemId);
        expect(sum(mine.map((each) => each.amountCents))).toBeLessThanOrEqual(amountCents);
      }
    }),
  );
});
