// The real file into real books: the agings that were worked out elsewhere come out to the cent, a repeat posts
// nothing, and a file with a fault leaves no trace.
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewMerge } from "@/domain/customers/merge-input.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { cents, decimalString } from "@/domain/values/money.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readAccountAging, readBusinessAging } from "../receivables/aging.ts";
import { listCustomers } from "../customers/customer-list.ts";
import { bringIn } from "./bring-in.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { mergeCustomers } from "../customers/merges.ts";
import { broughtRows, type BroughtRow } from "../testing/brought.ts";
import { figuresOf } from "../testing/desk.ts";
import { readUnpaid } from "../receivables/unpaid.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
afterAll(closePool);

const text = readFileSync(
  new URL("../../domain/testdata/late-payment-histories.csv", import.meta.url),
  "utf8",
);
/** 1/2/2013 is the second of January. */
function dayOf(text: string): Day {
  const [month = "", on = "", year = ""] = text.split("/");
  return day(`${year}-${month.padStart(2, "0")}-${on.padStart(2, "0")}`);
}

/** The file has no quotes and no commas in its cells. */
const rows = text
  .trim()
  .split("\n")
  .slice(1)
  .map((line): BroughtRow => {
    const [, customer = "", , invoice = "", issued = "", due = "", amount = "", , settled = ""] =
      line.split(",");
    return {
      customerNumber: customer,
      invoiceNumber: invoice,
      issuedOn: dayOf(issued),
      dueOn: dayOf(due),
      amountCents: cents(Math.round(Number(amount) * 100)),
      settledOn: dayOf(settled),
    };
  });

describe("the file as it is", () => {
  let business: Business;
  beforeAll(async () => {
    business = await freshBusiness();
    const summary = await business.change((books) => bringIn(books, broughtRows(rows)));
    expect(summary).toMatchObject({
      invoices: 2466,
      payments: 2466,
      newCustomers: 100,
      totalCents: 147_703_18,
      openCents: 0,
    });
  });
  afterAll(async () => {
    expect(await business.read(({ tx }) => runChecks(tx))).toEqual({ broken: [], events: 4932 });
  });

  test.each([
    ["2012-06-30", 98, ["4594.36", "909.73", "0.00", "0.00", "0.00"], "5504.09"],
    ["2012-12-31", 99, ["4936.32", "788.74", "0.00", "0.00", "0.00"], "5725.06"],
    ["2013-06-30", 84, ["4284.29", "835.56", "0.00", "0.00", "0.00"], "5119.85"],
    ["2013-12-31", 13, ["206.25", "555.65", "0.00", "0.00", "0.00"], "761.90"],
    ["2014-01-31", 0, ["0.00", "0.00", "0.00", "0.00", "0.00"], "0.00"],
  ])("the aging as of %s", async (asOf, openInvoices, buckets, total) => {
    const moment = { asOf: day(asOf), knownAt: null };
    const aging = await business.read((books) => readBusinessAging(books, moment));
    const told = BUCKETS.map((bucket) => decimalString(aging[bucket], "USD"));
    expect([aging.openInvoices, told, decimalString(aging.totalCents, "USD")]).toEqual([
      openInvoices,
      buckets,
      total,
    ]);
    expect([aging.unappliedCents, aging.netCents]).toEqual([0, aging.totalCents]);
  });

  test("the accounts' agings add up to the business's", async () => {
    await business.read(async (books) => {
      const moment = { asOf: day("2013-06-30"), knownAt: null };
      const ids = await books.tx.execute<{ id: string }>(sql`select id from books.accounts`);
      const all = [];
      for (const { id } of ids) all.push(await readAccountAging(books, moment, id));
      const whole = await readBusinessAging(books, moment);
      for (const part of [...BUCKETS, "totalCents", "openInvoices"] as const)
        expect(all.reduce((sum, aging) => sum + aging[part], 0)).toBe(whole[part]);
    });
  });

  test("customer 8887-NCUZC: 35 invoices, and two open on 2013-06-30", async () => {
    await business.read(async (books) => {
      const moment = { asOf: day("2013-06-30"), knownAt: null };
      const page = await readAccountPage(books, moment, { customer: "8887-NCUZC" });
      expect(page.aging).toMatchObject({ current: 53_19, d1_30: 27_84, totalCents: 81_03 });
      expect(page.unpaid.map((item) => item.openCents).sort((a, b) => b - a)).toEqual([53_19, 27_84]);
      const account = await readAccount(books, "8887-NCUZC");
      expect(account.customerId).toBe(page.customerId);
      const [sums] = await books.tx.execute(sql`
        select count(*)::int as count, sum(amount)::bigint as total from books.items where account_id = ${account.accountId}`);
      expect(sums).toEqual({ count: 35, total: 1_199_29 });
    });
  });

  test("numbers are kept as they stand in the file, and their own series stay untouched", async () => {
    const [zeros] = await business.read(({ tx }) =>
      tx.execute(sql`select count(*)::int as count from books.invoices where number like '0%'`),
    );
    expect(zeros).toEqual({ count: 266 });
    const [series] = await business.read(({ tx }) =>
      tx.execute(sql`select next from books.counters where series = 'invoice'`),
    );
    expect(series).toEqual({ next: 1 });
  });
});

