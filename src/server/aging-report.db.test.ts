// The aging of the sample file, read as the page reads it: the five days worked out independently of this project.
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { day } from "@/domain/values/day.ts";
import { cents, decimalString, sum } from "@/domain/values/money.ts";
import { listAging, readAgingReport } from "@/books/receivables/aging-report.ts";
import { readLedgerNet } from "@/books/receivables/ledger-net.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { importNow, lookNow } from "./import-now.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";

const FILE = new URL("../domain/testdata/late-payment-histories.csv", import.meta.url);

let business: Awaited<ReturnType<typeof freshBusiness>>;

beforeAll(async () => {
  business = await freshBusiness({ startOn: "2010-01-01" });
  const file = { name: "file.csv", bytes: await readFile(FILE), plan: planFor("receivables") };
  await importNow(business.asker, file, await lookNow(business.asker, file));
});
afterAll(closePool);

const atDay = (asOf: string) => ({ asOf: day(asOf), knownAt: null });

test.each([
  ["2012-06-30", 98, ["4594.36", "909.73", "0.00", "0.00", "0.00"], "5504.09"],
  ["2012-12-31", 99, ["4936.32", "788.74", "0.00", "0.00", "0.00"], "5725.06"],
  ["2013-06-30", 84, ["4284.29", "835.56", "0.00", "0.00", "0.00"], "5119.85"],
  ["2013-12-31", 13, ["206.25", "555.65", "0.00", "0.00", "0.00"], "761.90"],
  ["2014-01-31", 0, ["0.00", "0.00", "0.00", "0.00", "0.00"], "0.00"],
])("at %s: %d open", async (asOf, open, buckets, total) => {
  const { report, ledger } = await business.read(async (books) => ({
    report: await readAgingReport(books, atDay(asOf)),
    ledger: await readLedgerNet(books, atDay(asOf)),
  }));
  const { totals, rows, accounts } = report;
  expect(totals.openInvoices).toBe(open);
  expect(BUCKETS.map((bucket) => decimalString(totals[bucket], "USD"))).toEqual(buckets);
  expect(decimalString(totals.totalCents, "USD")).toBe(total);
  expect(ledger).toEqual({ netCents: totals.netCents, postedLater: [] });
  expect(rows).toHaveLength(accounts);
  expect(sum(rows.map((row) => row.aging.netCents))).toBe(totals.netCents);
  const nets = rows.map((row) => row.aging.netCents);
  expect(nets).toEqual([...nets].sort((a, b) => b - a));
});

test("as known before the import there was nothing", async () => {
  const before = { asOf: day("2013-06-30"), knownAt: "2001-01-01T00:00:00Z" };
  const report = await business.read((books) => readAgingReport(books, before));
  expect([report.totals.totalCents, report.rows]).toEqual([cents(0), []]);
});

test("a mangled cursor starts at the first page", async () => {
  const first = await business.read((books) =>
    readAgingReport(books, atDay("2013-06-30"), { cursor: "nonsense" }),
  );
  expect(first.rows.length).toBeGreaterThan(0);
});

test("searched, it lists and adds up who matches, in the order asked for; the business's figures stay", async () => {
  const read = (query: object) =>
    business.read((books) => readAgingReport(books, atDay("2013-06-30"), query));
  const all = await read({});
  expect(all.totals).toMatchObject(all.found);
  const word = all.rows[3]?.name.slice(0, 4) ?? "";
  const found = await read({ search: word, sort: "name", direction: "asc" });
  const mine = all.rows.filter((row) => `${row.name} ${row.number}`.includes(word));
  expect(found.accounts).toBe(mine.length);
  expect(found.found.netCents).toBe(sum(mine.map((row) => row.aging.netCents)));
  expect(found.totals).toEqual(all.totals);
  const names = found.rows.map((row) => row.name);
  expect(names).toEqual([...names].sort(new Intl.Collator("en").compare));
  expect(await read({ search: "nobody at all" })).toMatchObject({ rows: [], accounts: 0, next: null });
});

test("of one bucket, it lists and adds up whoever has something in it", async () => {
  const read = (query: object) =>
    business.read((books) => readAgingReport(books, atDay("2013-12-31"), query));
  const all = await read({});
  expect(all.rows.some((row) => row.aging.d1_30 === 0)).toBe(true);
  for (const bucket of BUCKETS) {
    const part = await read({ bucket });
    const theirs = all.rows.filter((row) => row.aging[bucket] > 0);
    expect(part.rows).toEqual(theirs);
    expect([part.accounts, part.found[bucket]]).toEqual([theirs.length, all.totals[bucket]]);
    expect(part.totals).toEqual(all.totals);
  }
});

test("page by page, everybody is listed once, whatever the order", async () => {
  for (const sort of ["net", "name"] as const)
    for (const direction of ["asc", "desc"] as const) {
      const rows: string[] = [];
      for (let cursor: string | undefined, more = true; more;) {
        const page: Awaited<ReturnType<typeof listAging>> = await business.read((books) =>
          listAging(books, atDay("2013-06-30"), { sort, direction, cursor, size: 7 }),
        );
        rows.push(...page.rows.map((row) => row.customerId));
        cursor = page.next ?? undefined;
        more = page.next !== null;
      }
      const whole = await business.read((books) =>
        readAgingReport(books, atDay("2013-06-30"), { sort, direction }),
      );
      expect(rows).toEqual(whole.rows.map((row) => row.customerId));
    }
});
