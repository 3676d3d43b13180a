// A certificate is said as long as it holds, warned of before it ends, and after that the tax is.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { exemptionEnd, exemptionWords } from "./exemption-words.ts";

const said = (expiresOn: string | null, on: string, what: "sale" | "invoice" = "invoice") =>
  exemptionWords(
    { certificate: "EX-1", expiresOn: expiresOn === null ? null : day(expiresOn) },
    { on: day(on), what, locale: "en-US" },
  );

test("without an end, or far from it, it holds", () => {
  const holds = { state: "holds", words: "Tax exempt by certificate EX-1" };
  expect(said(null, "2026-06-15")).toEqual(holds);
  expect(said("2026-12-31", "2026-06-15")).toEqual(holds);
});

test("in its last thirty days it says when it ends, on the last day, too", () => {
  const ends = { state: "ends-soon", words: "Tax exempt by certificate EX-1, which ends on Jun 30, 2026" };
  expect(said("2026-06-30", "2026-06-15")).toEqual(ends);
  expect(said("2026-06-30", "2026-06-30")).toEqual(ends);
});

test("a document dated after its end is taxed, and says so", () => {
  expect(said("2026-06-30", "2026-07-01")).toEqual({
    state: "expired",
    words: "Certificate EX-1 ended on Jun 30, 2026: this invoice is taxed.",
  });
  expect(said("2026-06-30", "2026-07-01", "sale").words).toContain("this sale is taxed");
});

test.each([
  ["2026-07-31", "holds", "ends in 46 days, Jul 31, 2026"],
  ["2026-06-30", "ends-soon", "ends in 15 days, Jun 30, 2026"],
  ["2026-06-16", "ends-soon", "ends in 1 day, Jun 16, 2026"],
  ["2026-06-15", "ends-soon", "ends today, Jun 15, 2026"],
  ["2026-06-14", "expired", "ended 1 day ago, Jun 14, 2026"],
  ["2026-05-01", "expired", "ended 45 days ago, May 1, 2026"],
])("until %s: %s, and it %s", (expiresOn, state, when) => {
  const exemption = { certificate: "EX-1", expiresOn: day(expiresOn) };
  const end = exemptionEnd(exemption, { today: day("2026-06-15"), locale: "en-US" });
  expect(end).toEqual({ state, words: `Certificate EX-1 ${when}` });
});

test("one without an end has none to say", () => {
  const exemption = { certificate: "EX-1", expiresOn: null };
  expect(exemptionEnd(exemption, { today: day("2026-06-15"), locale: "en-US" })).toBeNull();
});
