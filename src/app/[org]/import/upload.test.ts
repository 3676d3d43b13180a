// A file that can't be imported is refused before a byte of it is sent.
import { expect, test } from "vitest";
import { wrongWith } from "./upload.ts";

test.each([
  ["a.csv", 1, null],
  ["OPEN.XLSX", 104_857_600, null],
  ["a.iif", 5, null],
  ["a.csv", 0, "a.csv is empty."],
  ["a.csv", 104_857_601, "a.csv is larger than 100 MB, which is what can be imported at once. Split it."],
  ["a.pdf", 9, "a.pdf is of another kind. Save it as CSV or .xlsx and choose it again."],
])("%s of %i bytes", (name, size, says) => {
  expect(wrongWith({ name, size })).toBe(says);
});
