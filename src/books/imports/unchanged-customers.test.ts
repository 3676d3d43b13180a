// A cell that is read and not used is told.
import { expect, test } from "vitest";
import { cents } from "@/domain/values/money.ts";
import { numberedCustomer } from "../testing/brought.ts";
import { unchangedCustomers } from "./unchanged-customers.ts";

const plain = numberedCustomer("A1");
const limited = { ...numberedCustomer("B2"), row: 3, limitCents: cents(500_00) };
const mailed = { ...numberedCustomer("C3"), row: 4, email: "ap@alder.example" };

test("of a list of customers: limits, contacts and memos of those who are there", () => {
  const noted = { ...numberedCustomer("D4"), row: 5, memo: "Gate code 12" };
  const owing = { ...numberedCustomer("E5"), row: 6, openingCents: cents(-5) };
  expect(unchangedCustomers("customers", [plain, limited, mailed, noted, owing])).toMatchObject([
    { count: 1, rows: [3], says: expect.stringContaining("credit limit") },
    { count: 1, rows: [6], says: expect.stringContaining("opening balance") },
    { count: 1, rows: [5], says: expect.stringContaining("memo") },
  ]);
});

test("of a list of debts: all particulars of those who are there, and nothing where there are none", () => {
  expect(unchangedCustomers("receivables", [plain, limited, mailed])).toMatchObject([
    { count: 2, rows: [3, 4] },
  ]);
  expect(unchangedCustomers("receivables", [plain])).toEqual([]);
});
