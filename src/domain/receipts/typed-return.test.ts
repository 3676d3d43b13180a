// What is typed to bring goods back comes to what the books would make of it, to the cent.
import { describe, expect, test } from "vitest";
import { cents } from "../values/money.ts";
import { readReturn, type SoldReceipt, type TypedReturn } from "./typed-return.ts";

const LINE = {
  line: 1,
  description: "Bulbs",
  unit: "",
  quantity: "4",
  unitPrice: "10",
  totalCents: cents(40_00),
  taxCents: cents(2_00),
  returned: { quantity: "0", totalCents: cents(0), taxCents: cents(0) },
};
const CHARGED: SoldReceipt = {
  currency: "USD",
  accountId: "a",
  chargeReversed: false,
  invoice: { openCents: cents(15_00) },
  mostMoneyCents: cents(12_00),
  lines: [LINE],
};
const read = (typed: Partial<TypedReturn>, sold: Partial<SoldReceipt> = {}) =>
  readReturn(
    { ...CHARGED, ...sold },
    { quantities: { 1: "2" }, method: "account", money: "", ...typed },
    "en-US",
  );

test("credit settles the sale's own invoice as far as it is open", () => {
  const all = { worthCents: 21_00, moneyCents: 0, toAccountCents: 21_00, moneyFault: null };
  expect(read({})).toMatchObject({ ...all, appliedCents: 15_00 });
  expect(read({}, { invoice: { openCents: cents(30_00) } })).toMatchObject({ ...all, appliedCents: 21_00 });
  expect(read({}, { invoice: null })).toMatchObject({ ...all, appliedCents: 0 });
});

describe("in money", () => {
  test.each([
    ["", { moneyCents: 12_00, toAccountCents: 9_00, appliedCents: 9_00, moneyFault: null }],
    ["5", { moneyCents: 5_00, toAccountCents: 16_00, appliedCents: 15_00, moneyFault: null }],
    ["12.01", { moneyCents: 12_00, moneyFault: expect.stringContaining("more money") }],
    ["x", { moneyCents: 12_00, moneyFault: "Enter an amount." }],
  ])("%j typed", (money, comes) => {
    expect(read({ method: "cash", money })).toMatchObject(comes);
  });

  test.each([{ accountId: null }, { chargeReversed: true }])("with no account for the rest: %j", (sold) => {
    expect(read({ method: "cash", money: "5" }, sold).moneyFault).toContain("exactly");
    expect(
      read({ method: "cash", money: "21" }, { ...sold, mostMoneyCents: cents(21_00) }).moneyFault,
    ).toBeNull();
  });
});

test("nothing typed is nothing, and what can't come back is said by its line", () => {
  expect(read({ quantities: { 1: " " } })).toMatchObject({ lines: [], worthCents: 0 });
  expect(read({ quantities: { 1: "0" } })).toMatchObject({ lines: [], worthCents: 0 });
  for (const quantity of ["5", "x", "-1"]) {
    const { faults, worthCents } = read({ quantities: { 1: quantity } });
    expect([...faults.keys(), worthCents]).toEqual([1, 0]);
  }
});
