// Files brought into real books: as a history and as open items, over what is there, and undone whole; the public file
// comes out to the cent, and every rule of the books holds after each.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import type { Entry, FileCustomer } from "@/domain/imports/entries.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readBusinessAging } from "../receivables/aging.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { bringIn, type Brought } from "./bring-in.ts";
import { keepFile } from "./files.ts";
import { undoImport } from "./undo.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
afterAll(closePool);

const customer = (name: string, more: Partial<FileCustomer> = {}): FileCustomer => ({
  key: more.number ? `#${more.number.toUpperCase()}` : `~${name.toLowerCase()}`,
  row: 2,
  number: null,
  name,
  contact: "",
  email: "",
  phone: "",
  street: "",
  city: "",
  region: "",
  postalCode: "",
  country: "",
  termsDays: null,
  limitCents: null,
  taxNumber: "",
  memo: "",
  ...more,
});

const entry = (number: string, amount: number, more: Partial<Entry> = {}): Entry => ({
  row: 2,
  kind: "invoice",
  customer: "~acme",
  number,
  on: day("2026-02-01"),
  dueOn: day("2026-03-03"),
  amountCents: cents(amount),
  paid: null,
  disputed: false,
  memo: "",
  ...more,
});

const paid = (on: Day | null, amount: number) => ({ on, cents: cents(amount) });
let count = 0;

function file(entries: Entry[], customers: FileCustomer[], plan: Partial<ImportPlan> = {}): Brought {
  const hash = createHash("sha256").update(`${count++}`).digest();
  const whole = { ...planFor("receivables"), way: "history" as const, ...plan };
  return {
    name: "f.csv",
    hash,
    fileId: null,
    plan: whole,
    rows: entries.length,
    entries: { entries, customers, products: [] },
    faulty: 0,
  };
}

async function holds(business: Business): Promise<void> {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
}

async function stored(business: Business, brought: Brought): Promise<Brought & { fileId: string }> {
  async function* parts() {
    yield Buffer.from("x");
  }
  const { fileId } = await business.change((books) =>
    keepFile(books, { kind: brought.plan.kind, name: brought.name, size: 1, hash: brought.hash }, parts()),
  );
  await business.change(({ tx }) =>
    tx.execute(sql`
      update books.import_files set state = 'imported', look = '{}' where id = ${fileId}::uuid`),
  );
  return { ...brought, fileId };
}

const agingOn = (business: Business, on: string) =>
  business.read((books) => readBusinessAging(books, { asOf: day(on), knownAt: null }));

test("a history: revenue, money and credit on their days", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const entries = [
    entry("1", 100_00, { paid: paid(day("2026-02-20"), 100_00) }),
    entry("2", 50_00, { paid: paid(day("2026-02-10"), 20_00), disputed: true }),
    entry("CM-9", 10_00, { kind: "credit" }),
    entry("check 12", 5_00, { kind: "payment", on: day("2026-03-01") }),
    entry("", 7_00, { kind: "credit" }),
  ];
  const summary = await business.change((books) => bringIn(books, file(entries, [customer("Acme")])));
  expect(summary).toMatchObject({
    invoices: 2,
    credits: 2,
    payments: 3,
    newCustomers: 1,
    totalCents: 150_00,
    openCents: 30_00,
  });
  expect(await agingOn(business, "2026-03-02")).toMatchObject({
    totalCents: 30_00,
    unappliedCents: 22_00,
  });
  expect(await agingOn(business, "2026-02-05")).toMatchObject({ totalCents: 150_00 });
  await holds(business);
});

