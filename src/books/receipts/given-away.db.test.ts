// What is sold for nothing is a receipt all the same, and what was free comes back for nothing.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { readReceipt } from "./receipt-page.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let till: ReturnType<typeof counter>;
beforeEach(async () => {
  business = await freshBusiness();
  till = counter(business, await business.customer("Greenleaf").write());
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const row = (table: string) =>
  business.read(async ({ tx }) => [...(await tx.execute(sql`select * from ${sql.raw(`books.${table}`)}`))]);

test("what is given away is a receipt: at a discount of 100 %, or for nothing, with and without a customer", async () => {
  const given = await till.sell([line("Mulch", "2", "4.50", { discount: 9_00 })], []);
  expect(given).toMatchObject({ number: "R-00001", changeCents: 0, houseCharge: null, payments: [] });
  await till.walkIn([line("Sample", "1", "0")], []);
  expect(await row("receipts")).toMatchObject([
    { total: 0, money: 0, house_charge: 0 },
    { total: 0, money: 0, house_charge: 0 },
  ]);
  expect(await row("receipt_tenders")).toEqual([]);
  expect(await row("events")).toEqual([]);
  const read = await business.read((books) =>
    readReceipt(books, given.receiptId, { name: "Test Supply", country: "US" }),
  );
  expect(read).toMatchObject({
    totalCents: 0,
    tenders: [],
    returnable: true,
    lines: [{ discountCents: 9_00 }],
  });
});

test("a free line comes back, alone or beside another, and stays back", async () => {
  const sold = await till.sell([line("Mulch", "1", "10"), line("Sample", "2", "0")], [paidBy("cash", 10_00)]);
  const back = await till.bringBack(sold.receiptId, [[2, "1"]], {});
  expect(back).toMatchObject({ creditMemo: null });
  await till.bringBack(
    sold.receiptId,
    [
      [1, "1"],
      [2, "1"],
    ],
    { money: 10_00 },
  );
  await expect(till.bringBack(sold.receiptId, [[2, "1"]], {})).rejects.toMatchObject({
    code: "more-than-sold",
  });
});
