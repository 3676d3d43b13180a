// The next number is one that nothing bears, whatever a file brought or somebody typed: of customers, invoices, payments
// and receipts. The settings promise the very number that is given.
import { afterAll, beforeEach, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { numberOf, type NumberSeries } from "@/domain/ledger/number-series.ts";
import { cents } from "@/domain/values/money.ts";
import { readSettings } from "../business/settings.ts";
import { bringIn } from "../imports/bring-in.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { broughtRows } from "../testing/brought.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterAll(closePool);

type Line = [customer: string, invoice: string, issued: string, due: string, amount: string, settled: string];

async function bring(...lines: Line[]): Promise<void> {
  const rows = lines.map(([customerNumber, invoiceNumber, issued, due, amount, settled]) => ({
    customerNumber,
    invoiceNumber,
    issuedOn: day(issued),
    dueOn: day(due),
    amountCents: cents(Number(amount) * 100),
    settledOn: settled === "" ? null : day(settled),
  }));
  await business.change((books) => bringIn(books, broughtRows(rows)));
}

const next = (series: NumberSeries) =>
  business.read(async (books) => {
    const { prefix, padding, next: count } = (await readSettings(books)).series[series];
    return numberOf(prefix, padding, count);
  });
const numbers = (table: string) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ number: string }>(
      sql`select number from ${sql.raw(`books.${table}`)} order by number`,
    );
    return rows.map(({ number }) => number);
  });

test("a file with the next numbers of customers, invoices and payments is gone on behind", async () => {
  await bring(
    ["C-0001", "INV-00001", "2026-01-05", "2026-02-04", "10.00", ""],
    ["C-0001", "INV-00002", "2026-01-06", "2026-02-05", "20.00", "2026-02-01"],
    ["C-0003", "INV-00004", "2026-01-07", "2026-02-06", "30.00", ""],
  );
  const promised = {
    customer: await next("customer"),
    invoice: await next("invoice"),
    payment: await next("payment"),
  };
  await business.customer("Greenleaf").invoice("5.00", "2026-03-01").paid("5.00", "2026-03-02").write();
  await business.customer("Alder").invoice("6.00", "2026-03-01").paid("6.00", "2026-03-02").write();
  expect(await numbers("customers")).toEqual(["C-0001", "C-0002", "C-0003", "C-0004"]);
  expect(await numbers("invoices")).toEqual([1, 2, 3, 4, 5].map((n) => `INV-0000${n}`));
  expect(promised).toMatchObject({ customer: "C-0002", invoice: "INV-00003" });
  expect(await numbers("payments")).toContain(promised.payment);
});

test.each([
  ["payments", "payment", "P-00001"],
  ["receipts", "receipt", "R-00001"],
] as const)("a number of %s that was kept before is passed over", async (table, series, kept) => {
  const tell = (name: string) =>
    business
      .customer(name, { limitCents: undefined })
      .bought([["Topsoil", "1", "40.00"]], "2026-03-01", { by: "cash" })
      .paid("5.00", "2026-03-02")
      .write();
  await tell("Greenleaf");
  expect(await numbers(table)).toEqual([kept]);
  // As if what bears it had come from elsewhere: the series stands before it again.
  await business.change(({ tx }) =>
    tx.execute(sql`update books.counters set next = 1 where series = ${series}`),
  );
  expect(await next(series)).toBe(kept.replace("1", "2"));
  await tell("Alder");
  expect(await numbers(table)).toEqual([kept, kept.replace("1", "2")]);
});
