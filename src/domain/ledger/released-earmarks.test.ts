// The newest earmark is released first, and only as many as must.
import { expect, test } from "vitest";
import { earmarkedIn, releasedEarmarks } from "./released-earmarks.ts";
import { cents } from "../values/money.ts";

const earmarks = [
  { id: "1", note: "spring", amountCents: cents(100) },
  { id: "2", note: "patio", amountCents: cents(50) },
  { id: "3", note: "tools", amountCents: cents(25) },
];

test.each([
  [175, []],
  [174, ["tools"]],
  [150, ["tools"]],
  [149, ["patio", "tools"]],
  [100, ["patio", "tools"]],
  [99, ["spring", "patio", "tools"]],
  [0, ["spring", "patio", "tools"]],
])("with %i of credit left", (left, notes) => {
  expect(releasedEarmarks(earmarks, cents(left)).map((earmark) => earmark.note)).toEqual(notes);
});

test("all of them together", () => {
  expect(earmarkedIn(earmarks)).toBe(175);
  expect(earmarkedIn([])).toBe(0);
});
