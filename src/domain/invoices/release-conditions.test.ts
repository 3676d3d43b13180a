// Since when held retainage may be billed, at each bound.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { billableSince, conditionWords, openConditions, type KeptCondition } from "./release-conditions.ts";

const met = (metOn: string | null): KeptCondition => ({
  kind: "waiver",
  words: "",
  metOn: metOn === null ? null : day(metOn),
  metBy: metOn === null ? "" : "Ann Lee",
});

test.each<[string, string | null, (string | null)[], string | null]>([
  ["nothing was said", null, [], null],
  ["expected today", "2026-06-15", [], "2026-06-15"],
  ["expected tomorrow", "2026-06-16", [], null],
  ["expected before it was invoiced", "2026-01-01", [], "2026-03-01"],
  ["one is open", null, [null], null],
  ["one of two is open", null, ["2026-05-01", null], null],
  ["the other of two is open", null, [null, "2026-05-01"], null],
  ["both are met, on two days", null, ["2026-05-01", "2026-05-20"], "2026-05-20"],
  ["both are met, the later one first", null, ["2026-05-20", "2026-05-01"], "2026-05-20"],
  ["met before it was invoiced", null, ["2026-02-01"], "2026-03-01"],
  ["open, though the expected day has passed", "2026-04-01", [null], null],
  ["met, though the expected day is to come", "2026-12-31", ["2026-05-01"], "2026-05-01"],
])("%s", (_what, expectedOn, days, since) => {
  const terms = { expectedOn: expectedOn === null ? null : day(expectedOn), conditions: days.map(met) };
  expect(billableSince(terms, { issuedOn: day("2026-03-01"), today: day("2026-06-15") })).toBe(since);
});

test("what is open still, and how each is called", () => {
  const conditions = [met("2026-05-01"), { ...met(null), kind: "other", words: "Keys handed over" } as const];
  expect(openConditions({ expectedOn: null, conditions }).map(conditionWords)).toEqual(["Keys handed over"]);
  expect(conditionWords(met(null))).toBe("Lien waiver");
});
