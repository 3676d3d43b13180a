// What was ever invoiced, paid, sold or allowed has no end as a balance has. Where it is more than a number can say, its
// sum is none, and every list and page that shows it reads on.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import type { FileCustomer } from "@/domain/imports/entries.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewReceipt } from "@/domain/receipts/receipt.ts";
import { tieWords } from "@/domain/receivables/tax-report-words.ts";
import { screenOf } from "@/domain/statements/statement-pages.ts";
import { day } from "@/domain/values/day.ts";
import { LARGEST_AMOUNT, cents, formatGross, minus } from "@/domain/values/money.ts";
import { readPayingHabits } from "../credit/paying-habits.ts";
import { listCreditCustomers, totalCreditCustomers } from "../credit/credit-customers.ts";
import { bringIn } from "../imports/bring-in.ts";
import { listInvoices, totalInvoices } from "../invoices/invoice-list.ts";
import { listPayments, totalPayments } from "../payments/payment-list.ts";
import { recordReceipt } from "../receipts/receipts.ts";
import { listReceipts, totalReceipts } from "../receipts/receipt-list.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { readAgingReport } from "../receivables/aging-report.ts";
import { readTaxReport } from "../receivables/tax-report.ts";
import { readTrialBalance } from "../receivables/trial-balance.ts";
import { readUnpaidTotals } from "../receivables/unpaid.ts";
import { previewScreen } from "../statements/statement-screen.ts";
import { previewStatement } from "../statements/statements.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { broughtRows } from "../testing/brought.ts";
import { line, paidBy } from "../testing/counter.ts";
import { grossCents, grossSum } from "./gross-sum.ts";

afterAll(closePool);

/** More of the largest amount than stay below 2^53. */
const MANY = 901;
const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
const NOW = { asOf: day("2026-06-30"), knownAt: null };

test("a sum up to the last whole number that is exact, and none beyond it", async () => {
  const business = await freshBusiness();
  const sumOf = (amounts: readonly string[], counted?: string) =>
    business.read(async ({ tx }) => {
      const rows = sql.raw(amounts.map((amount) => `(${amount}::bigint)`).join(", "));
      const sum = grossSum(sql`amount`, counted === undefined ? undefined : sql.raw(counted));
      const [row] = await tx.execute<{ sum: number | null }>(
        sql`select ${sum} as sum from (values ${rows}) v (amount)`,
      );
      return grossCents(row?.sum ?? null);
    });
  const last = String(Number.MAX_SAFE_INTEGER);
  expect(await sumOf([last])).toBe(Number.MAX_SAFE_INTEGER);
  expect(await sumOf([last, "1"])).toBeNull();
  expect(await sumOf([last, last, last])).toBeNull();
  expect(await sumOf([`-${last}`])).toBe(Number.MIN_SAFE_INTEGER);
  expect(await sumOf([`-${last}`, "-1"])).toBeNull();
  expect(await sumOf([last, "1"], "amount = 1")).toBe(1);
  expect(await sumOf(["1"], "amount = 2")).toBe(0);
});

