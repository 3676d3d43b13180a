// An import is undone by what the history wrote, also by what it wrote before its fields were called as the form's are.
import { expect, test } from "vitest";
import { fieldCalled, heldOf } from "./update-customers.ts";

test("a field is known by what the form calls it, and by what imports called it once", () => {
  expect(["Billing address", "Address"].map(fieldCalled)).toEqual(["addressLines", "addressLines"]);
  expect(["Billing terms", "Terms"].map(fieldCalled)).toEqual(["termsDays", "termsDays"]);
  expect(fieldCalled("Mobile phone")).toBe("mobile");
  expect(["Customer", "Archived"].map(fieldCalled)).toEqual([null, null]);
});

test("what was written is read as a form holds it", () => {
  expect(["Net 30", "30", "Immediate", "0"].map((text) => heldOf("termsDays", text))).toEqual([
    "30",
    "30",
    "0",
    "0",
  ]);
  expect(["Canada", "CA", ""].map((text) => heldOf("country", text))).toEqual(["Canada", "Canada", ""]);
  expect(heldOf("phone", "555")).toBe("555");
});