describe("a second time", () => {
  const some = rows.slice(0, 60);

  test("the same file posts nothing and says when and by whom", async () => {
    const business = await freshBusiness();
    await business.change((books) => bringIn(books, broughtRows(some)));
    const before = await business.read(({ tx }) => runChecks(tx));
    const again = business.change((books) => bringIn(books, broughtRows(some, "renamed.csv")));
    await expect(again).rejects.toMatchObject({ code: "already-imported", details: { by: "Onaccount" } });
    expect(await business.read(({ tx }) => runChecks(tx))).toEqual(before);
  });

  test("twice at once it is imported once", async () => {
    const business = await freshBusiness();
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => business.change((books) => bringIn(books, broughtRows(some)))),
    );
    expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const each of both)
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "already-imported" });
    expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [], events: 120 });
  });

  test("another file that overlaps brings only what is new; one that contradicts is refused, whole", async () => {
    const business = await freshBusiness();
    await business.change((books) => bringIn(books, broughtRows(some)));
    const next = rows.slice(59, 80);
    const [there] = next;
    if (!there) throw new Error("the file has rows");
    const wrong = [{ ...there, amountCents: cents(there.amountCents + 1) }, ...next.slice(1)];
    const refused = business.change((books) => bringIn(books, broughtRows(wrong)));
    await expect(refused).rejects.toMatchObject({
      code: "file-refused",
      details: {
        faults: [{ row: 2, says: `${there.invoiceNumber} is in your books already, with another amount.` }],
      },
    });
    expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [], events: 120 });
    expect(await business.change((books) => bringIn(books, broughtRows(next)))).toMatchObject({
      invoices: 20,
      skipped: 1,
    });
    expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [], events: 160 });
  });
});

test("a customer who is there keeps name and terms; the file's invoices are theirs", async () => {
  const business = await freshBusiness();
  const known = rows[0]?.customerNumber ?? "";
  await business
    .customer("Greenleaf Landscaping", { number: known, terms: "net-7" })
    .invoice("5.00", "2026-01-01")
    .write();
  const mine = rows.filter((row) => row.customerNumber === known);
  const summary = await business.change((books) => bringIn(books, broughtRows(mine)));
  expect(summary).toMatchObject({ newCustomers: 0, invoices: mine.length });
  const list = await business.read((books) => listCustomers(books, { sort: "name", direction: "asc" }));
  expect(list.rows).toMatchObject([{ name: "Greenleaf Landscaping", balanceCents: 5_00 }]);
});

test("a closed month stays closed: the file's rows are posted in the next open one, or not at all", async () => {
  const business = await freshBusiness();
  const close = (until: string) =>
    business.change(({ tx }) =>
      tx.execute(sql`update books.periods set status = 'closed' where month <= ${until}::date`),
    );
  await close("2013-12-01");
  await business.change((books) => bringIn(books, broughtRows(rows.slice(0, 5))));
  const periods = await business.read(({ tx }) => tx.execute(sql`select distinct period from books.events`));
  expect(periods).toEqual([{ period: "2014-01-01" }]);
  await close("2999-01-01");
  const refused = business.change((books) => bringIn(books, broughtRows(rows.slice(5, 9))));
  await expect(refused).rejects.toMatchObject({ code: "period-closed" });
  expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [], events: 10 });
});

test("a file of open invoices only, in the currency's own digits", async () => {
  const business = await freshBusiness({ currency: "JPY" });
  const open = rows.slice(0, 3).map((row) => ({ ...row, settledOn: null, amountCents: cents(1000) }));
  await business.change((books) => bringIn(books, broughtRows(open)));
  const unpaid = await business.read(async (books) => {
    const accounts = await books.tx.execute<{ id: string }>(sql`select id from books.accounts`);
    const moment = { asOf: books.today, knownAt: null };
    return (await Promise.all(accounts.map(({ id }) => readUnpaid(books, moment, id)))).flat();
  });
  expect(unpaid.map((item) => item.openCents)).toEqual([1000, 1000, 1000]);
});

test("the number of a customer that was merged leads to the one that stays", async () => {
  const business = await freshBusiness();
  const [row] = rows;
  if (!row) throw new Error("the file has a row");
  const open = { ...row, settledOn: null };
  const twin = await business.customer("Twin", { number: row.customerNumber }).write();
  const kept = await business.customer("Kept", { number: "C-1" }).write();
  await business.change((books) =>
    mergeCustomers(
      books,
      inputOf(NewMerge, {
        fromCustomerId: twin.customerId,
        intoCustomerId: kept.customerId,
        mergedOn: day("2026-01-01"),
      }),
    ),
  );
  await business.change((books) => bringIn(books, broughtRows([open])));
  expect(await figuresOf(business, kept)).toMatchObject({ items: row.amountCents });
  expect(await figuresOf(business, twin)).toMatchObject({ items: 0 });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
