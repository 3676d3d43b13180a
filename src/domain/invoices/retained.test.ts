// How much of held retainage a share bills, at its bounds, and whose a part payment is.
import { expect, test } from "vitest";
import { RATE_DIGITS, parseDecimal } from "../values/decimal.ts";
import { present } from "../assert.ts";
import { cents, sum } from "../values/money.ts";
import { paidByOriginal, releasedAt } from "./retained.ts";

const percent = (text: string) => present(parseDecimal(text, RATE_DIGITS), `${text} is a rate`);

test.each<[number, number, string, number]>([
  // product.md: withheld 240, released 60.
  [240_00, 180_00, "20", 0],
  [240_00, 180_00, "50", 60_00],
  [240_00, 180_00, "100", 180_00],
  [240_00, 180_00, "25", 0],
  [240_00, 180_00, "25.001", 0],
  [240_00, 180_00, "25.003", 1],
  [240_00, 180_00, "0", 0],
  [240_00, 240_00, "50", 120_00],
  [240_00, 0, "100", 0],
  // Half a cent is rounded up.
  [1, 1, "50", 1],
  [3, 3, "50", 2],
  [3, 3, "49.999", 1],
  [9_999_999_999_999, 9_999_999_999_999, "33.333", 3_333_300_000_000],
])("withheld %i, held %i: %s %% bills %i", (withheld, held, share, released) => {
  expect(releasedAt(percent(share), { withheldCents: cents(withheld), heldCents: cents(held) })).toBe(
    released,
  );
});

test("what is billed by steps to 100 % is all that was withheld, whatever the steps", () => {
  for (const steps of [
    ["100"],
    ["33.333", "66.667", "100"],
    ["1", "50", "99.999", "100"],
    ["90", "10", "100"],
  ])
    for (const withheld of [1, 7, 100, 333_33, 240_00]) {
      let held = withheld;
      for (const step of steps)
        held -= releasedAt(percent(step), { withheldCents: cents(withheld), heldCents: cents(held) });
      expect([steps, withheld, held]).toEqual([steps, withheld, 0]);
    }
});

test("a part payment is each original's by its share, and no cent is lost", () => {
  const rows = [100_00, 50_00, 33].map((amount) => ({ amountCents: cents(amount) }));
  const paid = (paidCents: number, totalCents = 150_33) =>
    paidByOriginal(rows, { paidCents: cents(paidCents), totalCents: cents(totalCents) }).map(
      (row) => row.paidCents,
    );
  expect(paid(150_33)).toEqual([100_00, 50_00, 33]);
  expect(paid(0)).toEqual([0, 0, 0]);
  for (const some of [1, 2, 99, 75_17]) expect(sum(paid(some))).toBe(some);
  // Half of it is for what is billed beside them.
  expect(paid(300_66, 300_66)).toEqual([100_00, 50_00, 33]);
  expect(paid(150_33, 300_66)).toEqual([50_00, 25_00, 17]);
});
