// What we give as a file can be given back: our own lists of customers, products and invoices are read without a question,
// and change nothing where nothing was changed.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { day } from "@/domain/values/day.ts";
import { setClock } from "../clock.ts";
import { importNow, lookNow } from "../import-now.ts";
import { queue } from "../jobs/queue.ts";
import { payment } from "../testing/fixture-documents.ts";
import { invoiceAnew } from "../testing/fixture-prepare.ts";
import { INPUTS, asMember, call, openShop, type Shop } from "../testing/fixture-shop.ts";
import { answerList } from "./list-file.ts";
import { contactsFile } from "./contacts.ts";
import { creditMemosFile } from "./credit-memos.ts";
import { customersFile } from "./customers.ts";
import { invoicesFile } from "./invoices.ts";
import { openingsFile } from "./openings.ts";
import { paymentsFile } from "./payments.ts";
import { productsFile } from "./products.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function giveBack(
  list: Parameters<typeof answerList>[1],
  given: Partial<ImportPlan> & Pick<ImportPlan, "kind">,
  changed = (text: string) => text,
) {
  const owner = await asMember(shop, "owner");
  const text = changed(await (await answerList(owner, list, {})).text());
  const bytes = new TextEncoder().encode(text);
  const member = present(owner.member, "they are a member");
  const file = { name: "list.csv", bytes, plan: { ...planFor(given.kind), ...given } };
  const looked = await lookNow(member, file);
  expect([looked.look.questions, looked.faults]).toEqual([[], []]);
  return { look: looked.look, ...(await importNow(member, file, looked)) };
}

test("customers", async () => {
  const { summary, look } = await giveBack(customersFile, { kind: "customers" });
  expect(look.columns.find(({ heading }) => heading === "Number")?.field).toBe("customerNumber");
  expect(summary).toMatchObject({ newCustomers: 0, updated: 0 });
  expect(summary.skipped).toBeGreaterThan(1);
});

const creditOf = (of: Shop) => INPUTS["creditMemos.creditInvoice"]?.(of) as object;

const IN_FULL = {
  name: "=Ann & Sons",
  company: "Ann & Sons LLC",
  firstName: "Ann",
  lastName: "Lee",
  title: "Owner",
  email: "ann@sons.example",
  phone: "+1 555 0100",
  mobile: "555 0199",
  fax: "555 0198",
  addressLines: ["1 Elm St", "Unit 4; rear"],
  city: "Barre",
  region: "VT",
  postalCode: "05641",
  country: "CA",
  shippingLines: ["Yard", "2 Elm St"],
  terms: "day-10",
  taxNumber: "03-1234567",
};

test("a profile in full, changed on the way, by the fields that were changed", async () => {
  const owner = await asMember(shop, "owner");
  const { customerId } = (await call(owner, "customers.create", {
    ...IN_FULL,
    commandKey: randomUUID(),
  })) as {
    customerId: string;
  };
  const { summary } = await giveBack(customersFile, { kind: "customers" }, (text) =>
    text.replace("555 0199", "555 0777").replace("Yard | 2 Elm St", "Yard | 3 Elm St"),
  );
  expect(summary).toMatchObject({ newCustomers: 0, updated: 1 });
  const read = (await call(owner, "customers.read", { customerId })) as Record<string, unknown>;
  expect(read).toMatchObject({ ...IN_FULL, mobile: "555 0777", shippingLines: ["Yard", "3 Elm St"] });
  const { rows } = (await call(owner, "customers.changes", { customerId })) as { rows: { field: string }[] };
  expect(rows.map(({ field }) => field).sort()).toEqual(["Customer", "Mobile phone", "Shipping address"]);
});

test("contacts, of one who was merged too, and one whose title was changed on the way", async () => {
  const owner = await asMember(shop, "owner");
  const add = async (command: string, input: object) =>
    (await call(owner, command, { commandKey: randomUUID(), ...input })) as { customerId: string };
  const twin = await add("customers.create", { name: "Spare Inc" });
  const ann = { name: "Ann Lee", title: "Buyer", email: "ann@lee.example", mobile: "555 0104" };
  const bo = {
    name: "=Bo",
    phone: "+1 555 0105",
    contactRole: "owner",
    getsStatements: true,
    email: "bo@lee.example",
  };
  await add("contacts.add", { customerId: shop.customerId, ...ann });
  await add("contacts.add", { customerId: twin.customerId, ...bo });
  const merge = { fromCustomerId: twin.customerId, intoCustomerId: shop.customerId, mergedOn: "2026-03-06" };
  await add("merges.merge", merge);
  const { summary, look } = await giveBack(contactsFile, { kind: "contacts" });
  expect(look.columns.filter(({ field }) => field === null)).toEqual([]);
  expect(summary).toMatchObject({ newContacts: 0, updated: 0, newCustomers: 0 });
  expect(summary.skipped).toBe(look.figures.rows);
  expect(summary.skipped).toBeGreaterThanOrEqual(2);
  const changed = await giveBack(contactsFile, { kind: "contacts" }, (text) =>
    text.replace("Buyer", "Owner"),
  );
  expect(changed.summary).toMatchObject({ newContacts: 0, updated: 1 });
});

