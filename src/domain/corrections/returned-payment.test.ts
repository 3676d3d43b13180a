// A check that bounces is taken out of whatever was done with it, and on no day is more used than there is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, monthOf, type Day } from "../values/day.ts";
import { ZERO, cents, sum, type Cents } from "../values/money.ts";
import { effectOf } from "../ledger/posting.ts";
import { postReturn, reclaim, type UsedCredit, type UsedOn } from "./returned-payment.ts";
import type { EventState } from "./reversal.ts";

const JAN = day("2026-01-01");
const on = (n: number): Day => addDays(JAN, n);
const used = (n: number, amount: number): UsedOn => ({ on: on(n), amountCents: cents(amount) });

const check = (given: Partial<UsedCredit>): UsedCredit => ({
  id: 7,
  amountCents: cents(500),
  applied: [],
  gone: [],
  ...given,
});
const applied = (itemId: number, ...uses: UsedOn[]) => ({ itemId, uses, ofItem: uses });

describe("what a check leaves behind that bounces on day 10", () => {
  test.each<
    [string, Partial<UsedCredit>, { unApplied: [number, Day, number][]; kept: number; free: number }]
  >([
    ["nothing, when it lay open", {}, { unApplied: [], kept: 0, free: 0 }],
    [
      "an invoice that is owed again",
      { applied: [applied(1, used(3, 200))] },
      { unApplied: [[1, on(10), 200]], kept: 0, free: 0 },
    ],
    ["what was refunded", { gone: [used(3, 200)] }, { unApplied: [], kept: 200, free: 0 }],
    ["what was refunded later", { gone: [used(13, 200)] }, { unApplied: [], kept: 200, free: 0 }],
    [
      "nothing of what was refunded and came back",
      { gone: [used(3, 200), used(5, -200)] },
      { unApplied: [], kept: 0, free: 0 },
    ],
    [
      "what was refunded and comes back later, which is free then",
      { gone: [used(3, 200), used(15, -200)] },
      { unApplied: [], kept: 200, free: 200 },
    ],
    [
      "an invoice that was settled later is owed again from then",
      { applied: [applied(1, used(3, 100), used(12, 50))] },
      {
        unApplied: [
          [1, on(10), 100],
          [1, on(12), 50],
        ],
        kept: 0,
        free: 0,
      },
    ],
    [
      "what was applied for a while later, and is free again",
      { applied: [applied(1, used(12, 50), used(14, -50))] },
      { unApplied: [], kept: 50, free: 50 },
    ],
  ])("%s", (_what, given, { unApplied, kept, free }) => {
    const reclaimed = reclaim(check(given), on(10));
    expect(reclaimed.unApplied.map((each) => [each.itemId, each.on, each.amountCents])).toEqual(unApplied);
    expect([reclaimed.keptCents, reclaimed.freeCents]).toEqual([kept, free]);
  });

  test("free again from the day on which it came back", () => {
    expect(reclaim(check({ gone: [used(3, 200), used(15, -200)] }), on(10)).freeOn).toBe(on(15));
  });
});

const DAYS = 12;
/** Applied to one of two items by this credit or by another one, or gone from it; negative: given back. */
const line = fc.record({
  n: fc.nat(DAYS),
  amount: fc.integer({ min: -60, max: 60 }),
  of: fc.constantFrom("ours 0", "ours 1", "other 0", "other 1", "gone"),
});
type Line = { n: number; amount: number; of: string };

const upTo = (uses: readonly UsedOn[], n: number): Cents =>
  sum(uses.filter((use) => use.on <= on(n)).map((use) => use.amountCents));
const everyDay = Array.from({ length: DAYS + 1 }, (_, n) => n);

function creditOf(lines: readonly Line[]) {
  const usesOf = (...of: string[]) =>
    lines.filter((each) => of.includes(each.of)).map((each) => used(each.n, each.amount));
  const items = [0, 1].map((itemId) => {
    const ofItem = usesOf(`ours ${itemId}`, `other ${itemId}`);
    return { itemId, uses: usesOf(`ours ${itemId}`), ofItem };
  });
  return { applied: items, gone: usesOf("gone"), all: usesOf("ours 0", "ours 1", "gone") };
}

