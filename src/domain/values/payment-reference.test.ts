// References and account numbers, by the check digits that ISO 11649 and ISO 13616 print as their own examples.
import { expect, test } from "vitest";
import { ibanOf, inFours, isIban, paymentReference, referredTo } from "./payment-reference.ts";

test.each([
  ["539007547034", "RF18539007547034"],
  ["2348231", "RF712348231"],
  ["C-0042", "RF28C0042"],
  [" c 0042 ", "RF28C0042"],
])("a payment for %j says %s", (number, reference) => {
  expect(paymentReference(number)).toBe(reference);
});

test.each(["", "—", "Ж-12", "顧客7", "A".repeat(22)])("%j makes none", (number) => {
  expect(paymentReference(number)).toBeNull();
});

test("a reference is read back, however it is typed, and told from what is none", () => {
  expect(referredTo("RF28C0042")).toBe("C0042");
  expect(referredTo(" rf28 c004 2")).toBe("C0042");
  expect(["RF29C0042", "RF28C0024", "RF28", "C-0042", "RF28C-0042"].map(referredTo)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("an account number is told by its check digits, and read in fours", () => {
  expect(isIban(ibanOf("de89 3704 0044 0532 0130 00"))).toBe(true);
  expect(isIban("GB82WEST12345698765432")).toBe(true);
  expect(isIban("DE88370400440532013000")).toBe(false);
  expect(isIban("DE89")).toBe(false);
  expect(inFours("RF28C0042")).toBe("RF28 C004 2");
});
