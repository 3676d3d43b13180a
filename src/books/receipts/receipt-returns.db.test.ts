// Returns against a receipt: credit on the account, money back, and never more than was sold, also when two bring the
// same goods back at once.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { readReturnable } from "./returnable.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, figuresOf, journalOf, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let till: ReturnType<typeof counter>;

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
  till = counter(business, greenleaf);
  await till.taxed("7.25");
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const rows = (query: string) =>
  business.read(async ({ tx }) => [...(await tx.execute<Record<string, unknown>>(sql.raw(query)))]);

test("to the account: a credit memo that settles the sale's own invoice, linked to the original", async () => {
  const { receiptId, houseCharge } = await till.sell(
    [line("Mulch", "3", "10")],
    [paidBy("house-charge", 32_18)],
    { on: "2026-06-20" },
  );
  const back = await till.bringBack(receiptId, [[1, "1"]], { toAccount: 10_73 });
  expect(back).toMatchObject({ number: "R-00002", creditMemo: { number: "CM-00001" } });
  expect(await rows("select * from books.credit_memos")).toMatchObject([
    { receipt_id: back.receiptId, subtotal: 10_00, tax: 73, total: 10_73, reason: "Return of R-00001" },
  ]);
  expect(
    await rows("select kind, return_of, house_charge, money from books.receipts where kind = 'return'"),
  ).toEqual([{ kind: "return", return_of: receiptId, house_charge: 10_73, money: 0 }]);
  expect(await journalOf(business, [houseCharge?.eventId ?? 0, back.creditMemo?.eventId ?? 0])).toEqual({
    receivable: 21_45,
    revenue: -20_00,
    "sales-tax": -1_45,
  });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 21_45, credit: 0 });
});

test("line by line and piece by piece, all that comes back is all that was sold, to the cent", async () => {
  const sold = await till.sell(
    [line("Nails", "7", "0.333"), line("Bolts", "1.5", "9.99", { discount: 1 })],
    [paidBy("house-charge", 18_56)],
  );
  for (const _ of [1, 2, 3, 4, 5, 6]) {
    const { worth } = await till.worth(sold.receiptId, [[1, "1"]]);
    await till.bringBack(sold.receiptId, [[1, "1"]], { toAccount: worth });
  }
  const { worth } = await till.worth(sold.receiptId, [
    [1, "1"],
    [2, "1.5"],
  ]);
  await till.bringBack(
    sold.receiptId,
    [
      [1, "1"],
      [2, "1.5"],
    ],
    { toAccount: worth },
  );
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 0 });
  await expect(till.bringBack(sold.receiptId, [[2, "0.000001"]], { toAccount: 1 })).rejects.toMatchObject({
    code: "more-than-sold",
  });
});

test("what was paid meanwhile is open credit again; money back only as far as money was paid", async () => {
  const sold = await till.sell(
    [line("Stone", "2", "50", { taxable: false })],
    [paidBy("house-charge", 60_00), paidBy("cash", 60_00)],
    { onAccount: 20_00 },
  );
  await at.pay(60_00, "2026-06-30", "oldest-first");
  await expect(till.bringBack(sold.receiptId, [[1, "1"]], { money: 50_00 })).rejects.toMatchObject({
    code: "more-than-money",
    details: { mostMoneyCents: 40_00 },
  });
  const back = await till.bringBack(sold.receiptId, [[1, "1"]], { toAccount: 15_00, money: 35_00 });
  expect(back.creditMemo).not.toBeNull();
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 35_00 });
  const left = await business.read((books) => readReturnable(books, sold.receiptId));
  expect(left).toMatchObject({
    mostMoneyCents: 5_00,
    lines: [{ returned: { quantity: "1", totalCents: 50_00 } }],
  });
});

test("someone who walked in gets their money back; there is no account to credit", async () => {
  const sold = await till.walkIn([line("Rake", "1", "20", { taxable: false })], [paidBy("card", 20_00)]);
  await expect(till.bringBack(sold.receiptId, [[1, "1"]], { toAccount: 20_00 })).rejects.toMatchObject({
    code: "needs-customer",
  });
  const back = await till.bringBack(sold.receiptId, [[1, "1"]], { money: 20_00 });
  expect(back.creditMemo).toBeNull();
  await expect(till.bringBack(back.receiptId, [[1, "1"]], { money: 20_00 })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("refused: not its worth, before the sale, in the future, a line that isn't there, a charge that was reversed", async () => {
  const sold = await till.sell(
    [line("Rake", "1", "20", { taxable: false })],
    [paidBy("house-charge", 20_00)],
    {
      on: "2026-06-20",
    },
  );
  const refusedAs = async (code: string, given: Parameters<typeof till.bringBack>) =>
    expect(till.bringBack(...given)).rejects.toMatchObject({ code });
  await refusedAs("not-what-comes-back", [sold.receiptId, [[1, "1"]], { toAccount: 19_99 }]);
  await refusedAs("before-sale", [sold.receiptId, [[1, "1"]], { toAccount: 20_00, on: "2026-06-19" }]);
  await refusedAs("date-in-future", [sold.receiptId, [[1, "1"]], { toAccount: 20_00, on: "2026-07-19" }]);
  await refusedAs("not-found", [sold.receiptId, [[2, "1"]], { toAccount: 20_00 }]);
  await at.reverse(sold.houseCharge?.eventId ?? 0, "2026-06-30");
  await refusedAs("charge-reversed", [sold.receiptId, [[1, "1"]], { toAccount: 20_00 }]);
});

test.each(["an account", "nobody's account"])(
  "ten at once bring back the last of it, of %s: one does",
  async (whose) => {
    const goods = [line("Rake", "1", "20", { taxable: false })];
    const onAccount = whose === "an account";
    const sold = onAccount
      ? await till.sell(goods, [paidBy("house-charge", 20_00)])
      : await till.walkIn(goods, [paidBy("cash", 20_00)]);
    const how = onAccount ? { toAccount: 20_00 } : { money: 20_00 };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => till.bringBack(sold.receiptId, [[1, "1"]], how)),
    );
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const each of results)
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "more-than-sold" });
  },
);
