// An import is undone by what the history wrote, also by what it wrote before its fields were called as the form's are.
import { expect, test } from "vitest";
import { fieldCalled, heldOf } from "./update-customers.ts";

test("a field is known by what the form calls it, and by what imports called it once", () => {
  expect(["Billing address", "Address"].map(fieldCalled)).toEqual(["addressLines", "addressLines"]);
  expect(["Billing terms", "Terms"].map(fieldCalled)).toEqual(["terms", "terms"]);
  expect(fieldCalled("Mobile phone")).toBe("mobile");
  expect(["Customer", "Archived"].map(fieldCalled)).toEqual([null, null]);
});

test("what was written is read as a form holds it", () => {
  const said = ["Net 30", "30", "net-30", "Immediate", "2/10 net 30", "Day 10 of next month"];
  expect(said.map((text) => heldOf("terms", text))).toEqual([
    ...["net-30", "net-30", "net-30"],
    ...["net-0", "net-30-2-10", "day-10"],
  ]);
  expect(["Canada", "CA", ""].map((text) => heldOf("country", text))).toEqual(["Canada", "Canada", ""]);
  expect(heldOf("phone", "555")).toBe("555");
});
