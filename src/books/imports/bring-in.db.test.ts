// Files into real books: the public one to the cent, open items without revenue or cash, the same rows once, and an import
// that is taken back leaves the books as they were and the file free to come again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { readTable } from "@/domain/imports/read-table.ts";
import type { Sheet } from "@/domain/imports/sheet.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { day } from "@/domain/values/day.ts";
import { decimalString } from "@/domain/values/money.ts";
import { readBusinessAging } from "../receivables/aging.ts";
import { freshBusiness, type Ledger } from "../story/ledger-dsl.ts";
import { bringIn, type FileToBring } from "./bring-in.ts";
import {
  addImportPart,
  beginImportFile,
  completeImportFile,
  discardImportFile,
  keepLook,
  listImportFiles,
  readImportFile,
  readImportParts,
  startImport,
} from "./import-files.ts";
import { lookInBooks } from "./look.ts";
import { undoImport } from "./undo.ts";

afterAll(closePool);

const GROUND = { currency: "USD", today: day("2026-06-30"), startOn: day("2026-01-01"), locale: "en-US" };

/** Lines of cells that hold no commas of their own. */
function sheetOf(text: string): Sheet {
  const rows = text
    .trim()
    .split("\n")
    .map((line, at) => ({ row: at + 1, cells: line.trim().split(",") }));
  // oxlint-disable-next-line require-await -- a reader of bytes has to wait; this one has them
  return {
    format: "UTF-8, comma",
    notes: [],
    rows: async function* () {
      yield rows;
    },
  };
}

async function read(text: string, plan: Partial<ImportPlan> = {}, ground = GROUND) {
  const table = await readTable(sheetOf(text), { ...planFor(plan.kind ?? "receivables"), ...plan }, ground);
  const hash = createHash("sha256").update(text).digest();
  const file: FileToBring = {
    fileId: null,
    name: "file.csv",
    hash,
    plan: table.look.plan,
    entries: table.entries,
    rowCount: table.look.figures.rows,
    faulty: 0,
  };
  return { ...table, hash, file };
}

async function bring(business: Ledger, text: string, plan: Partial<ImportPlan> = {}) {
  const { file } = await read(text, plan);
  return business.change((books) => bringIn(books, file));
}

const sound = async (business: Ledger) => {
  const { broken } = await business.read(({ tx }) => runChecks(tx));
  expect(broken).toEqual([]);
};

/** By role: what the books come to. */
async function balances(business: Ledger): Promise<Record<string, number>> {
  const rows = await business.read(({ tx }) =>
    tx.execute<{ role: string; amount: number }>(sql`
      select coalesce(c.role, c.code) as role, sum(l.amount)::bigint as amount from books.journal_lines l
      join books.chart c on c.code = l.chart_code group by 1 having sum(l.amount) <> 0 order by 1`),
  );
  return Object.fromEntries(rows.map(({ role, amount }) => [role, amount]));
}

describe("the public file", () => {
  const text = readFileSync(
    new URL("../../domain/testdata/late-payment-histories.csv", import.meta.url),
    "utf8",
  );

  test("goes in whole, and every aging comes out to the cent", async () => {
    const business = await freshBusiness();
    const ground = { ...GROUND, startOn: day("2000-01-01") };
    const { file, look } = await read(text, {}, ground);
    expect(look).toMatchObject({ questions: [], faultCount: 0, plan: { way: "history" } });
    const summary = await business.change((books) => bringIn(books, file));
    expect(summary).toMatchObject({
      invoices: 2466,
      payments: 2466,
      newCustomers: 100,
      totalCents: 147_703_18,
      openCents: 0,
    });
    for (const [asOf, openInvoices, buckets, total] of [
      ["2012-06-30", 98, ["4594.36", "909.73", "0.00", "0.00", "0.00"], "5504.09"],
      ["2013-06-30", 84, ["4284.29", "835.56", "0.00", "0.00", "0.00"], "5119.85"],
      ["2014-01-31", 0, ["0.00", "0.00", "0.00", "0.00", "0.00"], "0.00"],
    ] as const) {
      const aging = await business.read((books) =>
        readBusinessAging(books, { asOf: day(asOf), knownAt: null }),
      );
      expect(aging.openInvoices).toBe(openInvoices);
      expect(BUCKETS.map((bucket) => decimalString(aging[bucket], "USD"))).toEqual(buckets);
      expect(decimalString(aging.totalCents, "USD")).toBe(total);
    }
    await sound(business);
    await expect(business.change((books) => bringIn(books, file))).rejects.toMatchObject({
      code: "already-imported",
    });
  });
});

