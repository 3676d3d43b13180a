// What is asked before a link opens, and which answers are right.
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import { askedBy, isRightAnswer } from "./link-check.ts";

const invoice = { totalCents: cents(1_204_40), currency: "USD" };

test("the postcode, the last invoice where there is none, and nothing where there is neither", () => {
  expect(askedBy("none", { postcode: "05602", invoice })).toBeNull();
  expect(askedBy("postcode", { postcode: "05602", invoice })).toEqual({
    asks: "postcode",
    postcode: "05602",
  });
  expect(askedBy("postcode", { postcode: " - ", invoice })).toEqual({ asks: "last-invoice", ...invoice });
  expect(askedBy("last-invoice", { postcode: "05602", invoice: null })).toBeNull();
});

test.each([
  ["SW1A 1AA", "sw1a1aa", true],
  ["05602", " 05602 ", true],
  ["05602", "05603", false],
  ["05602", "", false],
  ["90-001", "90001", true],
])("of %s, %s is %s", (postcode, typed, right) => {
  expect(isRightAnswer({ asks: "postcode", postcode }, typed, "en-US")).toBe(right);
});

test.each([
  ["1204.40", "en-US", true],
  ["$1,204.40", "en-US", true],
  ["1.204,40", "de-DE", true],
  ["1204.4", "en-US", true],
  ["1204", "en-US", false],
  ["-1204.40", "en-US", false],
  ["", "en-US", false],
])("of 1,204.40, %s in %s is %s", (typed, locale, right) => {
  expect(isRightAnswer({ asks: "last-invoice", ...invoice }, typed, locale)).toBe(right);
});
