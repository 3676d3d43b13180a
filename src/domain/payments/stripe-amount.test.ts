// Amounts as Stripe counts them, and back.
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import { fromStripeAmount, toStripeAmount } from "./stripe-amount.ts";

test.each([
  [12_34, "USD", 12_34],
  [500, "JPY", 500],
  [500, "ISK", 500_00],
  [12_340, "KWD", 12_340],
  [7_00, "MGA", 7],
])("%d of %s is %d there", (ours, currency, theirs) => {
  expect(toStripeAmount(cents(ours), currency)).toBe(theirs);
  expect(fromStripeAmount(theirs, currency)).toBe(ours);
});

test.each([
  [12_345, "KWD"],
  [7_50, "MGA"],
])("%d of %s can't be charged", (ours, currency) => {
  expect(() => toStripeAmount(cents(ours), currency)).toThrow(
    expect.objectContaining({ code: "amount-unchargeable" }),
  );
});