const OPEN = `Customer,Type,Number,Date,Due date,Amount,Open balance
Alder Homes,Invoice,1041,2025-11-05,2025-12-05,1250.00,1000.00
Alder Homes,Credit memo,CM-7,2025-12-18,,60.00,60.00
Birch & Sons,Invoice,1030,2025-12-15,,410.00,410.00
Birch & Sons,Payment,4471,2025-12-29,,100.00,40.00
Birch & Sons,Invoice,1031,2025-12-16,2025-12-30,50.00,0.00`;
const AS_OF = { way: "open", openAsOf: day("2025-12-31") } as const;

test("open items stand against opening balances: no revenue, no cash, and nothing of what was paid", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const summary = await bring(business, OPEN, AS_OF);
  expect(summary).toMatchObject({
    invoices: 2,
    credits: 1,
    payments: 1,
    newCustomers: 2,
    totalCents: 1660_00,
    openCents: 1410_00,
  });
  expect(await balances(business)).toEqual({
    receivable: 1410_00,
    "customer-credit": -100_00,
    "opening-balance": -1310_00,
  });
  const aging = await business.read((books) =>
    readBusinessAging(books, { asOf: day("2025-12-31"), knownAt: null }),
  );
  expect(aging).toMatchObject({ d1_30: 1000_00, current: 410_00, unappliedCents: 100_00 });
  const [invoice] = await business.read(({ tx }) =>
    tx.execute(sql`
      select i.total, i.issued_on, i.due_on, e.kind, e.effective_on, e.period from books.invoices i
      join books.events e on e.number = i.event_number where i.number = '1041'`),
  );
  expect(invoice).toEqual({
    total: 1250_00,
    issued_on: "2025-11-05",
    due_on: "2025-12-05",
    kind: "opening",
    effective_on: "2025-12-31",
    period: "2026-01-01",
  });
  await sound(business);
});

test("before the books start nothing but opening items is taken", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const text = "Customer,Number,Date,Amount,Paid on\nAlder,1,2025-12-01,10.00,";
  const { file, look } = await read(text, { way: "history" });
  expect(look.faults).toMatchObject([
    { column: "Date", count: 1, answer: { patch: { way: "open", openAsOf: "2025-12-31" } } },
  ]);
  expect(file.entries.entries).toEqual([]);
  const early = await read(text, { way: "history" }, { ...GROUND, startOn: day("2000-01-01") });
  await expect(business.change((books) => bringIn(books, early.file))).rejects.toMatchObject({
    code: "before-start",
  });
});

const MARCH = `Customer,Number,Date,Due date,Amount,Paid on
Alder Homes,1,2026-03-01,2026-03-31,10.00,
Birch & Sons,2,2026-03-02,2026-04-01,20.00,2026-03-20`;

test("rows that are there just so are skipped, others of their number refused", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await bring(business, MARCH);
  const april = `${MARCH}\nALDER  homes,3,2026-04-01,2026-05-01,15.00,`;
  expect(await bring(business, april)).toMatchObject({
    invoices: 1,
    skipped: 2,
    newCustomers: 0,
    totalCents: 15_00,
  });
  const changed =
    "Customer,Number,Date,Due date,Amount,Paid on\nAlder Homes,1,2026-03-01,2026-03-31,11.00,\nAlder Homes,4,2026-03-01,2026-03-31,1.00,";
  await expect(bring(business, changed)).rejects.toMatchObject({
    code: "file-refused",
    details: { faultCount: 1, faults: [{ row: 2 }] },
  });
  expect(await bring(business, changed, { leaveFaulty: true })).toMatchObject({ invoices: 1, leftOut: 1 });
  await sound(business);
});

