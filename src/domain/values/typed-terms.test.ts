// Terms as they are typed: read as the business writes numbers, or what is wrong is said by its field.
import { expect, test } from "vitest";
import { TERMS_FAULTS, blankTerms, readTyped } from "./typed-terms.ts";

test.each([
  [{ count: "45" }, "net-45"],
  [{ count: " 0 " }, "net-0"],
  [{ kind: "month-end" }, "eom"],
  [{ kind: "day", count: "10" }, "day-10"],
  [{ count: "30", percent: "2", within: "10" }, "net-30-2-10"],
  [{ count: "30", percent: "1.50 %", within: "10" }, "net-30-1.5-10"],
] as const)("%j are %s", (typed, code) => {
  expect(readTyped({ ...blankTerms, ...typed }, "en-US")).toEqual({ code });
});

test("percent are read as the business writes them", () => {
  expect(readTyped({ ...blankTerms, count: "30", percent: "1,5", within: "10" }, "de-DE")).toEqual({
    code: "net-30-1.5-10",
  });
});

test.each([
  [{ count: "" }, "count"],
  [{ count: "366" }, "count"],
  [{ count: "half" }, "count"],
  [{ kind: "day", count: "0" }, "count"],
  [{ count: "30", percent: "two", within: "10" }, "percent"],
  [{ count: "30", percent: "100", within: "10" }, "percent"],
  [{ count: "30", percent: "2.0005", within: "10" }, "percent"],
  [{ count: "30", percent: "2", within: "" }, "within"],
  [{ count: "30", percent: "2", within: "31" }, "within"],
] as const)("%j: wrong is its %s", (typed, field) => {
  const read = readTyped({ ...blankTerms, ...typed }, "en-US");
  expect("fault" in read && TERMS_FAULTS[read.fault].field).toBe(field);
});
