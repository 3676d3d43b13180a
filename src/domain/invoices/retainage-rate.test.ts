// The share that was held back, read back from the amounts of the lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import { percentOf } from "../values/share.ts";
import { retainageRate } from "./retainage-rate.ts";

const lines = (...held: [total: number, held: number][]) =>
  held.map(([total, part]) => ({ totalCents: cents(total), retainageCents: cents(part) }));

test.each<[string, ReturnType<typeof lines>, string | null]>([
  ["one for all", lines([1506_25, 150_63], [45_00, 4_50]), "10"],
  ["with decimals", lines([100_000_00, 7_125_00], [99, 7]), "7.125"],
  ["beside lines of which nothing is held", lines([100_00, 5_00], [85_50, 0]), "5"],
  ["two of their own", lines([100_00, 5_00], [100_00, 10_00]), null],
  ["an amount", lines([300_00, 33_33]), "11.11"],
  ["nothing", lines([100_00, 0]), null],
  ["no lines", [], null],
])("%s", (_what, held, rate) => {
  expect(retainageRate(held)).toBe(rate);
});

test("whatever share was held back, what is read back holds back the same", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 100_000 }),
      (totals, rate) => {
        const percent = `${Math.floor(rate / 1000)}.${String(rate % 1000).padStart(3, "0")}`;
        const held = totals.map((total) => ({
          totalCents: cents(total),
          retainageCents: percentOf(cents(total), percent),
        }));
        const read = retainageRate(held);
        if (held.every((line) => line.retainageCents === 0)) return;
        for (const line of held)
          if (read !== null && line.retainageCents > 0)
            expect(percentOf(line.totalCents, read)).toBe(line.retainageCents);
      },
    ),
  );
});
