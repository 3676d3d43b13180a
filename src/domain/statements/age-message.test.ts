// Which message a statement carries.
import { expect, test } from "vitest";
import { BUCKETS } from "../ledger/aging.ts";
import { ZERO, cents } from "../values/money.ts";
import { messageFor } from "./age-message.ts";

const MESSAGES = {
  current: "Thank you",
  d1_30: "A reminder",
  d31_60: "Late",
  d61_90: "Very late",
  d91: "Call us",
};
const NONE = { current: ZERO, d1_30: ZERO, d31_60: ZERO, d61_90: ZERO, d91: ZERO };

test.each(BUCKETS)("the oldest money is %s: its message, whatever else is open", (bucket) => {
  const aging = { ...NONE, current: cents(500), [bucket]: cents(100), netCents: cents(600) };
  expect(messageFor(aging, MESSAGES)).toBe(MESSAGES[bucket]);
});

test("who owes nothing on balance is told nothing", () => {
  expect(messageFor({ ...NONE, netCents: ZERO }, MESSAGES)).toBe("");
  expect(messageFor({ ...NONE, d91: cents(100), netCents: ZERO }, MESSAGES)).toBe("");
  expect(messageFor({ ...NONE, d91: cents(100), netCents: cents(-50) }, MESSAGES)).toBe("");
});
