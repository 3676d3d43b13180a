// However two lists are paired: nothing is lost, nothing is used twice, and the parts come to the difference.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../values/day.ts";
import { cents, minus, plus, sum } from "../values/money.ts";
import { reconcile, sumsOf, type Entry } from "./match.ts";

const entry = (number: string, amount: number, on: string | null = "2026-03-01"): Entry => ({
  number,
  cents: cents(amount),
  onDay: on === null ? null : day(on),
});

const anEntry = fc
  .record({
    number: fc.constantFrom("INV-00012", "inv 12", "12", "A-12", "00013", "13/a", "", "Ü-7", "７", "CM-0001"),
    amount: fc.constantFrom(100, 200, -50, 0, 300),
    day: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ number, amount, day: on }): Entry => ({
    number,
    cents: cents(amount),
    onDay: on === null ? null : addDays(day("2026-03-01"), on),
  }));
const lists = fc.array(anEntry, { maxLength: 12 });

test("each document stands in one place, and the parts are the difference of the balances", () => {
  fc.assert(
    fc.property(lists, lists, (ours, theirs) => {
      const found = reconcile(ours, theirs);
      const pairs = [...found.same, ...found.differing];
      const placed = {
        ours: [...pairs.map((pair) => pair.ours), ...found.onlyOurs],
        theirs: [...pairs.map((pair) => pair.theirs), ...found.onlyTheirs],
      };
      expect(new Set(placed.ours)).toEqual(new Set(ours));
      expect(new Set(placed.theirs)).toEqual(new Set(theirs));
      expect([placed.ours.length, placed.theirs.length]).toEqual([ours.length, theirs.length]);
      const sums = sumsOf(found);
      expect(sums.oursCents).toBe(sum(ours.map((each) => each.cents)));
      expect(sums.theirsCents).toBe(sum(theirs.map((each) => each.cents)));
      expect(plus(minus(sums.onlyOursCents, sums.onlyTheirsCents), sums.differingCents)).toBe(
        minus(sums.oursCents, sums.theirsCents),
      );
      for (const { ours: mine, theirs: yours } of found.same) expect(mine.cents).toBe(yours.cents);
    }),
  );
});

test("two equal lists in any order are the same, and the sides can be changed over", () => {
  fc.assert(
    fc.property(lists, lists, (ours, theirs) => {
      const dated = ours.map((each, at) => ({ ...each, number: `N${at}-${each.number}` }));
      const equal = reconcile(dated, [...dated].reverse());
      expect([equal.differing, equal.onlyOurs, equal.onlyTheirs]).toEqual([[], [], []]);
      const [there, back] = [sumsOf(reconcile(ours, theirs)), sumsOf(reconcile(theirs, ours))];
      expect(there.differenceCents).toBe(back.differenceCents === 0 ? 0 : -back.differenceCents);
    }),
  );
});

test.each([
  ["as it is", "INV-00012", "INV-00012"],
  ["in another case and with blanks", "INV-00012", "inv 00012"],
  ["by its figures alone", "INV-00012", "12"],
  ["in wide figures", "INV-00012", "００１２"],
])("a number is known %s", (_how, ours, theirs) => {
  const { same } = reconcile([entry(ours, 100)], [entry(theirs, 100)]);
  expect(same).toMatchObject([{ by: "number" }]);
});

test("figures that two documents share tell neither of them", () => {
  const ours = [entry("INV-00012", 100), entry("CM-0012", -40)];
  const { same, differing, onlyOurs, onlyTheirs } = reconcile(ours, [entry("12", 70, "2026-04-01")]);
  expect([same, differing]).toEqual([[], []]);
  expect([onlyOurs, onlyTheirs]).toEqual([ours, [entry("12", 70, "2026-04-01")]]);
});

test("another amount, or another day, is a difference; a day that isn't known is none", () => {
  const ours = [entry("1", 100), entry("2", 200), entry("3", 300)];
  const theirs = [entry("1", 90), entry("2", 200, "2026-03-02"), entry("3", 300, null)];
  const { same, differing } = reconcile(ours, theirs);
  expect(same.map((pair) => pair.ours.number)).toEqual(["3"]);
  expect(differing.map((pair) => pair.ours.number)).toEqual(["1", "2"]);
  expect(sumsOf({ same, differing, onlyOurs: [], onlyTheirs: [] }).differingCents).toBe(10);
});

test("without a number, amount and day together tell it", () => {
  const { same, onlyTheirs } = reconcile(
    [entry("INV-7", 100)],
    [entry("", 100), entry("", 100, "2026-03-09")],
  );
  expect(same).toMatchObject([{ by: "amount-and-day" }]);
  expect(onlyTheirs).toHaveLength(1);
});

test("of several with one number the same amounts go together, then the nearest days", () => {
  const ours = [entry("9", 100, "2026-03-01"), entry("9", 200, "2026-03-20")];
  const theirs = [
    entry("9", 200, "2026-03-20"),
    entry("9", 120, "2026-03-02"),
    entry("9", 130, "2026-03-30"),
  ];
  const { same, differing, onlyTheirs } = reconcile(ours, theirs);
  expect(same.map((pair) => pair.ours.cents)).toEqual([200]);
  expect(differing.map((pair) => [pair.ours.cents, pair.theirs.cents])).toEqual([[100, 120]]);
  expect(onlyTheirs.map((each) => each.cents)).toEqual([130]);
});
