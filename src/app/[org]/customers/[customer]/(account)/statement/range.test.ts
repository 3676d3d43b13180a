// The days a statement may be asked for, and what is said about the others.
import { expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { readRange } from "./range.ts";

const today = day("2026-11-21");
const read = (asOf?: string, from?: string) => readRange({ asOf, from }, today);

test("without a word it is today, from wherever the statement begins by itself", () => {
  expect(read()).toEqual({ typed: { asOf: today, from: "" }, faults: {}, days: { asOf: today } });
});

test("both days are taken as asked, up to a single day and up to today", () => {
  expect(read("2013-06-30", "2013-01-01").days).toEqual({ asOf: "2013-06-30", fromOn: "2013-01-01" });
  expect(read("2013-06-30", "2013-06-30").days).toEqual({ asOf: "2013-06-30", fromOn: "2013-06-30" });
  expect(read("2026-11-21").days).toEqual({ asOf: "2026-11-21" });
});

test.each([
  ["2026-11-22", undefined, "asOf"],
  ["2013-02-30", undefined, "asOf"],
  ["soon", undefined, "asOf"],
  ["2013-06-30", "2013-07-01", "from"],
  ["2013-06-30", "1.6.2013", "from"],
] as const)("%s from %s makes no statement; the fault is at %s and the typing stays", (asOf, from, field) => {
  const range = read(asOf, from);
  expect(range.days).toBeNull();
  expect(Object.keys(range.faults)).toEqual([field]);
  expect(range.typed).toEqual({ asOf, from: from ?? "" });
});
