// What no form of ours sends is turned away before anything looks at it.
import { expect, test } from "vitest";
import { isStorable } from "./storable-text.ts";

const tower = (height: number): unknown => (height === 0 ? [] : [tower(height - 1)]);

test.each([
  ["nothing", undefined],
  ["plain fields", { name: "Łódź 漢字 👍🏽", amount: -1, list: [true, null] }],
  ["a few levels", tower(10)],
  ["control characters that are text", "tab\tline\nend"],
])("%s may come in", (_what, value) => {
  expect(isStorable(value)).toBe(true);
});

test.each([
  ["a NUL", { name: "a\0b" }],
  ["a NUL in a list", { lines: [{ text: ["\0"] }] }],
  ["a NUL in a name", { "a\0": 1 }],
  ["half of a pair", "\ud800"],
  ["the other half", ["x\udc00"]],
  ["a tower", tower(5000)],
])("%s may not", (_what, value) => {
  expect(isStorable(value)).toBe(false);
});
