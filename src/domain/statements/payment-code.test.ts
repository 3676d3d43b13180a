// What the square code on a statement holds.
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import { machineLine, paymentCode } from "./payment-code.ts";

const business = { name: "Gärten & Söhne GmbH" };
const IBAN = "DE89370400440532013000";
const paid = (payment: { reference: string | null; iban: string | null }, currency = "EUR") => ({
  business,
  payment,
  currency,
});

test("in euros with an account it is a transfer that a bank's app reads", () => {
  const code = paymentCode(paid({ reference: "RF28C0042", iban: IBAN }), cents(155_090));
  expect(code?.split("\n")).toEqual([
    "BCD", // service tag
    "002", // version
    "1", // UTF-8
    "SCT",
    "",
    "Gärten & Söhne GmbH",
    IBAN,
    "EUR1550.90",
    "",
    "RF28C0042",
  ]);
});

test("a name is cut to the seventy letters that fit", () => {
  const long = { ...paid({ reference: "RF28C0042", iban: IBAN }), business: { name: "ß".repeat(90) } };
  expect(paymentCode(long, cents(1))?.split("\n")[5]).toBe("ß".repeat(70));
});

test.each([
  ["in dollars", paid({ reference: "RF28C0042", iban: IBAN }, "USD"), 155_090, "RF28C0042\nUSD 1550.90"],
  ["in yen", paid({ reference: "RF28C0042", iban: null }, "JPY"), 155_090, "RF28C0042\nJPY 155090"],
  ["without an account", paid({ reference: "RF28C0042", iban: null }), 100, "RF28C0042\nEUR 1.00"],
  [
    "more than a transfer carries",
    paid({ reference: "RF28C0042", iban: IBAN }),
    100_000_000_000,
    "RF28C0042\nEUR 1000000000.00",
  ],
])("%s it is the reference and the amount", (_what, statement, amount, code) => {
  expect(paymentCode(statement, cents(amount))).toBe(code);
});

test("whose number makes no reference has no code; what is old has none", () => {
  expect(paymentCode(paid({ reference: null, iban: IBAN }), cents(100))).toBeNull();
  expect(machineLine(paid({ reference: null, iban: IBAN }), cents(100))).toBeNull();
  expect(paymentCode({ business, currency: "EUR" }, cents(100))).toBeNull();
});

test("the line for machines has no sign that one could misread", () => {
  expect(machineLine(paid({ reference: "RF28C0042", iban: null }, "USD"), cents(155_090))).toBe(
    "RF28C0042 155090 USD",
  );
});
