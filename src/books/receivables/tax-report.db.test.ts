// The tax of a period by agency: invoiced, it is the journal and the counter's money; paid, as much of it as was paid of its
// invoice, over any periods all of it and never more.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { taxTotals, type TaxBasis } from "@/domain/receivables/tax-report.ts";
import { day } from "@/domain/values/day.ts";
import { cents, minusGross, plusGross } from "@/domain/values/money.ts";
import { readTaxes } from "../business/read-taxes.ts";
import { addAgency, addCombined, addRate, chooseDefault } from "../business/taxes.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk, type Desk } from "../testing/desk.ts";
import { issued, item } from "../testing/drafts.ts";
import { listJournal } from "./journal.ts";
import { readTaxReport } from "./tax-report.ts";

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
  const first = (await business.read(readTaxes)).agencies[0]?.agencyId ?? "";
  const { agencyId } = await business.change((books) => addAgency(books, { name: "City of Barre" }));
  const add = async (name: string, of: string, percent: string) =>
    (await business.change((books) => addRate(books, { name, agencyId: of, percent }))).rateId;
  const rateIds = [await add("State tax", first, "6"), await add("City tax", agencyId, "2")];
  const both = await business.change((books) => addCombined(books, { name: "Both", rateIds }));
  await business.change((books) => chooseDefault(books, { version: 1, rateId: both.rateId }));
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const report = async (basis: TaxBasis, fromOn: string, throughOn: string) => {
  const period = { basis, fromOn: day(fromOn), throughOn: day(throughOn) };
  const { rows } = await business.read((books) => readTaxReport(books, period));
  return rows;
};
const amounts = async (...asked: Parameters<typeof report>) =>
  (await report(...asked)).map(({ accountCents, counterCents }) => [accountCents, counterCents]);
/** 100.00 and its tax of 8.00. */
const GOODS = [line("Mulch", "1", "100")];
const charge = (on: string) => till.sell(GOODS, [paidBy("house-charge", 108_00)], { on });

test("by invoice: charges and credit memos on their days, and what the counter took in money beside them", async () => {
  const sale = await charge("2026-05-10");
  await till.walkIn(GOODS, [paidBy("cash", 108_00)], { on: "2026-05-11" });
  await till.sell(GOODS, [paidBy("house-charge", 54_00), paidBy("check", 54_00)], { on: "2026-05-12" });
  await till.bringBack(sale.receiptId, [[1, "0.5"]], { toAccount: 54_00, on: "2026-06-02" });
  expect(await amounts("invoiced", "2026-05-01", "2026-05-31")).toEqual([
    [9_00, 9_00],
    [3_00, 3_00],
  ]);
  expect(await amounts("invoiced", "2026-06-01", "2026-06-30")).toEqual([
    [-3_00, 0],
    [-1_00, 0],
  ]);
});

test("a charge that is reversed is taken back on the day of its reversal", async () => {
  const { houseCharge } = await charge("2026-05-10");
  await at.reverse(houseCharge?.eventId ?? 0, "2026-06-03");
  expect(taxTotals(await report("invoiced", "2026-05-01", "2026-05-31")).taxCents).toBe(8_00);
  expect(taxTotals(await report("invoiced", "2026-06-01", "2026-06-30")).taxCents).toBe(-8_00);
});

test("by payment: the part of the tax that the payment is of its invoice, and all of it in the end", async () => {
  const { houseCharge } = await charge("2026-03-10");
  const item = houseCharge?.eventId ?? 0;
  expect(await amounts("paid", "2026-03-01", "2026-03-31")).toEqual([
    [0, 0],
    [0, 0],
  ]);
  await at.pay(36_01, "2026-04-10", [[item, 36_01]]);
  await at.pay(71_99, "2026-05-10", [[item, 71_99]]);
  expect(await amounts("paid", "2026-04-01", "2026-04-30")).toEqual([
    [2_00, 0],
    [67, 0],
  ]);
  expect(await amounts("paid", "2026-05-01", "2026-05-31")).toEqual([
    [4_00, 0],
    [1_33, 0],
  ]);
});

test("goods that come back are paid for by their credit memo, which takes its own tax with it", async () => {
  const sale = await charge("2026-03-10");
  await till.bringBack(sale.receiptId, [[1, "0.5"]], { toAccount: 54_00, on: "2026-04-02" });
  expect(taxTotals(await report("paid", "2026-04-01", "2026-04-30")).taxCents).toBe(0);
  await at.pay(54_00, "2026-05-02", [[sale.houseCharge?.eventId ?? 0, 54_00]]);
  expect(taxTotals(await report("paid", "2026-05-01", "2026-05-31")).taxCents).toBe(4_00);
});

test("a debt that is given up pays no tax; a payment that comes back takes its tax back", async () => {
  const { houseCharge } = await charge("2026-03-10");
  const item = houseCharge?.eventId ?? 0;
  await at.writeOff(item, 54_00, "2026-04-02");
  expect(taxTotals(await report("paid", "2026-04-01", "2026-04-30")).taxCents).toBe(0);
  const paid = await at.pay(54_00, "2026-05-02", [[item, 54_00]]);
  expect(taxTotals(await report("paid", "2026-05-01", "2026-05-31")).taxCents).toBe(4_00);
  await at.reverse(paid.eventId, "2026-06-02");
  expect(taxTotals(await report("paid", "2026-06-01", "2026-06-30")).taxCents).toBe(-4_00);
});

