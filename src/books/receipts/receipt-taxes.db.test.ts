// Several rates on one receipt: each for its agency, on the receipt, in the journal, in what is charged of it and in what
// comes back; by the rates of its day, chosen for the place, the customer or the business, and none for who is exempt.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewExemption } from "@/domain/business/tax-input.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { chooseDefault, addAgency, addCombined, addRate, changeRate } from "../business/taxes.ts";
import { readTaxes } from "../business/read-taxes.ts";
import { chooseCustomerTax, endExemption, exemptCustomer } from "../customers/customer-taxes.ts";
import { readTaxes as readInvoiceTaxes } from "../invoices/invoice-taxes.ts";
import { createJob } from "../jobs/jobs.ts";
import { readSaleTaxes } from "../ledger/taxes-in-force.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { desk } from "../testing/desk.ts";
import { readCounterCustomer } from "./counter.ts";
import { readReceipt } from "./receipt-page.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let till: ReturnType<typeof counter>;
let [state, city, both] = ["", "", ""];

beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(5_000_00), addressLines: ["1 Elm St"] })
    .write();
  till = counter(business, greenleaf);
  const { agencies } = await business.read(readTaxes);
  const first = agencies[0]?.agencyId ?? "";
  const { agencyId } = await business.change((books) => addAgency(books, { name: "City of Barre" }));
  const rate = async (name: string, of: string, percent: string) =>
    (await business.change((books) => addRate(books, { name, agencyId: of, percent }))).rateId;
  state = await rate("State tax", first, "6");
  city = await rate("City tax", agencyId, "1.125");
  const rateIds = [state, city];
  both = (await business.change((books) => addCombined(books, { name: "Barre combined", rateIds }))).rateId;
  await business.change((books) => chooseDefault(books, { version: 1, rateId: both }));
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const SHOP = { name: "Test Supply", country: "US" };
const taxesOf = async (receiptId: string) => {
  const { taxes } = await business.read((books) => readReceipt(books, receiptId, SHOP));
  return taxes.map(({ name, agency, rate, taxCents }) => [name, agency, rate, taxCents]);
};
/** Credits of the agencies' accounts: positive is owed to them. */
const owed = (...eventIds: (number | undefined)[]) =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ name: string; amount: number }>(sql`
      select a.name, sum(- l.amount)::bigint as amount from books.journal_lines l
      join books.tax_agencies a on a.chart_code = l.chart_code
      where l.event_number = any (${sql.param(eventIds)}::bigint[]) group by 1 order by 1`);
    return Object.fromEntries(rows.map((row) => [row.name, row.amount]));
  });
const TAXED = line("Mulch", "3", "33.33");

test("each rate is rounded by itself, and credited to its own agency", async () => {
  const { receiptId, houseCharge } = await till.sell([TAXED], [paidBy("house-charge", 107_11)]);
  expect(await taxesOf(receiptId)).toEqual([
    ["State tax", "Tax agency", "6", 6_00],
    ["City tax", "City of Barre", "1.125", 1_12],
  ]);
  expect(await owed(houseCharge?.eventId)).toEqual({ "Tax agency": 6_00, "City of Barre": 1_12 });
});

test("what is charged of a receipt has its share of each tax, and a return gives each back, to the cent", async () => {
  const tenders = [paidBy("house-charge", 50_00), paidBy("cash", 57_11)];
  const { receiptId, houseCharge } = await till.sell([TAXED], tenders);
  const charged = await owed(houseCharge?.eventId);
  expect(charged).toEqual({ "Tax agency": 2_80, "City of Barre": 52 });
  const one = await till.bringBack(receiptId, [[1, "1"]], { toAccount: 35_70 });
  const rest = await till.worth(receiptId, [[1, "2"]]);
  const two = await till.bringBack(receiptId, [[1, "2"]], { toAccount: rest.worth - 50_00, money: 50_00 });
  const back = [await taxesOf(one.receiptId), await taxesOf(two.receiptId)];
  expect(back.map((taxes) => taxes.map(([, , , amount]) => amount))).toEqual([
    [2_00, 37],
    [4_00, 75],
  ]);
  expect(await owed(one.creditMemo?.eventId)).toEqual({ "Tax agency": -2_00, "City of Barre": -37 });
});

