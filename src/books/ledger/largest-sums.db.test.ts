// Amounts so large that sums of them couldn't be said any more: refused before, and every page reads on.
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { LARGEST_AMOUNT } from "@/domain/values/money.ts";
import { totalCustomers } from "../customers/customer-list.ts";
import { totalInvoices } from "../invoices/invoice-list.ts";
import { totalPayments } from "../payments/payment-list.ts";
import { readAgingReport } from "../receivables/aging-report.ts";
import { readLedgerNet } from "../receivables/ledger-net.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { desk, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterAll(closePool);

/** So many of the largest amount fit below 2^50. */
const FIT = 112;
const REFUSED = { code: "sum-too-large", field: "amount" };

const fresh = async (name: string): Promise<Desk> => desk(business, await business.customer(name).write());

async function fill(at: Desk, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await at.invoice(LARGEST_AMOUNT, "2026-01-05");
}

async function allRead() {
  const moment = { asOf: day("2026-06-30"), knownAt: null };
  return business.read(async (books) => ({
    listed: (await totalCustomers(books, {})).balanceCents,
    aged: (await readAgingReport(books, moment)).totals.totalCents,
    net: (await readLedgerNet(books, moment)).netCents,
    invoiced: await totalInvoices(books, {}),
    paid: await totalPayments(books, {}),
  }));
}

test("what one account owes has an end, which is refused, and what is there can be read and paid", async () => {
  const at = await fresh("Giant");
  await fill(at, FIT);
  await expect(at.invoice(LARGEST_AMOUNT, "2026-01-05")).rejects.toMatchObject(REFUSED);
  const owed = FIT * LARGEST_AMOUNT;
  expect(await allRead()).toMatchObject({ listed: owed, aged: owed, net: owed });
  await at.pay(LARGEST_AMOUNT, "2026-02-01", "oldest-first");
  await at.invoice(LARGEST_AMOUNT, "2026-02-02");
});

test("so has what all accounts of a business owe together, and what they have open", async () => {
  const [one, two] = [await fresh("One"), await fresh("Two")];
  await fill(one, 56);
  await fill(two, 56);
  await expect(two.invoice(LARGEST_AMOUNT, "2026-01-05")).rejects.toMatchObject(REFUSED);
  await two.invoice(100_00, "2026-01-05");
  expect(await allRead()).toMatchObject({ listed: FIT * LARGEST_AMOUNT + 100_00 });
  for (let n = 0; n < FIT; n++) await one.pay(LARGEST_AMOUNT, "2026-01-06");
  await expect(two.pay(LARGEST_AMOUNT, "2026-01-06")).rejects.toMatchObject(REFUSED);
  expect(await allRead()).toMatchObject({ net: 100_00 });
});
