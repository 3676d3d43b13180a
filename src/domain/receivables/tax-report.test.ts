// Which period is meant where only a part of it is said.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { taxPeriodOf } from "./tax-report.ts";

const TODAY = day("2026-06-12");
const of = (fromOn?: string, throughOn?: string) => {
  const asked = { ...(fromOn && { fromOn: day(fromOn) }), ...(throughOn && { throughOn: day(throughOn) }) };
  const period = taxPeriodOf(asked, TODAY);
  return [period.fromOn, period.throughOn];
};

test.each([
  [undefined, undefined, "2026-05-01", "2026-05-31"],
  ["2026-04-01", undefined, "2026-04-01", "2026-05-31"],
  ["2026-06-03", undefined, "2026-06-03", "2026-06-12"],
  [undefined, "2026-03-20", "2026-03-01", "2026-03-20"],
  ["2026-01-01", "2026-03-31", "2026-01-01", "2026-03-31"],
])("from %s through %s is %s to %s", (fromOn, throughOn, from, through) => {
  expect(of(fromOn, throughOn)).toEqual([from, through]);
});

test("a range that ends before it begins is refused at its end", () => {
  expect(() => of("2026-03-02", "2026-03-01")).toThrow(expect.objectContaining({ code: "range-backwards" }));
});