test("products, and one whose price was changed on the way", async () => {
  const owner = await asMember(shop, "owner");
  await call(owner, "products.create", {
    name: "=Gravel",
    sku: "G'1",
    price: "42.50",
    commandKey: randomUUID(),
  });
  const { summary } = await giveBack(productsFile, { kind: "products" });
  expect(summary).toMatchObject({ newProducts: 0, updated: 0 });
  expect(summary.skipped).toBeGreaterThan(0);
  const dearer = await giveBack(productsFile, { kind: "products" }, (text) => text.replace("42.5", "43.5"));
  expect(dearer.summary).toMatchObject({ newProducts: 0, updated: 1 });
});

test("invoices: those that are open are there already, the paid and the void are left out", async () => {
  const open = { kind: "receivables", way: "open", openAsOf: day("2026-06-30") } as const;
  const { summary } = await giveBack(invoicesFile, open);
  expect(summary).toMatchObject({ invoices: 0, credits: 0, payments: 0, newCustomers: 0 });
  expect(summary.skipped).toBeGreaterThan(0);
});

test("credit memos are credits: an open one is there already, one that is used up is left out", async () => {
  const owner = await asMember(shop, "owner");
  for (const paid of [true, false]) {
    await invoiceAnew(shop);
    const { invoiceId, eventId: itemId } = shop;
    if (paid)
      await call(owner, "payments.record", { ...payment(shop), applied: [{ itemId, amountCents: 3_00 }] });
    await call(owner, "creditMemos.creditInvoice", {
      ...creditOf(shop),
      commandKey: randomUUID(),
      invoiceId,
    });
  }
  const { look, summary } = await giveBack(creditMemosFile, { kind: "receivables", way: "history" });
  expect(look.figures).toMatchObject({ rows: 1, invoices: 0, credits: 1, payments: 0 });
  expect(look.leftOut).toMatchObject([{ why: "Used up before", count: 1 }]);
  expect(summary).toMatchObject({ invoices: 0, credits: 0, skipped: 1, newCustomers: 0, leftOut: 0 });
});

test("what the books started with: invoices and credits, used in part or not, each there already", async () => {
  const owner = await asMember(shop, "owner");
  const opening = { customerId: shop.customerId, on: "2019-11-03", amountCents: 90_00 };
  const begin = async (kind: string, number: string) => {
    const input = { commandKey: randomUUID(), ...opening, kind, number };
    return ((await call(owner, "openings.record", input)) as { eventId: number }).eventId;
  };
  const itemId = await begin("invoice", "OLD-1");
  const creditId = await begin("credit", "OLD-2");
  await begin("payment", "OLD-3");
  await call(owner, "openCredit.applyCredit", {
    commandKey: randomUUID(),
    accountId: shop.accountId,
    appliedOn: "2026-03-06",
    applied: [{ creditId, itemId, amountCents: 30_00 }],
  });
  const open = { kind: "receivables", way: "open", openAsOf: day("2019-12-31") } as const;
  const { look, summary } = await giveBack(openingsFile, open);
  expect(look.figures).toMatchObject({ rows: 3, invoices: 1, credits: 2 });
  expect(summary).toMatchObject({ invoices: 0, credits: 0, skipped: 3, newCustomers: 0, leftOut: 0 });
});

test("payments: each is there already, and what was reversed is left out", async () => {
  const { look, summary } = await giveBack(paymentsFile, { kind: "payments" });
  expect(summary).toMatchObject({ payments: 0, newCustomers: 0, leftOut: 0 });
  expect(summary.skipped).toBe(look.figures.payments);
  expect(summary.skipped).toBeGreaterThan(0);
});

test("limits: set, not set and unlimited, each stands so already", async () => {
  const owner = await asMember(shop, "owner");
  for (const [name, unlimited, limit] of [
    ["Set", false, 500_00],
    ["Unlimited", true, null],
  ] as const) {
    const made = (await call(owner, "customers.create", { name, commandKey: randomUUID() })) as {
      accountId: string;
    };
    const command = { key: randomUUID(), procedure: "test.limit", input: { name } };
    await changeBooks(present(owner.member, "they are a member"), command, ({ tx }) =>
      tx.execute(sql`
        update books.accounts set unlimited = ${unlimited}, limit_cents = ${limit}::bigint where id = ${made.accountId}::uuid`),
    );
  }
  const { summary, look } = await giveBack(customersFile, { kind: "limits" });
  expect(summary).toMatchObject({ updated: 0, newCustomers: 0, leftOut: 0 });
  expect(summary.skipped).toBe(look.figures.rows);
  expect(summary.skipped).toBeGreaterThan(3);
});
