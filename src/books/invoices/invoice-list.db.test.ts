// The list of invoices: found by number and customer, narrowed by what became of them, in any order, page by page.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { day } from "@/domain/values/day.ts";
import { sum } from "@/domain/values/money.ts";
import type { InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import { listInvoices, totalInvoices } from "./invoice-list.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { desk, type Desk } from "../testing/desk.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business: Business;
let greenleaf: Account;
let at: Desk;

beforeAll(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf", { number: "C-7" }).write();
  at = desk(business, greenleaf);
  const paid = await at.invoice(100_00, "2026-01-10", { number: "INV-1", dueOn: "2026-02-09" });
  await at.pay(100_00, "2026-02-01", [[paid.eventId, 100_00]]);
  const late = await at.invoice(50_00, "2026-05-01", { number: "INV-2", dueOn: "2026-05-31" });
  await at.pay(20_00, "2026-05-05", [[late.eventId, 20_00]]);
  await at.invoice(70_00, "2026-06-20", { number: "INV-10", dueOn: "2026-07-20" });
  const wrong = await at.invoice(9_00, "2026-06-21", { number: "inv-x", dueOn: "2026-07-21" });
  await at.reverse(wrong.eventId, "2026-06-22");
  const given = await at.invoice(5_00, "2026-03-01", { number: "INV-3" });
  await at.writeOff(given.eventId, 5_00, "2026-06-01");
  await at.invoice(40_00, "2026-03-02", { number: "INV-4", retainage: 40_00 });
  await business
    .customer("Acme 50%")
    .invoice("8.00", "2026-04-01", { number: "A-1", dueOn: "2026-07-01" })
    .write();
});
afterAll(closePool);

type Query = QueryOf<typeof invoiceList>;
const list = (query: Query = {}) => business.read((books) => listInvoices(books, query));
const numbers = async (query: Query = {}) => (await list(query)).rows.map((row) => row.number);

