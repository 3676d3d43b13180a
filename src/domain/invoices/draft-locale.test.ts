// A draft means the same after the business has come to write its numbers in another way.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { blankDraft, blankLine, readDraft, type Draft } from "./draft.ts";
import { inLocale } from "./draft-locale.ts";

const line = {
  ...blankLine("item"),
  description: "Wall",
  quantity: "1.5",
  unitPrice: "1,234.50",
  discount: "12.5%",
};
const draft: Draft = {
  ...blankDraft(day("2026-06-30"), "en-US"),
  customerId: "c",
  retainage: "2.5 %",
  lines: [line],
};
const total = (of: Draft) => readDraft(of, { taxes: [], currency: "EUR", today: day("2026-06-30") }).total;

test("it comes to the same", () => {
  const german = inLocale(draft, "de-DE");
  expect(german).toMatchObject({ locale: "de-DE", retainage: "2,5%" });
  expect(german.lines[0]).toMatchObject({ quantity: "1,5", unitPrice: "1234,50", discount: "12,5%" });
  expect(total(german)).toEqual(total(draft));
  expect(inLocale(german, "de-DE")).toBe(german);
});

test("what is no number stays as it was typed", () => {
  const odd = { ...draft, lines: [{ ...line, quantity: "two", unitPrice: "" }] };
  expect(inLocale(odd, "de-DE").lines[0]).toMatchObject({ quantity: "two", unitPrice: "" });
});
