// A discount is found by class and group, is written as somebody would type it, and never takes the place of what they typed.
import { expect, test } from "vitest";
import { discountOf, discountThen, typedDiscount } from "./discount.ts";

const PERCENTS = [
  { classId: "trade", groupId: "plants", percent: "12.5" },
  { classId: "trade", groupId: "stone", percent: "5" },
];

test("found by class and group, and nothing without either", () => {
  expect(discountOf(PERCENTS, { classId: "trade", groupId: "plants" })).toBe("12.5");
  expect(discountOf(PERCENTS, { classId: "trade", groupId: "tools" })).toBe("0");
  expect(discountOf(PERCENTS, { classId: null, groupId: "plants" })).toBe("0");
  expect(discountOf(PERCENTS, { classId: "trade", groupId: null })).toBe("0");
});

test("written as the business writes numbers", () => {
  expect(["12.5", "0"].map((percent) => typedDiscount(percent, "en-US"))).toEqual(["12.5%", ""]);
  expect(typedDiscount("12.5", "de-DE")).toBe("12,5%");
});

test("with another customer it follows, unless somebody typed another one", () => {
  expect(discountThen("12.5%", { was: "12.5%", becomes: "" })).toBe("");
  expect(discountThen("", { was: "", becomes: "5%" })).toBe("5%");
  expect(discountThen("2.00", { was: "12.5%", becomes: "5%" })).toBe("2.00");
  expect(discountThen("", { was: "12.5%", becomes: "5%" })).toBe("");
});
