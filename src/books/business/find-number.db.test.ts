// A number opens what bears it, whatever it is, and only that.
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { findNumber } from "./find-number.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let paid = "";
beforeAll(async () => {
  business = await freshBusiness();
  await business
    .customer("Greenleaf")
    .invoice("100.00", "2026-01-31", { number: "INV-02011" })
    .invoice("40.00", "2026-02-01", { number: "INV-020110" })
    .paid("30.00", "2026-02-10")
    .write();
  await business.customer("Twin").invoice("5.00", "2026-02-01", { number: "Greenleaf" }).write();
  paid = await business.read(async ({ tx }) => {
    const [row] = await tx.execute<{ number: string }>(sql`select number from books.payments`);
    return row?.number ?? "";
  });
});
afterAll(closePool);

const find = async (search: string) => {
  const found = await business.read((books) => findNumber(books, search));
  return found.map(({ kind, number }) => `${kind} ${number}`).sort();
};

test.each(["INV-02011", "inv-02011", "  INV-02011 "])("%j is one invoice", async (typed) => {
  expect(await find(typed)).toEqual(["invoice INV-02011"]);
});

test("a payment is found by its number", async () => {
  expect(await find(paid.toLowerCase())).toEqual([`payment ${paid}`]);
});

test.each(["", " ", "INV-020", "%", "INV-0201%"])("%j is no number", async (typed) => {
  expect(await find(typed)).toEqual([]);
});

test("nothing of another business is found", async () => {
  const other = await freshBusiness();
  expect(await other.read((books) => findNumber(books, "INV-02011"))).toEqual([]);
});