test("open items are taken over on their day, before the start, without revenue or money", async () => {
  const business = await freshBusiness({ startOn: "2026-05-01" });
  const entries = [
    entry("1", 100_00, { paid: paid(null, 40_00) }),
    entry("2", 50_00, { dueOn: null }),
    entry("CM-9", 10_00, { kind: "credit" }),
    entry("P", 8_00, { kind: "payment", paid: paid(null, 3_00) }),
  ];
  const plan = { way: "open" as const, openAsOf: day("2026-04-30") };
  const brought = file(entries, [customer("Acme", { termsDays: 10 })], plan);
  const summary = await business.change((books) => bringIn(books, brought));
  expect(summary).toMatchObject({
    invoices: 2,
    credits: 1,
    payments: 1,
    totalCents: 150_00,
    openCents: 110_00,
  });
  expect(await agingOn(business, "2026-04-30")).toMatchObject({
    totalCents: 110_00,
    unappliedCents: 15_00,
  });
  expect(await agingOn(business, "2026-04-29")).toMatchObject({ totalCents: 0 });
  const journal = await business.read(({ tx }) =>
    tx.execute(sql`
      select c.role, sum(l.amount)::bigint as amount from books.journal_lines l join books.chart c on c.code = l.chart_code
      group by 1 having sum(l.amount) <> 0 order by 1`),
  );
  expect(journal).toEqual([
    { role: "customer-credit", amount: -15_00 },
    { role: "opening-balance", amount: -95_00 },
    { role: "receivable", amount: 110_00 },
  ]);
  const [second] = await business.read(({ tx }) =>
    tx.execute(sql`select due_on, total from books.invoices where number = '2'`),
  );
  expect(second).toEqual({ due_on: "2026-02-11", total: 50_00 });
  await holds(business);
});

test("what is there just so is skipped, what contradicts it is a fault, left out where the plan says so", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const march = [
    entry("1", 100_00),
    entry("CM-1", 5_00, { kind: "credit" }),
    entry("", 9_00, { kind: "payment" }),
  ];
  await business.change((books) => bringIn(books, file(march, [customer("Acme")])));
  const april = [...march, entry("2", 30_00)];
  expect(
    await business.change((books) => bringIn(books, file(april, [customer(" ACME ", { key: "~acme" })]))),
  ).toMatchObject({
    invoices: 1,
    skipped: 3,
    newCustomers: 0,
  });
  const wrong = file([entry("1", 99_00, { row: 7 }), entry("3", 1_00)], [customer("Acme")]);
  await expect(business.change((books) => bringIn(books, wrong))).rejects.toMatchObject({
    code: "file-refused",
    details: { faults: [{ row: 7, says: "1 is in your books already, with another amount." }] },
  });
  const mended = { ...wrong, plan: { ...wrong.plan, leaveFaulty: true } };
  expect(await business.change((books) => bringIn(books, mended))).toMatchObject({ invoices: 1, leftOut: 1 });
  await expect(business.change((books) => bringIn(books, mended))).rejects.toMatchObject({
    code: "already-imported",
  });
  await holds(business);
});

test("customers by number in any case, by name, and new ones with all that the file says", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await business.customer("Bay Paving", { number: "b-7" }).write();
  const customers = [
    customer("Whatever", { number: "B-7" }),
    customer("Bay  paving", { key: "~bay" }),
    customer("Hill", {
      street: "1 Road St",
      city: "Portland",
      region: "OR",
      postalCode: "97201",
      country: "US",
      taxNumber: "DE1",
      contact: "Ann",
      limitCents: cents(500_00),
    }),
  ];
  const entries = customers.map(({ key }, at) => entry(String(at), 1_00, { customer: key }));
  const summary = await business.change((books) => bringIn(books, file(entries, customers)));
  expect(summary).toMatchObject({ invoices: 3, newCustomers: 1 });
  const rows = await business.read(({ tx }) =>
    tx.execute(sql`
      select number, name, address_lines, country, memo, terms_days, (select name from books.contacts where customer_id = c.id) as contact
      from books.customers c where name = 'Hill'`),
  );
  expect(rows).toEqual([
    {
      number: expect.stringMatching(/^C-\d{4}$/),
      name: "Hill",
      address_lines: ["1 Road St", "Portland, OR 97201"],
      country: "US",
      memo: "Tax number: DE1",
      terms_days: 30,
      contact: "Ann",
    },
  ]);
  await holds(business);
});