/** Sends a file the way a browser does, looks at it and brings it in. */
async function send(business: Ledger, text: string, plan: Partial<ImportPlan> = {}) {
  const content = Buffer.from(text);
  const { look, entries, hash, file } = await read(text, plan);
  const fileId = await business.change(async (books) => {
    const id = await beginImportFile(books, { kind: file.plan.kind, name: "march.csv" });
    await addImportPart(books, { fileId: id, part: 0, content: content.subarray(0, 20) });
    await addImportPart(books, { fileId: id, part: 1, content: content.subarray(20) });
    await completeImportFile(books, { fileId: id, size: content.length, hash, parts: 2 });
    await keepLook(books, { fileId: id, look: await lookInBooks(books, { look, entries, hash }) });
    return id;
  });
  return { fileId, file: { ...file, fileId } };
}

test("a file that was sent is kept as it came, listed, imported and undone", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const before = await balances(business);
  const { fileId, file } = await send(business, MARCH);
  const bytes = await business.read(async (books) => Array.fromAsync(readImportParts(books, fileId)));
  expect(Buffer.concat(bytes).toString()).toBe(MARCH);
  expect(await business.read((books) => readImportFile(books, fileId))).toMatchObject({
    state: "ready",
    look: { newCustomers: 2, matchedCustomers: 0, alreadyThere: 0, figures: { invoices: 2 } },
    canUndo: false,
  });
  await business.change((books) => startImport(books, fileId));
  await business.change((books) => bringIn(books, file));
  expect(await business.read(listImportFiles)).toMatchObject([
    { fileId, state: "imported", summary: { invoices: 2 } },
  ]);
  await expect(business.change((books) => discardImportFile(books, fileId))).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  const undone = await business.change((books) => undoImport(books, fileId));
  expect(undone).toEqual({ events: 3, customersArchived: 2 });
  expect(await balances(business)).toEqual(before);
  expect(await business.read((books) => readImportFile(books, fileId))).toMatchObject({
    state: "undone",
    canUndo: false,
  });
  await sound(business);
  await expect(business.change((books) => undoImport(books, fileId))).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  // The mended file has the same numbers, and the customers come back.
  expect(await bring(business, MARCH.replace("10.00", "12.00"))).toMatchObject({
    invoices: 2,
    newCustomers: 0,
    totalCents: 32_00,
  });
  expect(
    await bring(business, `${MARCH.replace("10.00", "12.00")}\nCedar,9,2026-03-02,,5.00,`),
  ).toMatchObject({ invoices: 1, skipped: 2 });
  await sound(business);
});

test("open items are undone as they came", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const { fileId, file } = await send(business, OPEN, AS_OF);
  await business.change((books) => bringIn(books, file));
  await business.change((books) => undoImport(books, fileId));
  expect(await balances(business)).toEqual({});
  await sound(business);
});

test("what something was built on isn't undone", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const { fileId, file } = await send(business, MARCH);
  await business.change((books) => bringIn(books, file));
  const [account] = await business.read(({ tx }) =>
    tx.execute<{ customer_id: string; id: string; number: string }>(sql`
      select a.customer_id, a.id, c.number from books.accounts a join books.customers c on c.id = a.customer_id where c.name = 'Alder Homes'`),
  );
  if (!account) throw new Error("Alder Homes has an account");
  await business
    .account({ customerId: account.customer_id, accountId: account.id, number: account.number })
    .paid("4.00", "2026-04-02")
    .write();
  await expect(business.change((books) => undoImport(books, fileId))).rejects.toMatchObject({
    code: "import-built-on",
    details: { events: 1 },
  });
  await sound(business);
});