test("a return that was reversed gives its taxes free to be given back again", async () => {
  const { receiptId } = await till.sell([TAXED], [paidBy("house-charge", 107_11)]);
  const first = await till.bringBack(receiptId, [[1, "1"]], { toAccount: 35_70 });
  await desk(business, greenleaf).reverse(first.creditMemo?.eventId ?? 0, "2026-06-30");
  const all = await till.bringBack(receiptId, [[1, "3"]], { toAccount: 107_11 });
  expect((await taxesOf(all.receiptId)).map(([, , , amount]) => amount)).toEqual([6_00, 1_12]);
  expect(await owed(all.creditMemo?.eventId)).toEqual({ "Tax agency": -6_00, "City of Barre": -1_12 });
});

test("a change counts from its day on, and of two that were decided for one day the later", async () => {
  const change = (fromOn: string, percent: string) =>
    business.change((books) => changeRate(books, { rateId: city, fromOn: day(fromOn), percent }));
  await change("2026-05-01", "2");
  await change("2026-05-01", "2.5");
  const rates = async (on: string) => {
    const { taxes } = await business.read((books) => readSaleTaxes(books, { accountId: null, on: day(on) }));
    return taxes.map(({ rate }) => rate);
  };
  expect(await rates("2026-04-30")).toEqual(["6", "1.125"]);
  expect(await rates("2026-05-01")).toEqual(["6", "2.5"]);
  await change("2026-06-15", "0");
  expect(await rates("2026-06-15")).toEqual(["6"]);
  const before = await till.walkIn([TAXED], [paidBy("cash", 107_11)], { on: "2026-04-30" });
  expect((await taxesOf(before.receiptId)).map(([, , rate]) => rate)).toEqual(["6", "1.125"]);
});

describe("whose tax it is", () => {
  const names = (accountId: string | null, on = "2026-06-30") =>
    business.read(async (books) =>
      (await readSaleTaxes(books, { accountId, on: day(on) })).taxes.map(({ name }) => name),
    );

  test("the customer's own before the business's", async () => {
    const { customerId, accountId } = greenleaf;
    await business.change((books) => chooseCustomerTax(books, { customerId, rateId: state }));
    expect(await names(accountId)).toEqual(["State tax"]);
    expect(await names(null)).toEqual(["State tax", "City tax"]);
    const { houseCharge } = await till.sell([TAXED], [paidBy("house-charge", 105_99)]);
    expect(await owed(houseCharge?.eventId)).toEqual({ "Tax agency": 6_00 });
  });

  test("the job's own before the customer's, where it is the customer's job", async () => {
    const { customerId, accountId } = greenleaf;
    await business.change((books) => chooseCustomerTax(books, { customerId, rateId: state }));
    const job = inputOf(NewJob, { customerId, name: "Patio", taxId: city });
    const office = { members: [], mayLimit: true };
    const { jobId } = await business.change((books) => createJob(books, job, office));
    const other = await business.customer("Other").write();
    const on = day("2026-06-30");
    const taxesOn = (account: string | null) =>
      business.read(async (books) =>
        (await readSaleTaxes(books, { accountId: account, jobId, on })).taxes.map(({ name }) => name),
      );
    expect(await taxesOn(accountId)).toEqual(["City tax"]);
    expect(await taxesOn(other.accountId)).toEqual(["State tax", "City tax"]);
    const invoiced = await business.read((books) =>
      readInvoiceTaxes(books, { customerId, jobId, issuedOn: on }),
    );
    expect(invoiced.map(({ name }) => name)).toEqual(["City tax"]);
    const counted = await business.read((books) => readCounterCustomer(books, customerId));
    expect(counted.jobs.find((each) => each.jobId === jobId)?.taxes?.taxes).toMatchObject([
      { name: "City tax" },
    ]);
    const { houseCharge } = await till.sell([TAXED], [paidBy("house-charge", 101_11)], { jobId });
    expect(await owed(houseCharge?.eventId)).toEqual({ "City of Barre": 1_12 });
  });

  test("none while a certificate holds, and all after its last day", async () => {
    const { customerId, accountId } = greenleaf;
    const given = inputOf(NewExemption, { customerId, certificate: "EX-77", expiresOn: day("2026-06-15") });
    await business.change((books) => exemptCustomer(books, given));
    expect(await names(accountId, "2026-06-15")).toEqual([]);
    expect(await names(accountId, "2026-06-16")).toEqual(["State tax", "City tax"]);
    const { receiptId } = await till.sell([TAXED], [paidBy("house-charge", 99_99)], { on: "2026-06-15" });
    expect(await taxesOf(receiptId)).toEqual([]);
    await business.change((books) => endExemption(books, customerId));
    expect(await names(accountId, "2026-06-15")).toEqual(["State tax", "City tax"]);
  });
});
