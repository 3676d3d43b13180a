// The list of receipts: newest first in pages, found by what a person remembers, and its totals with returns taken off.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { writeCursor } from "@/domain/lists/cursor.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import type { receiptList } from "@/domain/receipts/receipt-list.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { listReceipts, totalReceipts } from "./receipt-list.ts";
import { counter, line, paidBy } from "../testing/counter.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;

beforeAll(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf Landscaping", { addressLines: ["1 Elm St"] }).write();
  const till = counter(business, greenleaf);
  const first = await till.sell([line("Bark mulch", "2", "5")], [paidBy("card", 10_00)], {
    on: "2026-06-01",
  });
  await till.walkIn([line("Rake 100%", "1", "20")], [paidBy("cash", 20_00)], { on: "2026-06-10" });
  await till.bringBack(first.receiptId, [[1, "1"]], { money: 5_00, on: "2026-06-20" });
  for (let n = 0; n < 50; n++) await till.walkIn([line("Nail", "1", "0.10")], [paidBy("cash", 10)]);
});
afterAll(closePool);

type Query = QueryOf<typeof receiptList>;
const found = (query: Query) =>
  business.read(async (books) => (await listReceipts(books, query)).rows.map((row) => row.number));

test("newest first, in pages that meet", async () => {
  const first = await business.read((books) => listReceipts(books, {}));
  const second = await business.read((books) => listReceipts(books, { cursor: first.next ?? "" }));
  expect(first.rows).toHaveLength(50);
  expect(first.rows[0]?.number).toBe("R-00053");
  expect(second.rows.map((row) => row.number)).toEqual(["R-00003", "R-00002", "R-00001"]);
  expect(second.next).toBeNull();
  for (const cursor of ["x'; drop", writeCursor("2026-13-45 25:61:61+99", randomUUID())])
    expect((await business.read((books) => listReceipts(books, { cursor }))).rows).toHaveLength(50);
});

test.each<[string, Query, string[]]>([
  ["by number", { search: "r-00002" }, ["R-00002"]],
  ["by customer", { search: "greenleaf" }, ["R-00003", "R-00001"]],
  ["by what was sold", { search: "bark 00001" }, ["R-00001"]],
  ["with signs that mean something to a pattern", { search: "100%" }, ["R-00002"]],
  ["returns", { kind: "return" }, ["R-00003"]],
  ["by day", { fromOn: day("2026-06-05"), throughOn: day("2026-06-15") }, ["R-00002"]],
  ["nothing", { search: "wheelbarrow" }, []],
])("found %s", async (_how, query, numbers) => {
  expect(await found(query)).toEqual(numbers);
});

test("of one customer, with totals that take the return off", async () => {
  const query = { customerId: greenleaf.customerId };
  expect(await found(query)).toEqual(["R-00003", "R-00001"]);
  expect(await business.read((books) => totalReceipts(books, query))).toEqual({
    count: 2,
    totalCents: 5_00,
    onAccountCents: 0,
    houseChargeCents: 0,
    moneyCents: 5_00,
  });
});
