// Files of payments, brought into real books: money on account, of whoever is there or new, once, and undone whole.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { agingOn, brought, customer, entry, holds, stored } from "../testing/brought-entries.ts";
import { bringIn } from "./bring-in.ts";
import { undoImport } from "./undo.ts";

afterAll(closePool);

const plan = { ...planFor("payments"), way: "history" as const };
const money = { kind: "payment", dueOn: null } as const;
const PAYMENTS = [
  entry("4471", 500_00, { ...money, method: "check" }),
  entry("", 80_50, { ...money, memo: "on account" }),
  entry("", 80_50, { ...money, memo: "on account", row: 4 }),
  entry("W-1", 20_00, { ...money, customer: "~bay", on: day("2026-03-01"), memo: "deposit" }),
];

test("each row is money on account on its day, and comes in once", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await business.customer("Bay").write();
  const customers = [customer("Acme"), customer("Bay")];
  const bring = (entries: typeof PAYMENTS) =>
    business.change((books) => bringIn(books, brought(entries, customers, plan)));
  expect(await bring(PAYMENTS)).toMatchObject({
    payments: 4,
    invoices: 0,
    newCustomers: 1,
    skipped: 0,
    totalCents: 681_00,
  });
  expect(await agingOn(business, "2026-02-10")).toMatchObject({ unappliedCents: 661_00, totalCents: 0 });
  expect(await agingOn(business, "2026-03-01")).toMatchObject({ unappliedCents: 681_00, totalCents: 0 });
  const kept = await business.read(({ tx }) =>
    tx.execute(sql`
      select p.method, p.reference, e.label, e.memo from books.payments p join books.events e on e.number = p.event_number
      where p.amount <> ${80_50} order by p.amount`),
  );
  expect(kept).toEqual([
    { method: "import", reference: "W-1", label: "Payment", memo: "W-1 · deposit" },
    { method: "check", reference: "4471", label: "Check 4471", memo: "" },
  ]);
  const next = entry("4472", 1_00, money);
  expect(await bring([...PAYMENTS, next])).toMatchObject({ payments: 1, skipped: 4, newCustomers: 0 });
  const third = entry("", 80_50, { ...money, memo: "on account", row: 9 });
  // A third of the same amount and words is another one.
  expect(await bring([...PAYMENTS, third])).toMatchObject({ payments: 1, skipped: 4 });
  await holds(business);
});

test("what somebody recorded by hand is there, too", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  await business.customer("Bay").paid("20.00", "2026-03-01", { method: "check", reference: "812" }).write();
  const row = entry("812", 20_00, { ...money, customer: "~bay", on: day("2026-03-01") });
  expect(
    await business.change((books) => bringIn(books, brought([row], [customer("Bay")], plan))),
  ).toMatchObject({ payments: 0, skipped: 1 });
});

test("undone, the money is reversed and the customers that came with it are put away", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const given = await stored(business, brought(PAYMENTS.slice(0, 3), [customer("Acme")], plan));
  await business.change((books) => bringIn(books, given));
  expect((await business.change((books) => undoImport(books, given.fileId))).events).toBe(3);
  expect(await agingOn(business, "2026-02-10")).toMatchObject({ unappliedCents: 0 });
  expect(await business.change((books) => bringIn(books, given))).toMatchObject({ payments: 3, skipped: 0 });
  await holds(business);
});
