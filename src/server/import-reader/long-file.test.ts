// A list as a data warehouse gives it: 8,887 open invoices of 694 customers, amounts with what binary fractions leave behind,
// days with a time of midnight, numbers as its program takes them for amounts. Nothing is asked of its columns, and it comes to what was put in, to the cent.
import { expect, test } from "vitest";
import { planFor } from "@/domain/imports/plan.ts";
import { readTable } from "@/domain/imports/read-table.ts";
import { day } from "@/domain/values/day.ts";
import { sheetOf } from "./sheet-of.ts";

const [INVOICES, CUSTOMERS] = [8_887, 694];
const GROUND = { currency: "USD", today: day("2026-11-29"), startOn: day("2026-01-01"), locale: "en-US" };

/** 3 cents as 0.30000000000000004 tenths: no amount is written with two decimals. */
const noisy = (cents: number) => String((cents / 30) * 0.3);

test("8,887 invoices of 694 customers", async () => {
  const amounts = Array.from({ length: INVOICES }, (_, n) => 1_00 + ((n * 7919) % 2_500_00));
  const rows = amounts.map((cents, n) => {
    const month = String(1 + (n % 12)).padStart(2, "0");
    const customer = n % CUSTOMERS;
    const days = `2020-${month}-28 00:00:00.000,2021-${month}-15 00:00:00.000`;
    return `U001,0200${String(customer).padStart(6, "0")},Customer ${customer} corp,${days},19${String(n).padStart(8, "0")}.0,USD,${noisy(cents)}`;
  });
  const head =
    "business_code,cust_number,name_customer,posting_date,due_in_date,invoice_id,invoice_currency,total_open_amount";
  const sheet = await sheetOf(new TextEncoder().encode([head, ...rows, ""].join("\n")), "receivables");
  const plan = { ...planFor("receivables"), way: "open" as const, openAsOf: day("2025-12-31") };
  const { look, entries } = await readTable(sheet, plan, GROUND);
  expect(look.questions).toEqual([]);
  expect(look.faultCount).toBe(0);
  expect(look.figures).toMatchObject({
    rows: INVOICES,
    invoices: INVOICES,
    customers: CUSTOMERS,
    openCents: amounts.reduce((a, b) => a + b),
  });
  expect(entries.entries.map(({ amountCents }) => amountCents)).toEqual(amounts);
  expect(entries.entries[7]).toMatchObject({ number: "1900000007" });
  expect(look.changed).toMatchObject([{ what: expect.stringContaining("“.0”"), count: INVOICES }, {}]);
  expect(look.changed[1]?.count).toBeGreaterThan(1_000);
});
