// Files brought into real books, as a history and as open items, over what is there; every rule of the books holds after
// each.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { NO_ENTRIES } from "@/domain/imports/entries.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { agingOn, brought, customer, entry, holds, paid } from "../testing/brought-entries.ts";
import { bringIn } from "./bring-in.ts";

afterAll(closePool);

test("a history: revenue, money and credit on their days", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const entries = [
    entry("1", 100_00, { paid: paid(day("2026-02-20"), 100_00) }),
    entry("2", 50_00, { paid: paid(day("2026-02-10"), 20_00), disputed: true }),
    entry("CM-9", 10_00, { kind: "credit" }),
    entry("check 12", 5_00, { kind: "payment", on: day("2026-03-01") }),
    entry("", 7_00, { kind: "credit" }),
  ];
  const summary = await business.change((books) => bringIn(books, brought(entries, [customer("Acme")])));
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
  const given = brought(entries, [customer("Acme", { terms: "net-10" })], plan);
  const summary = await business.change((books) => bringIn(books, given));
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
  await business.change((books) => bringIn(books, brought(march, [customer("Acme")])));
  const april = [...march, entry("2", 30_00)];
  expect(
    await business.change((books) => bringIn(books, brought(april, [customer(" ACME ", { key: "~acme" })]))),
  ).toMatchObject({
    invoices: 1,
    skipped: 3,
    newCustomers: 0,
  });
  const wrong = brought([entry("1", 99_00, { row: 7 }), entry("3", 1_00)], [customer("Acme")]);
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
  const summary = await business.change((books) => bringIn(books, brought(entries, customers)));
  expect(summary).toMatchObject({ invoices: 3, newCustomers: 1 });
  const rows = await business.read(({ tx }) =>
    tx.execute(sql`
      select number, name, address_lines, city, region, postal_code, country, memo, tax_number, terms, (select name from books.contacts where customer_id = c.id) as contact
      from books.customers c where name = 'Hill'`),
  );
  expect(rows).toEqual([
    {
      number: expect.stringMatching(/^C-\d{4}$/),
      name: "Hill",
      address_lines: ["1 Road St"],
      city: "Portland",
      region: "OR",
      postal_code: "97201",
      country: "US",
      memo: "",
      tax_number: "DE1",
      terms: "net-30",
      contact: "Ann",
    },
  ]);
  await holds(business);
});

test("customers on their own: new ones are added, those there say what is new, or are skipped", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await business.customer("Bay Paving", { number: "B-7" }).write();
  const customers = [
    customer("Bay Paving", { number: "B-7", email: "bay@x.example", terms: "net-15" }),
    customer("New", { number: "N-1" }),
  ];
  const plan = planFor("customers");
  const given = { ...brought([], customers), plan };
  expect(await business.change((books) => bringIn(books, given))).toMatchObject({
    newCustomers: 1,
    updated: 1,
    skipped: 0,
  });
  expect(await business.change((books) => bringIn(books, { ...brought([], customers), plan }))).toMatchObject(
    {
      newCustomers: 0,
      updated: 0,
      skipped: 2,
    },
  );
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
    const base = brought([], []);
    return business.change((books) =>
      bringIn(books, {
        ...base,
        plan: planFor("products"),
        entries: { ...NO_ENTRIES, products },
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
