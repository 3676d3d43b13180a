// What a deposit posts, and how its slip adds up.
import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { ZERO, cents, plus, sum } from "../values/money.ts";
import { effectOf } from "../ledger/posting.ts";
import { postDeposit, postDepositReversal, slipSums } from "./deposit.ts";

const place = {
  number: 7,
  accountId: "a",
  effectiveOn: day("2026-03-01"),
  period: day("2026-03-01"),
  memo: "",
};
const part = { depositId: "d", toAccount: "1010", amountCents: cents(60_00) };

test("Dr bank, Cr undeposited funds, and nothing of the customer moves; its reversal is the opposite", () => {
  const posted = postDeposit(place, part);
  expect(posted.journal).toEqual([
    { role: "bank", chartCode: "1010", amountCents: 60_00 },
    { role: "undeposited-funds", amountCents: -60_00 },
  ]);
  expect(Object.values(effectOf(posted)).every((each) => each === ZERO)).toBe(true);
  expect(postDepositReversal(place, part).journal).toEqual([
    { role: "bank", chartCode: "1010", amountCents: -60_00 },
    { role: "undeposited-funds", amountCents: 60_00 },
  ]);
});

test("cash, checks and the rest are the whole deposit", () => {
  const methods = ["check", "cash", "card", "direct-deposit", "record-only", "import"] as const;
  const payment = fc.record({
    paymentId: fc.uuid(),
    splitId: fc.constant(null),
    method: fc.constantFrom(...methods),
    amountCents: fc.integer({ min: 1, max: 10 ** 9 }).map((amount) => cents(amount)),
  });
  fc.assert(
    fc.property(fc.array(payment), (payments) => {
      const sums = slipSums(payments);
      expect(plus(plus(sums.cashCents, sums.checksCents), sums.othersCents)).toBe(
        sum(payments.map((each) => each.amountCents)),
      );
      const checks = payments.filter((each) => each.method === "check");
      expect(sums.checks).toBe(new Set(checks.map((each) => each.paymentId)).size);
    }),
  );
});

test("a check for several customers is one check", () => {
  const part = (paymentId: string, splitId: string | null) =>
    ({ paymentId, splitId, method: "check", amountCents: cents(10_00) }) as const;
  const sums = slipSums([part("a", "s"), part("b", "s"), part("c", null), part("d", "t")]);
  expect([sums.checks, sums.checksCents]).toEqual([3, 40_00]);
});