test("invoices nearly paid, their payments and the limits of their customers", async () => {
  const business = await freshBusiness({ startOn: "2020-01-01" });
  const row = (customerNumber: string, at: number) => ({
    customerNumber,
    invoiceNumber: `A-${at}`,
    issuedOn: day("2026-01-05"),
    dueOn: day("2026-02-04"),
    amountCents: LARGEST_AMOUNT,
    settledOn: day("2026-03-05"),
  });
  // So many at a time as may be owed at once; all but a cent was paid of each.
  for (let from = 0; from < MANY; from += 100) {
    const size = Math.min(100, MANY - from);
    const file = broughtRows(Array.from({ length: size }, (_, at) => row("GIANT", from + at)));
    for (const each of file.entries.entries)
      if (each.kind === "invoice" && each.paid) each.paid.cents = minus(LARGEST_AMOUNT, cents(1));
    await business.change((books) => bringIn(books, file));
  }
  const small = (at: number) => ({ ...row(`LIMIT-${at}`, MANY + at), amountCents: cents(1) });
  const limits = broughtRows(Array.from({ length: MANY }, (_, at) => small(at)));
  const customers = limits.entries.customers.map((customer): FileCustomer => ({
    ...customer,
    limitCents: LARGEST_AMOUNT,
  }));
  await business.change((books) => bringIn(books, { ...limits, entries: { ...limits.entries, customers } }));

  const read = await business.read(async (books) => {
    const page = await readAccountPage(books, NOW, { customer: "GIANT" });
    return {
      invoices: await totalInvoices(books, {}),
      listed: (await listInvoices(books, {})).rows.length,
      payments: await totalPayments(books, {}),
      received: (await listPayments(books, {})).rows.length,
      aging: (await readAgingReport(books, NOW)).totals,
      unpaid: page.unpaidTotals,
      part: await readUnpaidTotals(books, NOW, { accountId: page.accountId, search: "A-" }),
      credit: await totalCreditCustomers(books, {}),
      credited: (await listCreditCustomers(books, {})).rows.length,
      trial: await readTrialBalance(books, NOW),
      habit: (await readPayingHabits(books, [page.accountId])).get(page.accountId),
    };
  });
  expect(read).toMatchObject({
    invoices: { count: 2 * MANY, totalCents: null, openCents: MANY },
    payments: { count: 2 * MANY, amountCents: null, appliedCents: null, openCents: 0 },
    aging: { openInvoices: MANY, invoicedCents: null, totalCents: MANY },
    unpaid: { count: MANY, amountCents: null, openCents: MANY },
    part: { count: MANY, amountCents: null, openCents: MANY },
    credit: { count: MANY, limitCents: null, usedCents: 0 },
    trial: { debitCents: null, creditCents: null },
    habit: { invoicedCents: null, recentCents: 0, beforeCents: null, paidInvoices: 0 },
  });
  expect([read.listed, read.received, read.credited].every((rows) => rows > 0)).toBe(true);
  expect(read.trial.lines.map(({ code, balanceCents }) => [code, balanceCents])).toEqual([
    ["1100", null],
    ["1200", MANY],
    ["2300", 0],
    ["4000", null],
  ]);
  const asked = {
    customer: "GIANT",
    kind: "balance-forward" as const,
    asOf: NOW.asOf,
    fromOn: day("2026-06-01"),
  };
  const statement = await business.read(async (books) => ({
    screen: await previewScreen(books, LETTERHEAD, { ...asked, pages: { items: 1, lines: 1 } }),
    whole: await previewStatement(books, LETTERHEAD, asked),
  }));
  const totals = { amountCents: null, paidCents: null, openCents: MANY };
  expect(statement.screen).toMatchObject({ closingCents: MANY, items: { of: MANY, totals } });
  expect(screenOf(statement.whole, { items: 1, lines: 1 })).toStrictEqual(statement.screen);
  // What can be said is said as ever.
  const one = await business.read((books) => totalInvoices(books, { search: "A-900" }));
  expect(one).toMatchObject({ count: 1, totalCents: LARGEST_AMOUNT });
}, 60_000);

test("receipts of the counter", async () => {
  const business = await freshBusiness();
  const sold = {
    accountId: null,
    issuedOn: day("2026-06-30"),
    lines: [line("Plant", "1", "99999999999.99", { taxable: false })],
    tenders: [paidBy("cash", LARGEST_AMOUNT)],
  };
  await business.change(async (books) => {
    for (let at = 0; at < MANY; at++) await recordReceipt(books, inputOf(NewReceipt, sold));
  });
  const read = await business.read(async (books) => ({
    totals: await totalReceipts(books, {}),
    rows: (await listReceipts(books, {})).rows.length,
    tax: await readTaxReport(books, {
      fromOn: day("2026-06-01"),
      throughOn: NOW.asOf,
      basis: "invoiced",
    }),
  }));
  expect(read.totals).toEqual({
    count: MANY,
    totalCents: null,
    onAccountCents: 0,
    houseChargeCents: 0,
    moneyCents: null,
  });
  expect(read.rows).toBeGreaterThan(0);
  expect(read.tax.rows).toMatchObject([{ taxableCents: 0, exemptCents: null, taxCents: 0 }]);
  expect(tieWords(read.tax, (amount) => formatGross(amount, "USD"))).toContain("credits 0.00");
}, 60_000);
