// Customers by their numbers: in the order in which people count, page by page, and in whatever case they are typed.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { bringIn } from "../imports/bring-in.ts";
import { readAccount } from "../ledger/accounts.ts";
import { broughtRows } from "../testing/brought.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { listCustomers } from "./customer-list.ts";
import { readProfile } from "./customer-profile.ts";

afterAll(closePool);

test.each(["asc", "desc"] as const)("C-9 comes before C-10, also across pages: %s", async (direction) => {
  const business = await freshBusiness();
  const order = ["9", "10", "100", "a-2", "B-1", "C-9", "C-10", "C-0100", "C-100", "C-9998", "C-10000"];
  for (const number of order.toReversed()) await business.customer(`Mr ${number}`, { number }).write();
  const walked: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { sort: "number", direction, cursor } as const;
    const page = await business.read((books) => listCustomers(books, query, 2));
    walked.push(...page.rows.map((row) => row.number));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(walked).toEqual(direction === "asc" ? order : order.toReversed());
});

test("numbers don't differ by case: c-9 opens C-9, and no second one is made, by hand or from a file", async () => {
  const business = await freshBusiness();
  const { customerId } = await business.customer("Greenleaf", { number: "C-9a" }).write();
  await expect(business.customer("Other", { number: "c-9A" }).write()).rejects.toMatchObject({
    code: "number-taken",
    field: "number",
  });
  const read = await business.read(async (books) => [
    (await readAccount(books, "c-9A")).customerId,
    (await readProfile(books, "c-9a")).customerId,
  ]);
  expect(read).toEqual([customerId, customerId]);
  const row = { issuedOn: day("2026-01-05"), dueOn: day("2026-02-04"), amountCents: cents(1_00) };
  const rows = ["c-9a", "new-1", "NEW-1"].map((customerNumber, at) => ({
    ...row,
    customerNumber,
    invoiceNumber: `A-${at}`,
    settledOn: null,
  }));
  expect(await business.change((books) => bringIn(books, broughtRows(rows)))).toMatchObject({
    newCustomers: 1,
  });
  const { rows: listed } = await business.read((books) => listCustomers(books, {}));
  expect(listed.map((each) => [each.number, each.balanceCents])).toEqual([
    ["C-9a", 1_00],
    ["new-1", 2_00],
  ]);
});

test("the series of customers goes on behind a number that was typed in another case", async () => {
  const business = await freshBusiness();
  await business.customer("Typed", { number: "c-0001" }).write();
  const made = await business.customer("Counted", {}).write();
  expect(await business.read(async (books) => (await readProfile(books, made.customerId)).number)).toBe(
    "C-0002",
  );
});
