// Goods brought back and the papers behind them: a charge isn't voided over the credit of a return, and a return whose
// credit memo is reversed never happened: its goods can come back again.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { readReversalPreview } from "../corrections/reversal-preview.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readReceipt } from "./receipt-page.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, figuresOf, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let till: ReturnType<typeof counter>;
const ON = "2026-06-30";

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
  till = counter(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const mulch = (quantity: string) => line("Mulch", quantity, "10", { taxable: false });
const previewed = (eventId: number) =>
  business.read(async (books) => (await readReversalPreview(books, eventId)).stays);
const page = (receiptId: string) =>
  business.read((books) => readReceipt(books, receiptId, { name: "Test Supply", country: "US" }));
const figures = async () => {
  const { items, credit } = (await figuresOf(business, greenleaf)) ?? {};
  return { items, credit };
};

async function charged(quantity = "3") {
  const sold = await till.sell([mulch(quantity)], [paidBy("house-charge", Number(quantity) * 10_00)]);
  return { receiptId: sold.receiptId, charge: sold.houseCharge?.eventId ?? 0 };
}

test("a charge of which goods were brought back to the account stays until that return is reversed", async () => {
  const { receiptId, charge } = await charged();
  const back = await till.bringBack(receiptId, [[1, "1"]], { toAccount: 10_00 });
  expect(await previewed(charge)).toBe("brought-back-since");
  await expect(at.reverse(charge, ON)).rejects.toMatchObject({ code: "brought-back-since" });
  expect(await figures()).toEqual({ items: 20_00, credit: 0 });
  await at.reverse(back.creditMemo?.eventId ?? 0, ON);
  expect(await previewed(charge)).toBeNull();
  await at.reverse(charge, ON);
  expect(await figures()).toEqual({ items: 0, credit: 0 });
  await expect(till.bringBack(receiptId, [[1, "1"]], { toAccount: 10_00 })).rejects.toMatchObject({
    code: "charge-reversed",
  });
});

test("a return whose credit memo is reversed brought nothing back: all of it can come back again", async () => {
  const { receiptId } = await charged();
  const first = await till.bringBack(receiptId, [[1, "1"]], { toAccount: 10_00 });
  const rest = await till.bringBack(receiptId, [[1, "2"]], { toAccount: 20_00 });
  expect(await page(receiptId)).toMatchObject({ returnable: false });
  await at.reverse(first.creditMemo?.eventId ?? 0, ON);
  expect(await page(receiptId)).toMatchObject({
    returnable: true,
    returns: [
      { receiptId: first.receiptId, reversed: true },
      { receiptId: rest.receiptId, reversed: false },
    ],
  });
  expect(await page(first.receiptId)).toMatchObject({ tenders: [{ reversed: true }] });
  await expect(till.bringBack(receiptId, [[1, "1.5"]], { toAccount: 15_00 })).rejects.toMatchObject({
    code: "more-than-sold",
  });
  await till.bringBack(receiptId, [[1, "1"]], { toAccount: 10_00 });
  expect(await figures()).toEqual({ items: 0, credit: 0 });
});

test("cents that don't divide: reversed and brought back again, what is back in all is what was sold", async () => {
  const sold = await till.sell(
    [line("Nails", "3", "0.3333", { taxable: false })],
    [paidBy("house-charge", 1_00)],
  );
  const bring = async (quantity: string) => {
    const { worth } = await till.worth(sold.receiptId, [[1, quantity]]);
    const back = await till.bringBack(sold.receiptId, [[1, quantity]], { toAccount: worth });
    return { worth, memo: back.creditMemo?.eventId ?? 0 };
  };
  const [first, second, third] = [await bring("1"), await bring("1"), await bring("1")];
  expect([first.worth, second.worth, third.worth]).toEqual([33, 34, 33]);
  await at.reverse(second.memo, ON);
  await at.reverse(first.memo, ON);
  expect([(await bring("0.5")).worth, (await bring("1.5")).worth]).toEqual([17, 50]);
  expect(await figures()).toEqual({ items: 0, credit: 0 });
});

test("a return that was paid out in part stays, and with it the charge; one in money alone holds nothing up", async () => {
  const sold = await till.sell([mulch("3")], [paidBy("house-charge", 20_00), paidBy("cash", 10_00)]);
  const mixed = await till.bringBack(sold.receiptId, [[1, "1"]], { toAccount: 5_00, money: 5_00 });
  const memo = mixed.creditMemo?.eventId ?? 0;
  expect(await previewed(memo)).toBe("return-paid-out");
  await expect(at.reverse(memo, ON)).rejects.toMatchObject({ code: "return-paid-out" });
  await expect(at.reverse(sold.houseCharge?.eventId ?? 0, ON)).rejects.toMatchObject({
    code: "brought-back-since",
  });
  const other = await till.sell([mulch("3")], [paidBy("house-charge", 20_00), paidBy("cash", 10_00)]);
  await till.bringBack(other.receiptId, [[1, "1"]], { money: 10_00 });
  await at.reverse(other.houseCharge?.eventId ?? 0, ON);
  expect(await figures()).toEqual({ items: 15_00, credit: 0 });
});

test("at once, a charge is voided and its goods are brought back to the account: one of the two happens", async () => {
  for (const _ of [1, 2, 3, 4]) {
    const { receiptId, charge } = await charged("1");
    const results = await Promise.allSettled([
      at.reverse(charge, ON),
      till.bringBack(receiptId, [[1, "1"]], { toAccount: 10_00 }),
    ]);
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await figures()).toEqual({ items: 0, credit: 0 });
  }
});