test.each(["history", "open"] as const)("undone whole (%s), and the mended file comes in", async (way) => {
  const business = await freshBusiness({ startOn: way === "open" ? "2026-05-01" : "2026-01-01" });
  const plan = way === "open" ? { way, openAsOf: day("2026-04-30") } : { way };
  const entries = [
    entry("1", 100_00, { paid: paid(way === "open" ? null : day("2026-02-20"), 60_00) }),
    entry("2", 50_00),
    entry("CM-9", 10_00, { kind: "credit" }),
    entry("P", 8_00, { kind: "payment" }),
  ];
  const brought = await stored(business, file(entries, [customer("Acme")], plan));
  await business.change((books) => bringIn(books, brought));
  await holds(business);
  const { events } = await business.change((books) => undoImport(books, brought.fileId));
  expect(events).toBe(5);
  await holds(business);
  for (const on of ["2026-02-10", "2026-04-30", "2026-06-01"])
    expect(await agingOn(business, on)).toMatchObject({ totalCents: 0, unappliedCents: 0 });
  await expect(business.change((books) => undoImport(books, brought.fileId))).rejects.toMatchObject({
    code: "import-not-there",
  });
  expect(await business.change((books) => bringIn(books, brought))).toMatchObject({
    invoices: 2,
    credits: 1,
    skipped: 0,
  });
  await holds(business);
});

test("what was built on an import keeps it from being undone, and says what", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const brought = await stored(business, file([entry("1", 100_00)], [customer("Acme")]));
  await business.change((books) => bringIn(books, brought));
  const [invoice] = await business.read(({ tx }) =>
    tx.execute<{ n: number; account: string }>(
      sql`select event_number as n, account_id as account from books.invoices`,
    ),
  );
  if (!invoice) throw new Error("it was imported");
  const { reverseEvent } = await import("../corrections/reversals.ts");
  await business.change((books) =>
    reverseEvent(books, { eventId: invoice.n, on: day("2026-03-01"), reason: "wrong", customerNote: "" }),
  );
  await expect(business.change((books) => undoImport(books, brought.fileId))).rejects.toMatchObject({
    code: "import-in-use",
    details: { count: 1 },
  });
  await holds(business);
});

test("customers on their own: new ones are added, those there say what is new, or are skipped", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await business.customer("Bay Paving", { number: "B-7" }).write();
  const customers = [
    customer("Bay Paving", { number: "B-7", email: "bay@x.example", termsDays: 15 }),
    customer("New", { number: "N-1" }),
  ];
  const plan = planFor("customers");
  const brought = { ...file([], customers), plan };
  expect(await business.change((books) => bringIn(books, brought))).toMatchObject({
    newCustomers: 1,
    updated: 1,
    skipped: 0,
  });
  expect(await business.change((books) => bringIn(books, { ...file([], customers), plan }))).toMatchObject({
    newCustomers: 0,
    updated: 0,
    skipped: 2,
  });
  await holds(business);
});

test("products by SKU, else by name", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const product = (sku: string, name: string, price: string) => ({
    row: 2,
    sku,
    name,
    description: "",
    unit: "ton",
    price,
    cost: "",
    taxable: null,
  });
  const bring = (products: ReturnType<typeof product>[]) => {
    const base = file([], []);
    return business.change((books) =>
      bringIn(books, {
        ...base,
        plan: planFor("products"),
        entries: { entries: [], customers: [], products },
      }),
    );
  };
  expect(await bring([product("G", "Gravel", "42.50"), product("", "Sand", "31")])).toMatchObject({
    newProducts: 2,
  });
  expect(await bring([product("G", "Gravel", "43"), product("", "sand", "31.00")])).toMatchObject({
    newProducts: 0,
    updated: 2,
  });
  expect(await bring([product("G", "Gravel", "43.00")])).toMatchObject({ updated: 0, skipped: 1 });
  await holds(business);
});