/** As the books take them: on no day less than nothing is used, and in the end none of the parts is below it. */
function canBe(lines: readonly Line[]): boolean {
  const { applied: items, gone, all } = creditOf(lines);
  return (
    everyDay.every((n) => upTo(all, n) >= 0 && items.every((item) => upTo(item.ofItem, n) >= 0)) &&
    upTo(gone, DAYS) >= 0 &&
    items.every(({ uses, ofItem }) => upTo(uses, DAYS) >= 0 && upTo(ofItem, DAYS) >= upTo(uses, DAYS))
  );
}

test("whatever was done with it, on no day more is used than there is, and in the end none of it is applied", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.nat(DAYS), (given, from) => {
      const story = given.reduce<Line[]>(
        (kept, next) => (canBe([...kept, next]) ? [...kept, next] : kept),
        [],
      );
      const { all, ...parts } = creditOf(story);
      const amountCents = cents(Math.max(1, ...everyDay.map((n) => upTo(all, n))));
      const { unApplied, keptCents, freeCents, freeOn } = reclaim({ id: 7, amountCents, ...parts }, on(from));
      for (const n of everyDay.slice(from)) {
        const free = on(n) >= freeOn ? freeCents : ZERO;
        const now = upTo(all, n) - upTo(unApplied, n) + amountCents - keptCents + free;
        expect(now >= 0 && now <= amountCents).toBe(true);
        for (const { itemId, ofItem } of parts.applied) {
          const back = unApplied.filter((each) => each.itemId === itemId);
          expect(upTo(ofItem, n) - upTo(back, n)).toBeGreaterThanOrEqual(0);
        }
      }
      if (unApplied.length > 0)
        for (const { itemId, uses } of parts.applied)
          expect(
            upTo(
              unApplied.filter((each) => each.itemId === itemId),
              DAYS,
            ),
          ).toBe(upTo(uses, DAYS));
    }),
    { numRuns: 1000 },
  );
});

const payment: EventState = {
  number: 7,
  kind: "payment",
  effectiveOn: on(0),
  label: "Check 12",
  amountCents: cents(-500),
  documentId: "p",
  reversed: false,
  item: null,
  credit: { id: 7, amountCents: cents(500), reducedCents: cents(200) },
  standing: [],
  givenUp: false,
  broughtBack: false,
  credited: false,
  paidOut: false,
  depositedTo: null,
  applied: [],
  stillApplied: true,
  reductions: [],
  retainage: [],
  otherSide: [{ role: "undeposited-funds", amountCents: cents(500) }],
};
const place = { number: 9, accountId: "a", effectiveOn: on(10), period: monthOf(on(10)), memo: "" };

describe("500 on account, 200 of it refunded", () => {
  const returned = postReturn(place, payment, { keptCents: cents(200), atOnce: [] });

  test("Dr Customer Credit 300, Dr A/R 200, Cr Undeposited 500", () => {
    expect(returned.journal.map((line) => [line.role, line.amountCents])).toEqual([
      ["receivable", 200],
      ["customer-credit", 300],
      ["undeposited-funds", -500],
    ]);
    expect(effectOf(returned)).toMatchObject({ netCents: 500, openItemsCents: 200, openCreditCents: -300 });
    expect(returned).toMatchObject({
      kind: "returned-payment",
      reverses: 7,
      item: { amountCents: 200, dueOn: on(10) },
    });
  });

  test("once it was deposited, the bank takes it", () => {
    const from = { ...payment, depositedTo: "1000", otherSide: [...payment.otherSide] };
    const { journal } = postReturn(place, from, { keptCents: cents(200), atOnce: [] });
    expect(journal.map((line) => [line.role, line.amountCents])).toEqual([
      ["receivable", 200],
      ["customer-credit", 300],
      ["bank", -500],
    ]);
  });

  test("not before it came in, nor twice, nor what isn't a payment", () => {
    const early = { ...place, effectiveOn: addDays(JAN, -1) };
    const nothing = { keptCents: ZERO, atOnce: [] };
    expect(() => postReturn(early, payment, nothing)).toThrow(
      expect.objectContaining({ code: "out-of-turn" }),
    );
    expect(() => postReturn(place, { ...payment, reversed: true }, nothing)).toThrow(
      expect.objectContaining({ code: "reversed-before" }),
    );
    expect(() => postReturn(place, { ...payment, kind: "refund" }, nothing)).toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
  });
});