test("posted in another month than it is dated in, it ties to the journal of either month to the cent", async () => {
  await charge("2026-02-10");
  await business.change(({ tx }) =>
    tx.execute(sql`update books.periods set status = 'closed' where month = '2026-02-01'`),
  );
  await charge("2026-02-11");
  await charge("2026-03-05");
  const listed = async (fromOn: string, throughOn: string) => {
    const codes = (await report("invoiced", fromOn, throughOn)).map(({ chartCode }) => chartCode);
    const days = { fromOn: day(fromOn), throughOn: day(throughOn) };
    const pages = await Promise.all(
      codes.map((account) => business.read((books) => listJournal(books, { ...days, account }))),
    );
    return pages.flatMap(({ rows }) => rows).reduce((sum, row) => sum - row.amountCents, 0);
  };
  for (const [from, through, expected] of [
    ["2026-02-01", "2026-02-28", { journalCents: 16_00, laterCents: 8_00, earlierCents: 0 }],
    ["2026-03-01", "2026-03-31", { journalCents: 8_00, laterCents: 0, earlierCents: 8_00 }],
    ["2026-02-01", "2026-03-31", { journalCents: 24_00, laterCents: 0, earlierCents: 0 }],
  ] as const) {
    const totals = taxTotals(await report("invoiced", from, through));
    expect(totals).toMatchObject(expected);
    expect(totals.postedCents).toBe(await listed(from, through));
    expect(totals.journalCents).toBe(
      minusGross(plusGross(totals.postedCents, totals.laterCents), totals.earlierCents),
    );
  }
});

test("sales on which each agency took tax, and all others, by the same days as the tax", async () => {
  const sales = async (...asked: Parameters<typeof report>) =>
    (await report(...asked)).map(({ taxableCents, exemptCents }) => [taxableCents, exemptCents]);
  const delivery = line("Delivery", "1", "20", { taxable: false });
  const sale = await till.sell([...GOODS, delivery], [paidBy("house-charge", 128_00)], { on: "2026-05-10" });
  await till.walkIn([delivery], [paidBy("cash", 20_00)], { on: "2026-05-11" });
  await till.sell(GOODS, [paidBy("house-charge", 54_00), paidBy("check", 54_00)], { on: "2026-05-12" });
  await till.bringBack(sale.receiptId, [[1, "0.5"]], { toAccount: 54_00, on: "2026-06-02" });
  const both = (row: readonly number[]) => [row, row];
  expect(await sales("invoiced", "2026-05-01", "2026-05-31")).toEqual(both([200_00, 40_00]));
  expect(await sales("invoiced", "2026-06-01", "2026-06-30")).toEqual(both([-50_00, 0]));
  expect(await sales("paid", "2026-05-01", "2026-05-31")).toEqual(both([50_00, 20_00]));
  await at.pay(64_00, "2026-06-20", [[sale.houseCharge?.eventId ?? 0, 64_00]]);
  expect(await sales("paid", "2026-06-03", "2026-06-30")).toEqual(both([50_00, 10_00]));
});

test("what is invoiced by hand, and reversed: its sales go with it", async () => {
  const { customerId } = greenleaf;
  const lines = [item("1", "100"), item("1", "30", { taxable: false })];
  const invoice = await issued(business, { customerId, issuedOn: day("2026-05-10"), lines });
  const sales = async (month: string) =>
    (await report("invoiced", `${month}-01`, `${month}-28`)).map((row) => [
      row.taxableCents,
      row.exemptCents,
    ]);
  expect(await sales("2026-05")).toEqual([
    [100_00, 30_00],
    [100_00, 30_00],
  ]);
  await at.reverse(invoice.eventId, "2026-06-03");
  expect(await sales("2026-06")).toEqual([
    [-100_00, -30_00],
    [-100_00, -30_00],
  ]);
});

test("it ties to the journal and to the receipts, whatever was sold, charged and brought back", async () => {
  for (const [quantity, charged] of [
    ["3.333", 100_00],
    ["1", 108_00],
    ["0.07", 5_55],
  ] as const) {
    const goods = [line("Mulch", quantity, "100"), line("Delivery", "1", "12.34", { taxable: false })];
    const due = Math.round(Number(quantity) * 100_00);
    const total = due + 12_34 + Math.round(due * 0.06) + Math.round(due * 0.02);
    await till.sell(goods, [paidBy("house-charge", charged), paidBy("cash", total - charged)]);
  }
  const { taxCents, journalCents, counterCents, accountCents } = taxTotals(
    await report("invoiced", "2026-01-01", "2026-12-31"),
  );
  const [kept] = await business.read(({ tx }) =>
    tx.execute<{ receipts: number; invoices: number }>(sql`
      select (select sum(tax) from books.receipts)::bigint as receipts, (select sum(tax) from books.invoices)::bigint as invoices`),
  );
  expect([taxCents, journalCents, accountCents]).toEqual([kept?.receipts, kept?.invoices, kept?.invoices]);
  expect(counterCents).toBe(minusGross(taxCents, journalCents));
});
