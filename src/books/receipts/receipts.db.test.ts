// Receipts of the counter: what they come to, what they post, and what is refused, to the cent.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewReceipt } from "@/domain/receipts/receipt.ts";
import { cents } from "@/domain/values/money.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { recordReceipt } from "./receipts.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, figuresOf, journalOf, type Desk } from "../testing/desk.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
let till: ReturnType<typeof counter>;
const ON = "2026-06-30";

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(5_000_00), addressLines: ["1 Elm St"], terms: "net-15" })
    .write();
  at = desk(business, greenleaf);
  till = counter(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const row = (table: string) =>
  business.read(async ({ tx }) => [
    ...(await tx.execute<Record<string, unknown>>(
      sql`select * from ${sql.raw(`books.${table}`)} order by 2, 3`,
    )),
  ]);

test("someone walks in, pays cash and gets change: a receipt, and nothing on any account", async () => {
  const sold = await till.walkIn(
    [line("Mulch", "3", "4.505")],
    [{ ...paidBy("cash", 13_52), givenCents: cents(20_00) }],
  );
  expect(sold).toMatchObject({ number: "R-00001", changeCents: 6_48, houseCharge: null, payments: [] });
  expect(await row("receipts")).toMatchObject([
    { kind: "sale", account_id: null, subtotal: 13_52, total: 13_52, money: 13_52, house_charge: 0 },
  ]);
  expect(await row("events")).toEqual([]);
});

test("a house charge is an invoice for the amount charged, due by the customer's terms, with the receipt's lines", async () => {
  await till.taxed("7.25");
  const lines = [line("Mulch", "2.5", "10"), line("Labour", "1", "40", { taxable: false, discount: 5_00 })];
  const { houseCharge, receiptId } = await till.sell(lines, [paidBy("house-charge", 61_81)]);
  expect(houseCharge).toMatchObject({ number: "INV-00001" });
  expect(await row("invoices")).toMatchObject([
    {
      source: "receipt",
      receipt_id: receiptId,
      subtotal: 60_00,
      tax: 1_81,
      total: 61_81,
      due_on: "2026-07-15",
    },
  ]);
  expect(await row("invoice_lines")).toMatchObject([
    { description: "Mulch", quantity: "2.500000", total: 25_00 },
    { description: "Labour, less 5.00", total: 35_00 },
  ]);
  expect(await journalOf(business, houseCharge?.eventId ?? 0)).toEqual({
    receivable: 61_81,
    revenue: -60_00,
    "sales-tax": -1_81,
  });
});

test("charged in part: the invoice takes its share of each line and of the tax, and the rest is money", async () => {
  await till.taxed("10");
  const lines = [line("A", "2", "0.50"), line("B", "1", "1.00"), line("C", "1", "1.00")];
  await till.sell(lines, [paidBy("card", 2_30), paidBy("house-charge", 1_00)]);
  expect(await row("receipts")).toMatchObject([{ total: 3_30, house_charge: 1_00, money: 2_30 }]);
  expect(await row("invoices")).toMatchObject([{ subtotal: 91, tax: 9, total: 1_00 }]);
  expect(await row("invoice_lines")).toMatchObject([
    { description: "A (0.31 of 1.00 charged)", quantity: "2.000000", unit_price: "0.50000000", total: 31 },
    { description: "B (0.30 of 1.00 charged)", quantity: "1.000000", total: 30 },
    { description: "C (0.30 of 1.00 charged)", quantity: "1.000000", total: 30 },
  ]);
});

test("a payment on account beside purchases: one payment per tender, oldest debts first, and it frees credit", async () => {
  const old = await at.invoice(4_990_00, "2026-05-01");
  await expect(
    till.sell([line("Pavers", "1", "20.00")], [paidBy("house-charge", 20_00)]),
  ).rejects.toMatchObject({
    code: "over-limit",
    details: { canChargeCents: 10_00 },
  });
  const sold = await till.sell(
    [line("Pavers", "1", "20.00")],
    [paidBy("house-charge", 20_00), paidBy("cash", 30_00), paidBy("check", 70_00, "4471")],
    { onAccount: 100_00 },
  );
  expect(sold.payments).toMatchObject([
    { number: "P-00001", amountCents: 30_00 },
    { number: "P-00002", amountCents: 70_00 },
  ]);
  expect(await row("allocations")).toMatchObject([
    { item_id: old.eventId, amount: 30_00 },
    { item_id: old.eventId, amount: 70_00 },
  ]);
  expect(new Set((await row("events")).map(({ label }) => label))).toEqual(
    new Set(["Cash", "Check 4471", "House charge", "Invoice"]),
  );
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 4_910_00, credit: 0 });
});

test("a payment on account alone needs no lines; what settles nothing is open credit", async () => {
  const sold = await till.sell([], [paidBy("check", 50_00, "12")], { onAccount: 50_00 });
  expect(sold.houseCharge).toBeNull();
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 50_00 });
});

