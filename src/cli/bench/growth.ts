// What a business's size costs: the account page of an account with a million events beside one with a thousand, and
// the aging of 50,000 customers with a million invoices, today, on a past day and as it was known then.
import { sql } from "drizzle-orm";
import { readAccountPage } from "@/books/receivables/account-page.ts";
import { readBusinessAging } from "@/books/receivables/aging.ts";
import type { Moment } from "@/books/ledger/as-of.ts";
import type { Ledger } from "@/books/story/ledger-dsl.ts";
import { present } from "@/domain/assert.ts";
import { addDays } from "@/domain/values/day.ts";
import { makeData } from "./data.ts";
import { percentile, round, timed, type Part, type Row } from "./table.ts";

const [CUSTOMERS, INVOICES, OPEN] = [50_000, 1_000_000, 40_000];

export async function benchGrowth(): Promise<Part> {
  const start = performance.now();
  const business = await makeData({ customers: CUSTOMERS, invoices: INVOICES, open: OPEN });
  const madeIn = round((performance.now() - start) / 1000, 0);
  const rows = [...(await accountRows()), ...(await agingRows(business))];
  return {
    name: "growth",
    says: `an account's page and first history page by its events; aging of ${CUSTOMERS} customers with ${INVOICES} invoices, ${OPEN} open (made in ${madeIn} s)`,
    rows,
  };
}

/** As many debts are open in both, since the page shows every one of them. */
async function accountRows(): Promise<Row[]> {
  const rows: Row[] = [];
  let least: number | undefined;
  for (const events of [1000, 1_000_000]) {
    const business = await makeData({ customers: 1, invoices: events / 2 + 10, open: 20 });
    const times = await timed(50, 10, () => page(business));
    const p50 = percentile(times, 0.5);
    least ??= p50;
    rows.push({
      what: `account page, ${events} events`,
      "p50 ms": round(p50),
      "× the first": round(p50 / least),
      MB: memory(),
    });
  }
  return rows;
}

const memory = () => round(process.memoryUsage().rss / 1e6, 0);

async function page(business: Ledger): Promise<void> {
  await business.read(async (books) => {
    const [customer] = await books.tx.execute<{ id: string }>(
      sql`select id from books.customers where number = 'B-1'`,
    );
    const moment = { asOf: books.today, knownAt: null };
    await readAccountPage(books, moment, { customer: present(customer, "the customer is there").id });
  });
}

async function agingRows(business: Ledger): Promise<Row[]> {
  const { today } = business.asker;
  const past = (days: number) => addDays(today, -days);
  const then = (days: number) => `${past(days)}T23:59:59Z`;
  const asked: [string, Moment][] = [
    ["today", { asOf: today, knownAt: null }],
    ["a month ago", { asOf: past(30), knownAt: null }],
    ["a year ago", { asOf: past(365), knownAt: null }],
    ["six years ago", { asOf: past(6 * 365), knownAt: null }],
    ["today, as known a month ago", { asOf: today, knownAt: then(30) }],
    ["a year ago, as known then", { asOf: past(365), knownAt: then(365) }],
    ["six years ago, as known then", { asOf: past(6 * 365), knownAt: then(6 * 365) }],
  ];
  const rows: Row[] = [];
  for (const [what, moment] of asked) {
    const times = await timed(5, 2, () => business.read((books) => readBusinessAging(books, moment)));
    rows.push({
      what: `aging ${what}`,
      "p50 ms": round(percentile(times, 0.5), 0),
      "× the first": "",
      MB: memory(),
    });
  }
  return rows;
}