test("names are matched by fold, asked when only near, and made new under the next numbers", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const alder = await business.customer("Alder Homes LLC").write();
  const text =
    "Customer,Number,Date,Amount,Paid on\nalder  homes llc,1,2026-03-01,10.00,\nAlder Homes,2,2026-03-01,20.00,\nCedar,3,2026-03-01,5.00,";
  const { look, entries, hash } = await read(text);
  const seen = await business.read((books) => lookInBooks(books, { look, entries, hash }));
  expect(seen).toMatchObject({
    matchedCustomers: 1,
    newCustomers: 1,
    near: [
      {
        name: "Alder Homes",
        key: "alder homes",
        candidates: [{ number: alder.number, name: "Alder Homes LLC" }],
      },
    ],
  });
  await expect(bring(business, text)).rejects.toMatchObject({ code: "import-undecided" });
  expect(await bring(business, text, { customers: { "alder homes": alder.number } })).toMatchObject({
    newCustomers: 1,
  });
  const rows = await business.read(({ tx }) =>
    tx.execute(sql`
    select c.number, c.name, a.open_items from books.customers c join books.accounts a on a.customer_id = c.id order by c.name`),
  );
  expect(rows).toEqual([
    { number: alder.number, name: "Alder Homes LLC", open_items: 30_00 },
    { number: "C-0002", name: "Cedar", open_items: 5_00 },
  ]);
});

test("customers and products are made, and taken up to date by their key", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const people =
    "Customer number,Company,Email,Address,City,State,Zip,Country,Terms,Credit limit,Contact\nA1,Alder Homes,ap@alder.example,1 Road St,Portland,OR,97201,US,Net 45,5000,Ann Hill";
  expect(await bring(business, people, { kind: "customers" })).toMatchObject({ newCustomers: 1, updated: 0 });
  const phone = "Customer number,Phone,Company\na1,555 0100,Alder Homes";
  expect(await bring(business, phone, { kind: "customers" })).toMatchObject({ newCustomers: 0, updated: 1 });
  const [row] = await business.read(({ tx }) =>
    tx.execute(sql`
    select c.number, c.name, c.email, c.phone, c.address_lines, c.terms_days, a.limit_cents, p.name as contact from books.customers c
    join books.accounts a on a.customer_id = c.id join books.contacts p on p.customer_id = c.id`),
  );
  expect(row).toEqual({
    number: "A1",
    name: "Alder Homes",
    email: "ap@alder.example",
    phone: "555 0100",
    address_lines: ["1 Road St", "Portland, OR 97201"],
    terms_days: 45,
    limit_cents: 5000_00,
    contact: "Ann Hill",
  });
  const goods =
    "SKU,Product name,Unit,Sales price,Cost,Taxable\nGRV,Gravel,ton,42.50,31.00,yes\nSND,Sand,ton,31,,no";
  expect(await bring(business, goods, { kind: "products" })).toMatchObject({
    products: 2,
    updated: 0,
    skipped: 0,
  });
  const dearer = "SKU,Product name,Sales price\nGRV,Gravel,45\nSND,Sand,31";
  expect(await bring(business, dearer, { kind: "products" })).toMatchObject({
    products: 0,
    updated: 1,
    skipped: 1,
  });
  const kept = await business.read(({ tx }) =>
    tx.execute(sql`
    select sku, trim_scale(price)::text as price, cost, unit, taxable from books.products order by sku`),
  );
  expect(kept).toEqual([
    { sku: "GRV", price: "45", cost: 31_00, unit: "ton", taxable: true },
    { sku: "SND", price: "31", cost: null, unit: "ton", taxable: false },
  ]);
});

test("an import that is stopped half way leaves nothing", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const { file } = await read(MARCH);
  const stop = () => Promise.reject(new Error("stopped"));
  await expect(business.change((books) => bringIn(books, file, stop))).rejects.toThrow("stopped");
  expect(await balances(business)).toEqual({});
  expect(await business.read(({ tx }) => tx.execute(sql`select 1 from books.customers`))).toEqual([]);
});
