// An import undone whole: while nothing stands on it, of every day the books say what they said before, and the mended file
// comes in.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { NO_ENTRIES } from "@/domain/imports/entries.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { agingOn, brought, customer, entry, holds, paid, stored } from "../testing/brought-entries.ts";
import { bringIn } from "./bring-in.ts";
import { undoImport } from "./undo.ts";

afterAll(closePool);

test.each(["history", "open"] as const)("undone whole (%s), and the mended file comes in", async (way) => {
  const business = await freshBusiness({ startOn: way === "open" ? "2026-05-01" : "2026-01-01" });
  const plan = way === "open" ? { way, openAsOf: day("2026-04-30") } : { way };
  const entries = [
    entry("1", 100_00, { paid: paid(way === "open" ? null : day("2026-02-20"), 60_00) }),
    entry("2", 50_00),
    entry("CM-9", 10_00, { kind: "credit" }),
    entry("P", 8_00, { kind: "payment" }),
  ];
  const given = await stored(business, brought(entries, [customer("Acme")], plan));
  await business.change((books) => bringIn(books, given));
  await holds(business);
  const { events } = await business.change((books) => undoImport(books, given.fileId));
  expect(events).toBe(5);
  await holds(business);
  for (const on of ["2026-02-10", "2026-04-30", "2026-06-01"])
    expect(await agingOn(business, on)).toMatchObject({ totalCents: 0, unappliedCents: 0 });
  await expect(business.change((books) => undoImport(books, given.fileId))).rejects.toMatchObject({
    code: "import-not-there",
  });
  expect(await business.change((books) => bringIn(books, given))).toMatchObject({
    invoices: 2,
    credits: 1,
    skipped: 0,
  });
  await holds(business);
});

test("what was built on an import keeps it from being undone, and says what", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const given = await stored(business, brought([entry("1", 100_00)], [customer("Acme")]));
  await business.change((books) => bringIn(books, given));
  const [invoice] = await business.read(({ tx }) =>
    tx.execute<{ n: number; account: string }>(
      sql`select event_number as n, account_id as account from books.invoices`,
    ),
  );
  if (!invoice) throw new Error("it was imported");
  await business.change((books) =>
    reverseEvent(books, { eventId: invoice.n, on: day("2026-03-01"), reason: "wrong", customerNote: "" }),
  );
  await expect(business.change((books) => undoImport(books, given.fileId))).rejects.toMatchObject({
    code: "import-in-use",
    details: { count: 1 },
  });
  await holds(business);
});

test("what it changed of customers and products is given back, where nobody changed it since", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const { customerId } = await business.customer("Bay", { number: "B-1" }).write();
  const standing = () =>
    business.read(async ({ tx }) => [
      await tx.execute(sql`
      select name, company, email, phone, address_lines, city, region, postal_code, country, tax_number, terms from books.customers where id = ${customerId}::uuid`),
      await tx.execute(
        sql`select sku, name, unit, price, cost, taxable, archived_at is null as sold from books.products order by sku`,
      ),
    ]);
  const product = {
    row: 2,
    sku: "G",
    name: "Gravel",
    description: "",
    unit: "ton",
    price: "42.50",
    cost: "",
    taxable: true,
  };
  const products = (of: (typeof product)[]) => ({
    ...brought([], []),
    plan: planFor("products"),
    entries: { ...NO_ENTRIES, products: of },
  });
  await business.change((books) =>
    bringIn(books, products([product, { ...product, sku: "S", name: "Sand" }])),
  );
  const before = await standing();
  const said = customer("Bay Paving", {
    number: "B-1",
    email: "a@b.example",
    street: "1 Road",
    city: "Portland",
    region: "OR",
    postalCode: "97201",
    country: "CA",
    taxNumber: "12-345",
    company: "Bay Paving Inc",
    terms: "net-10",
  });
  const customers = await stored(business, { ...brought([], [said]), plan: planFor("customers") });
  const dearer = await stored(
    business,
    products([
      { ...product, price: "50", cost: "12.5", taxable: false },
      { ...product, sku: "T", name: "Turf" },
    ]),
  );
  await business.change((books) => bringIn(books, customers));
  await business.change((books) => bringIn(books, dearer));
  expect(await standing()).not.toEqual(before);
  await business.change(({ tx }) =>
    tx.execute(sql`update books.customers set phone = '555' where id = ${customerId}::uuid`),
  );
  await business.change((books) => undoImport(books, customers.fileId));
  await business.change((books) => undoImport(books, dearer.fileId));
  const [[bay], [gravel, sand, turf]] = [before[0] ?? [], (await standing())[1] ?? []];
  expect((await standing())[0]).toEqual([{ ...bay, phone: "555" }]);
  expect([gravel, sand]).toEqual(before[1]);
  expect(turf).toMatchObject({ sku: "T", sold: false });
  await holds(business);
});
