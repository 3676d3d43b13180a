// Revenue on the account of each product: sold, charged in part, brought back and reversed, by account and to the cent.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readEvent } from "../corrections/events.ts";
import { recordInvoice } from "./invoices.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { createProduct } from "../products/products.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let till: ReturnType<typeof counter>;
let plants: ReturnType<typeof line>;
let stone: ReturnType<typeof line>;
const ON = "2026-06-30";

const account = (code: string, kind: string) =>
  business.change(({ tx }) =>
    tx.execute(
      sql`insert into books.chart (code, name, kind) values (${code}, ${`Account ${code}`}, ${kind})`,
    ),
  );

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
  till = counter(business, greenleaf);
  await till.taxed("10");
  await account("4010", "revenue");
  await account("4020", "revenue");
  const product = (name: string, chartCode: string) =>
    business.change((books) => createProduct(books, inputOf(NewProduct, { name, price: "10", chartCode })));
  const [a, b] = [await product("Maple", "4010"), await product("Flagstone", "4020")];
  plants = { ...line("Maple", "1", "10"), productId: a.productId };
  stone = { ...line("Flagstone", "3", "10"), productId: b.productId };
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

/** By the code of the account: debit positive. */
const byAccount = (...eventIds: (number | undefined)[]) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ code: string; amount: number }>(sql`
      select chart_code as code, sum(amount)::bigint as amount from books.journal_lines
      where event_number = any (${sql.param(eventIds)}::bigint[]) group by 1 having sum(amount) <> 0 order by 1`);
    return Object.fromEntries(rows.map((row) => [row.code, row.amount]));
  });

test("two products of two accounts, and a line of none: each is credited what its lines come to", async () => {
  const lines = [plants, { ...stone, discountCents: cents(2_50) }, line("Labour", "1", "5"), plants];
  const { houseCharge } = await till.sell(lines, [paidBy("house-charge", 57_75)]);
  expect(await byAccount(houseCharge?.eventId)).toEqual({
    "1200": 57_75,
    "2200": -5_25,
    "4000": -5_00,
    "4010": -20_00,
    "4020": -27_50,
  });
  const { journal } = await business.read((books) => readEvent(books, houseCharge?.eventId ?? 0));
  expect(journal).toContainEqual({ code: "4020", account: "Account 4020", amountCents: -27_50 });
});

test("charged in part, each account has its share; what comes back debits the accounts that were credited", async () => {
  const sold = await till.sell([plants, stone], [paidBy("card", 33_67), paidBy("house-charge", 10_33)]);
  expect(await byAccount(sold.houseCharge?.eventId)).toEqual({
    "1200": 10_33,
    "2200": -94,
    "4010": -2_35,
    "4020": -7_04,
  });
  const two = [
    [1, "1"],
    [2, "2"],
  ] as const;
  const back = await till.bringBack(sold.receiptId, two, { toAccount: 11_00, money: 22_00 });
  expect(await byAccount(back.creditMemo?.eventId)).toEqual({
    "1200": -10_33,
    "2200": 1_00,
    "2300": -67,
    "4010": 3_33,
    "4020": 6_67,
  });
});

test("reversed, the very same accounts are mirrored: of the credit memo, then of the charge", async () => {
  const sold = await till.sell([plants, stone], [paidBy("card", 33_67), paidBy("house-charge", 10_33)]);
  const back = await till.bringBack(sold.receiptId, [[2, "1"]], { toAccount: 11_00 });
  const memo = back.creditMemo?.eventId;
  const reversed = await at.reverse(memo ?? 0, ON);
  expect(await byAccount(memo, reversed.eventId)).toEqual({});
  const charge = sold.houseCharge?.eventId;
  const voided = await at.reverse(charge ?? 0, ON);
  expect(await byAccount(voided.eventId)).toEqual({ "1200": -10_33, "2200": 94, "4010": 2_35, "4020": 7_04 });
  expect(await byAccount(charge, voided.eventId)).toEqual({});
});

test("an invoice by hand: by the accounts of its lines, of its own where none is named, only of revenue", async () => {
  await account("6900", "expense");
  const bill = (codes: readonly (string | undefined)[]) =>
    business.change((books) =>
      recordInvoice(
        books,
        inputOf(NewInvoice, {
          accountId: greenleaf.accountId,
          issuedOn: day(ON),
          lines: codes.map((chartCode) => ({ description: "Work", totalCents: cents(10_00), chartCode })),
        }),
      ),
    );
  const { eventId } = await bill(["4010", undefined, "4020", "4010"]);
  const byLines = { "1200": 40_00, "4000": -10_00, "4010": -20_00, "4020": -10_00 };
  expect(await byAccount(eventId)).toEqual(byLines);
  for (const code of ["6900", "1100", "4300", "none"])
    await expect(bill([undefined, code])).rejects.toMatchObject({
      code: "not-found",
      details: { field: "lines.1.chartCode" },
    });
});
