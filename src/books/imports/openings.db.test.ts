// Opening balances in a file of customers: of those who are new by it, against opening balances, and reversed with it.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { readTable } from "@/domain/imports/read-table.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { agingOn, brought, customer, holds, stored } from "../testing/brought-entries.ts";
import { bringIn } from "./bring-in.ts";
import { lookInBooks } from "./look.ts";
import { undoImport } from "./undo.ts";

afterAll(closePool);

const owing = (name: string, opening: number) =>
  customer(name, { openingCents: cents(opening), terms: "net-10" });
const CUSTOMERS = [owing("Alder", 1250_00), owing("Birch", -60_00), owing("Cedar", 0), owing("Bay", 99_00)];
const file = () => ({ ...brought([], CUSTOMERS), plan: planFor("customers") });

async function withBay() {
  const business = await freshBusiness({ startOn: "2026-05-01" });
  await business.customer("Bay", { number: "B-1" }).write();
  return business;
}
const OPENED = { newCustomers: 3, openings: 2, totalCents: 1190_00, skipped: 0, updated: 1 };

test("of new customers, on the day before the books start, without revenue; of known ones not", async () => {
  const business = await withBay();
  expect(await business.change((books) => bringIn(books, file()))).toMatchObject(OPENED);
  expect(await agingOn(business, "2026-04-29")).toMatchObject({ totalCents: 0, unappliedCents: 0 });
  expect(await agingOn(business, "2026-04-30")).toMatchObject({ totalCents: 1250_00, unappliedCents: 60_00 });
  const journal = await business.read(({ tx }) =>
    tx.execute(sql`
      select c.role, sum(l.amount)::bigint as amount from books.journal_lines l join books.chart c on c.code = l.chart_code
      group by 1 having sum(l.amount) <> 0 order by 1`),
  );
  expect(journal).toEqual([
    { role: "customer-credit", amount: -60_00 },
    { role: "opening-balance", amount: -1190_00 },
    { role: "receivable", amount: 1250_00 },
  ]);
  const [item] = await business.read(({ tx }) =>
    tx.execute(sql`select number, issued_on, due_on, notes_internal from books.invoices`),
  );
  expect(item).toEqual({
    number: expect.stringMatching(/^OB-C-\d{4}$/),
    issued_on: "2026-04-30",
    due_on: "2026-05-10",
    notes_internal: "Opening balance",
  });
  await holds(business);
});

async function* batchOf(rows: readonly (readonly string[])[]) {
  yield await Promise.resolve(rows.map((cells, at) => ({ row: at + 1, cells })));
}

test("a look says who is new and what they owe, asks about another name, and tells what stays out", async () => {
  const business = await withBay();
  const rows = [
    ["Customer number", "Name", "Opening balance"],
    ["A-1", "Alder", "1,250.00"],
    ["A-2", "Birch", "(60.00)"],
    ["B-1", "Zeta Dental", "99.00"],
  ];
  const ground = { currency: "USD", today: day("2026-06-01"), startOn: day("2026-05-01"), locale: "en-US" };
  const sheet = { format: "", notes: [], rowsAbout: 1, rows: () => batchOf(rows) };
  const table = await readTable(sheet, planFor("customers"), ground);
  const { look } = await business.read((books) => lookInBooks(books, new Uint8Array(32), table));
  expect(look).toMatchObject({
    newCustomers: 2,
    matchedCustomers: 1,
    figures: { rows: 3, openCents: 1250_00, creditCents: 60_00 },
    questions: [{ key: "numbers", says: "Number B-1 is Bay in your books and Zeta Dental in the file." }],
    warnings: [{ count: 1, rows: [4], says: expect.stringContaining("opening balance stays out") }],
    faultCount: 0,
  });
  const [, other] = look.questions[0]?.options ?? [];
  const said = await readTable(sheet, { ...planFor("customers"), ...other?.patch }, ground);
  const again = await business.read((books) => lookInBooks(books, new Uint8Array(32), said));
  expect(again.look).toMatchObject({ questions: [], warnings: [], faultCount: 1, matchedCustomers: 0 });
  expect(again.faults).toEqual([
    { row: 4, column: "Customer number", says: "B-1 is Bay in your books and Zeta Dental in the file." },
  ]);
});

test("of the day that was said", async () => {
  const business = await withBay();
  const plan = { ...planFor("customers"), way: "open" as const, openAsOf: day("2026-05-20") };
  await business.change((books) => bringIn(books, { ...file(), plan }));
  expect(await agingOn(business, "2026-05-19")).toMatchObject({ totalCents: 0 });
  expect(await agingOn(business, "2026-05-20")).toMatchObject({ totalCents: 1250_00 });
});

test("undone they are reversed, and the mended file brings customers and balances again", async () => {
  const business = await withBay();
  const given = await stored(business, file());
  await business.change((books) => bringIn(books, given));
  expect((await business.change((books) => undoImport(books, given.fileId))).events).toBe(2);
  expect(await agingOn(business, "2026-04-30")).toMatchObject({ totalCents: 0, unappliedCents: 0 });
  const there = () =>
    business.read(({ tx }) =>
      tx.execute(sql`select name from books.customers where archived_at is null order by name`),
    );
  expect(await there()).toEqual([{ name: "Bay" }]);
  await holds(business);
  expect(await business.change((books) => bringIn(books, given))).toMatchObject(OPENED);
  expect(await there()).toHaveLength(4);
  await holds(business);
  await business.change((books) => undoImport(books, given.fileId));
  expect(await there()).toEqual([{ name: "Bay" }]);
  expect(await business.change((books) => bringIn(books, given))).toMatchObject(OPENED);
  expect(await agingOn(business, "2026-04-30")).toMatchObject({ totalCents: 1250_00, unappliedCents: 60_00 });
  await holds(business);
});
