// Of two columns that could hold a customer's name, which one does.
import { expect, test } from "vitest";
import { mapColumns } from "./mapping.ts";
import { planFor } from "./plan.ts";

test.each([
  [
    ["Company", "Email", "Display Name"],
    ["company", "email", "customerName"],
  ],
  [
    ["Customer Name", "Company"],
    ["customerName", "company"],
  ],
  [
    ["Company", "Email"],
    ["customerName", "email"],
  ],
  [
    ["Firma", "Kunde"],
    ["customerName", "customerNumber"],
  ],
  [
    ["Customer", "Customer Name"],
    ["customerNumber", "customerName"],
  ],
])("%j", (headings, fields) => {
  expect(mapColumns(headings, planFor("customers")).fields).toEqual(fields);
});

test.each([
  [
    ["Contact", "Invoice number"],
    ["customerName", "documentNumber"],
  ],
  [
    ["Contact", "Customer"],
    ["contact", "customerName"],
  ],
  [
    ["Ref", "Description"],
    ["documentNumber", "memo"],
  ],
  [
    ["Ref", "Invoice #"],
    ["memo", "documentNumber"],
  ],
  [
    ["Debit", "Credit", "Balance"],
    ["debit", "credit", null],
  ],
  [
    ["Amount", "Balance"],
    ["amount", "openAmount"],
  ],
  [
    ["Amount due", "Amount remaining"],
    [null, "openAmount"],
  ],
  [
    ["Betrag EUR", "Offen (EUR)"],
    ["amount", "openAmount"],
  ],
])("of receivables %j", (headings, fields) => {
  expect(mapColumns(headings, planFor("receivables")).fields).toEqual(fields);
});

test("what somebody said of a column stands", () => {
  const plan = { ...planFor("customers"), columns: { 0: "customerName", 1: "" } };
  expect(mapColumns(["Company", "Display Name"], plan).fields).toEqual(["customerName", ""]);
});