test("the latest first, each with what became of it and what is left", async () => {
  const { rows, next } = await list();
  expect(next).toBeNull();
  expect(rows.map((row) => [row.number, row.state, row.totalCents, row.openCents])).toEqual([
    ["inv-x", "voided", 9_00, 0],
    ["INV-10", "open", 70_00, 70_00],
    ["INV-2", "overdue", 50_00, 30_00],
    ["A-1", "open", 8_00, 8_00],
    ["INV-4", "held", 0, 0],
    ["INV-3", "written-off", 5_00, 0],
    ["INV-1", "paid", 100_00, 0],
  ]);
  expect(rows[2]).toMatchObject({ customerName: "Greenleaf", daysPastDue: 30, receipt: null });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test.each<[InvoiceFilter, string[]]>([
  ["open", ["INV-10", "INV-2", "A-1"]],
  ["overdue", ["INV-2"]],
  ["paid", ["INV-3", "INV-1"]],
  ["voided", ["inv-x"]],
])("only what is %s", async (state, expected) => {
  expect(await numbers({ state })).toEqual(expected);
});

test.each<[Query["sort"], string[]]>([
  ["due", ["A-1", "INV-10", "INV-2"]],
  ["total", ["A-1", "INV-2", "INV-10"]],
  ["left", ["A-1", "INV-2", "INV-10"]],
])("in the order of %s, and the other way round", async (sort, up) => {
  const expected = sort === "due" ? ["INV-2", "A-1", "INV-10"] : up;
  expect(await numbers({ sort, direction: "asc", state: "open" })).toEqual(expected);
  expect(await numbers({ sort, direction: "desc", state: "open" })).toEqual(expected.toReversed());
});

test("found by how its number begins, by its customer, and between two days", async () => {
  expect(await numbers({ search: "INV-1" })).toEqual(["INV-10", "INV-1"]);
  expect(await numbers({ search: "inv-1" })).toEqual(["INV-10", "INV-1"]);
  expect(await numbers({ search: "inv-x" })).toEqual(["inv-x"]);
  expect(await numbers({ search: "acme" })).toEqual(["A-1"]);
  expect(await numbers({ search: "50%" })).toEqual(["A-1"]);
  expect(await numbers({ search: "nobody" })).toEqual([]);
  expect(await numbers({ fromOn: day("2026-04-01"), throughOn: day("2026-05-01") })).toEqual([
    "INV-2",
    "A-1",
  ]);
  expect(await numbers({ customerId: greenleaf.customerId, state: "open" })).toEqual(["INV-10", "INV-2"]);
  expect(await numbers({ customerId: randomUUID() })).toEqual([]);
});

test("found by any part of its number, without its prefix and its zeros", async () => {
  expect(await numbers({ search: "NV-1" })).toEqual(["INV-10", "INV-1"]);
  expect(await numbers({ search: "10" })).toEqual(["INV-10"]);
  expect(await numbers({ search: "nv-4" })).toEqual(["INV-4"]);
  expect(await numbers({ search: "99" })).toEqual([]);
  const other = await freshBusiness();
  const there = desk(other, await other.customer("Greenleaf", { number: "K" }).write());
  for (let n = 0; n < 12; n++) await there.invoice(1_00, "2026-01-11");
  const found = async (search: string) =>
    (await other.read((books) => listInvoices(books, { search }))).rows.map((row) => row.number);
  expect(await found("12")).toEqual(["INV-00012"]);
  expect(await found("0012")).toEqual(["INV-00012"]);
  expect(await found("v-0001")).toEqual(["INV-00012", "INV-00011", "INV-00010"]);
});

test("a number is found by any part of it, few or many, in capitals or not, beside whom the text means", async () => {
  const many = await freshBusiness();
  const there = desk(many, await many.customer("Greenleaf", { number: "K" }).write());
  for (const number of ["2026/A-0001", "2026/A-0002", "2026/B-0001", "X_1%"])
    await there.invoice(1_00, "2026-03-02", { number });
  const found = (search: string) =>
    many.read(async (books) => (await listInvoices(books, { search })).rows.map((row) => row.number));
  expect(await found("a-000")).toEqual(["2026/A-0002", "2026/A-0001"]);
  expect(await found("B-0001")).toEqual(["2026/B-0001"]);
  expect(await found("01")).toEqual(["2026/B-0001", "2026/A-0001"]);
  expect(await found("_1%")).toEqual(["X_1%"]);
  expect(await found("7")).toEqual([]);
  const total = (search: string) => many.read((books) => totalInvoices(books, { search }));
  expect(await total("a-000")).toEqual({ count: 2, totalCents: 2_00, openCents: 2_00 });
  // More than are worth a list of their own.
  const some = await many.read(({ tx }) =>
    tx.execute(sql`select books.numbers_with('invoice', '000', 2) is null as many,
      cardinality(books.numbers_with('invoice', 'A-000', 2)) as few`),
  );
  expect(some).toEqual([{ many: true, few: 2 }]);
});

test("the total is the sum of the amounts that aren't struck out: what was voided isn't owed", async () => {
  const { rows } = await list();
  const counted = rows.filter((row) => row.state !== "voided").map((row) => row.totalCents);
  const totals = await business.read((books) => totalInvoices(books, {}));
  expect(totals.totalCents).toBe(sum(counted));
  expect(totals.count).toBe(rows.length);
  expect(await business.read((books) => totalInvoices(books, { state: "voided" }))).toMatchObject({
    totalCents: 0,
  });
});

test("totals are those of all that match", async () => {
  const totals = (query: MatchOf<typeof invoiceList>) =>
    business.read((books) => totalInvoices(books, query));
  expect(await totals({})).toEqual({ count: 7, totalCents: 233_00, openCents: 108_00 });
  expect(await totals({ state: "overdue" })).toEqual({ count: 1, totalCents: 50_00, openCents: 30_00 });
  expect(await totals({ search: "inv-1" })).toEqual({ count: 2, totalCents: 170_00, openCents: 70_00 });
  expect(await totals({ search: "acme", state: "voided" })).toEqual({
    count: 0,
    totalCents: 0,
    openCents: 0,
  });
});

test("a page ends where the next begins, in every order; a mangled cursor starts anew", async () => {
  await business.read(async (books) => {
    for (const sort of ["issued", "due", "total", "left"] as const) {
      const whole = await listInvoices(books, { sort, direction: "desc" });
      const walked: string[] = [];
      let cursor: string | null = null;
      do {
        const query = { sort, direction: "desc", ...(cursor !== null && { cursor }) } as const;
        const page: Awaited<ReturnType<typeof listInvoices>> = await listInvoices(books, query, 2);
        walked.push(...page.rows.map((row) => row.number));
        cursor = page.next;
      } while (cursor !== null);
      expect(walked).toEqual(whole.rows.map((row) => row.number));
    }
  });
  for (const cursor of [
    "x' or 1.2",
    writeCursor("2026-13-45", 1),
    writeCursor("0000-01-01", 1),
    writeCursor("2026-01-01", "x"),
  ])
    expect(await numbers({ cursor })).toHaveLength(7);
});