/** product.md: limit 5,000.00, balance 1,850.90, credit 300.00, of which 100.00 is set aside. */
test("the example of the trade, to the cent", async () => {
  await at.invoice(1_850_90, "2026-06-01");
  await at.pay(300_00, "2026-06-10");
  await at.earmark(100_00, "spring order");
  const charge = (price: string, amount: number) =>
    till.sell([line("Boulders", "1", price)], [paidBy("house-charge", amount)]);
  await expect(charge("3349.11", 3_349_11)).rejects.toMatchObject({
    code: "over-limit",
    details: { canChargeCents: 3_349_10 },
  });
  await charge("3349.10", 3_349_10);
  await expect(charge("0.01", 1)).rejects.toMatchObject({
    code: "over-limit",
    details: { canChargeCents: 0 },
  });
});

test("an override lets one receipt through, also one that pays on account first", async () => {
  await business.change(({ tx }) =>
    tx.execute(sql`update books.accounts set limit_cents = 1000 where id = ${greenleaf.accountId}::uuid`),
  );
  const overrideId = await till.approve(50_00);
  const sold = await till.sell(
    [line("Pavers", "1", "50")],
    [paidBy("house-charge", 50_00), paidBy("cash", 1_00)],
    { onAccount: 1_00, overrideId },
  );
  expect(sold.houseCharge).not.toBeNull();
  await expect(
    till.sell([line("Pavers", "1", "50")], [paidBy("house-charge", 50_00)], { overrideId }),
  ).rejects.toMatchObject({ code: "over-limit" });
});

test.each<[string, Parameters<typeof till.sell>, string]>([
  ["tenders short of the total", [[line("A", "1", "1")], [paidBy("cash", 99)]], "not-what-is-due"],
  [
    "two house charges",
    [[line("A", "1", "2")], [paidBy("house-charge", 1_00), paidBy("house-charge", 1_00)]],
    "one-house-charge",
  ],
  [
    "a house charge for the payment on account",
    [[line("A", "1", "1")], [paidBy("house-charge", 2_00)], { onAccount: 1_00 }],
    "charge-above-purchases",
  ],
  [
    "change from a card",
    [[line("A", "1", "1")], [{ ...paidBy("card", 1_00), givenCents: cents(2_00) }]],
    "given-too-little",
  ],
  [
    "a discount above its line",
    [[line("A", "1", "1", { discount: 1_01 })], [paidBy("cash", 1)]],
    "discount-too-large",
  ],
  ["nothing at all", [[], []], "nothing-sold"],
  ["money for what is free", [[line("A", "1", "0")], [paidBy("cash", 1)]], "not-what-is-due"],
  ["nothing paid of what is due", [[line("A", "1", "1")], []], "not-what-is-due"],
  ["tomorrow", [[line("A", "1", "1")], [paidBy("cash", 1_00)], { on: "2026-07-01" }], "date-in-future"],
  [
    "before the books start",
    [[line("A", "1", "1")], [paidBy("cash", 1_00)], { on: "1999-12-31" }],
    "before-start",
  ],
])("%s: refused, and nothing is kept", async (_what, sale, code) => {
  await expect(till.sell(...sale)).rejects.toMatchObject({ code });
  expect(await row("receipts")).toEqual([]);
  expect(await row("events")).toEqual([]);
});

test("whoever just walked in can't charge or pay on account; a product has to be there", async () => {
  await expect(till.walkIn([line("A", "1", "1")], [paidBy("house-charge", 1_00)])).rejects.toMatchObject({
    code: "needs-customer",
  });
  const productId = "00000000-0000-4000-8000-000000000000";
  await expect(
    till.walkIn([{ ...line("A", "1", "1"), productId }], [paidBy("cash", 1_00)]),
  ).rejects.toMatchObject({ code: "not-found", details: { field: "lines.0.productId" } });
});

test("the same receipt sent twice is recorded once", async () => {
  const sale = { accountId: greenleaf.accountId, issuedOn: ON, lines: [line("A", "1", "1")] };
  const record = () =>
    business.change(
      (books) =>
        recordReceipt(
          books,
          inputOf(NewReceipt, { ...sale, tenders: [paidBy("house-charge", 1_00)] } as never),
        ),
      "one-key-for-both",
    );
  const [first, second] = await Promise.all([record(), record()]);
  expect(second).toEqual(first);
  expect(await row("receipts")).toHaveLength(1);
});

test("at once on one account: as many charges pass as there is room for", async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, () =>
      till.sell([line("Stone", "1", "1000")], [paidBy("house-charge", 1_000_00)]),
    ),
  );
  expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(5);
});

test("the account's page names the receipt of each line, and what was paid in all beside purchases", async () => {
  await at.invoice(10_00, "2026-06-01");
  const both = [paidBy("house-charge", 20_00), paidBy("cash", 10_00)];
  const sold = await till.sell([line("Pavers", "1", "20")], both, { onAccount: 10_00 });
  await till.sell([], [paidBy("cash", 5_00)], { onAccount: 5_00 });
  const page = await business.read((books) =>
    readAccountPage(books, { asOf: books.today, knownAt: null }, { customer: greenleaf.customerId }),
  );
  expect(page.unpaid).toMatchObject([{ receiptNumber: "R-00001", receiptId: sold.receiptId }]);
  expect(page.history.lines).toMatchObject([
    { kind: "payment", receiptNumber: "R-00002", totalPaidCents: null },
    { kind: "invoice", receiptNumber: "R-00001", totalPaidCents: null },
    { kind: "payment", receiptNumber: "R-00001", receiptId: sold.receiptId, totalPaidCents: 30_00 },
    { kind: "invoice", receiptNumber: null, receiptId: null },
  ]);
});
