// A person's own limits: up to one is within it, above it isn't, and another currency never is.
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import {
  NO_OWN_LIMITS,
  hasOwnLimits,
  isBeyondOwn,
  limitInTheWay,
  withinOwn,
  type OwnLimits,
} from "./own-limits.ts";

const limits = { ...NO_OWN_LIMITS, refund: cents(10_000), override: cents(0) };
const usd = (amount: number) => ({ amountCents: cents(amount), currency: "USD", home: "USD" });

test("an amount up to the limit is within it, and a cent more is not", () => {
  expect(limitInTheWay(limits, "refund", usd(10_000))).toBeNull();
  expect(limitInTheWay(limits, "refund", usd(10_001))).toBe(10_000);
});

test("nothing at all is a limit, too", () => {
  expect(limitInTheWay(limits, "override", usd(1))).toBe(0);
});

test("where there is none the role alone decides, in any currency", () => {
  expect(limitInTheWay(limits, "write-off", { ...usd(9_999_999), currency: "EUR" })).toBeNull();
  expect([hasOwnLimits(NO_OWN_LIMITS), hasOwnLimits(limits)]).toEqual([false, true]);
});

test("what is in another currency can't be weighed, so a limit is in the way of any amount of it", () => {
  expect(limitInTheWay(limits, "refund", { ...usd(1), currency: "JPY" })).toBe(10_000);
  expect(limitInTheWay(limits, "refund", { ...usd(0), currency: "JPY" })).toBeNull();
});

test.each<[Partial<OwnLimits>, Partial<OwnLimits>, Partial<OwnLimits>]>([
  [{}, {}, {}],
  [{}, { refund: cents(5) }, { refund: cents(5) }],
  [{ refund: cents(5) }, {}, { refund: cents(5) }],
  [{ refund: cents(5) }, { refund: cents(4) }, { refund: cents(4) }],
  [
    { override: cents(0) },
    { override: cents(4), refund: cents(1) },
    { override: cents(0), refund: cents(1) },
  ],
])("who may do %j gives of %j only %j", (own, given, within) => {
  const [of, more, less] = [own, given, within].map((each) => ({ ...NO_OWN_LIMITS, ...each }));
  if (!of || !more || !less) throw new Error("three were given");
  expect(withinOwn(of, more)).toEqual(less);
  const before = { refund: cents(1), "write-off": cents(1), override: cents(0) };
  expect(isBeyondOwn(of, { before, given: more })).toBe(JSON.stringify(more) !== JSON.stringify(less));
  // What they had, they may keep.
  expect(isBeyondOwn(of, { before: more, given: more })).toBe(false);
});

test("who may do less than somebody may still lower what they may", () => {
  const own = { ...NO_OWN_LIMITS, refund: cents(150) };
  const before = { ...NO_OWN_LIMITS, refund: cents(500) };
  expect(isBeyondOwn(own, { before, given: { ...before, refund: cents(300) } })).toBe(false);
  expect(isBeyondOwn(own, { before, given: { ...before, refund: cents(501) } })).toBe(true);
  expect(isBeyondOwn(own, { before, given: NO_OWN_LIMITS })).toBe(true);
});
