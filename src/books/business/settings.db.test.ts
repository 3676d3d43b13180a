// Settings: kept part by part, from the version that was seen, and two changes at once never overwrite each other. Numbers
// go on where they are, whatever they are called.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewCustomer } from "@/domain/customers/customer-input.ts";
import { NewReceipt } from "@/domain/receipts/receipt.ts";
import { TaxSettings } from "@/domain/business/settings.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { createCustomer } from "../customers/customers.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { recordReceipt } from "../receipts/receipts.ts";
import {
  changeCredit,
  changeDetails,
  changeReturnedFee,
  changeSeries,
  changeTax,
  readSettings,
} from "./settings.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
beforeEach(async () => {
  business = await freshBusiness();
});
afterEach(async () => {
  expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [] });
});
afterAll(closePool);

const settings = () => business.read(readSettings);
const tax = (version: number, taxRate: string, taxName = "VAT") =>
  business.change((books) => changeTax(books, inputOf(TaxSettings, { version, taxName, taxRate })));

test("a new business taxes nothing, charges no fee, and numbers from one", async () => {
  expect(await settings()).toEqual({
    version: 1,
    taxName: "Sales tax",
    taxRate: null,
    taxAnswered: false,
    returnedFeeCents: null,
    countEarmarked: false,
    holdAfterDays: null,
    holdOverCents: null,
    approveAboveCents: null,
    invoicePolicy: "warn",
    chargeProof: "none",
    addressLines: [],
    phone: "",
    email: "",
    paper: "LETTER",
    language: "en",
    linkCheck: "none",
    series: {
      customer: { prefix: "C-", padding: 4, next: 1 },
      job: { prefix: "J-", padding: 4, next: 1 },
      invoice: { prefix: "INV-", padding: 5, next: 1 },
      "credit-memo": { prefix: "CM-", padding: 5, next: 1 },
      payment: { prefix: "P-", padding: 5, next: 1 },
      deposit: { prefix: "D-", padding: 5, next: 1 },
      receipt: { prefix: "R-", padding: 5, next: 1 },
      statement: { prefix: "S-", padding: 5, next: 1 },
    },
  });
});

test("each part is kept by itself, and the rest stays", async () => {
  await tax(1, "6.875");
  const fee = { version: 2, returnedFeeCents: cents(35_00) };
  await business.change((books) => changeReturnedFee(books, fee));
  await business.change((books) => changeCredit(books, { version: 3, countEarmarked: true }));
  const details = { addressLines: ["1 Elm St", "Barre"], phone: "555", email: "a@b.example" };
  await business.change((books) => changeDetails(books, { version: 4, ...details }));
  await business.change((books) =>
    changeSeries(books, { version: 5, series: "invoice", prefix: "2026/", padding: 3 }),
  );
  const now = await settings();
  expect(now).toMatchObject({
    version: 6,
    taxName: "VAT",
    taxRate: "6.875",
    returnedFeeCents: 35_00,
    countEarmarked: true,
    ...details,
  });
  expect(now.series.invoice).toEqual({ prefix: "2026/", padding: 3, next: 1 });
  await tax(6, "0");
  await business.change((books) => changeReturnedFee(books, { version: 7, returnedFeeCents: null }));
  expect(await settings()).toMatchObject({
    taxRate: null,
    taxAnswered: true,
    returnedFeeCents: null,
    countEarmarked: true,
  });
});

test("what was seen in an older version is refused with what stands now of that part", async () => {
  await tax(1, "5");
  await expect(tax(1, "6")).rejects.toMatchObject({
    code: "changed-meanwhile",
    details: { version: 2, now: { taxName: "VAT", taxRate: "5" } },
  });
  const series = { version: 1, series: "payment", prefix: "X", padding: 2 } as const;
  await expect(business.change((books) => changeSeries(books, series))).rejects.toMatchObject({
    details: { now: { prefix: "P-", padding: "5" } },
  });
  expect(await settings()).toMatchObject({ version: 2, taxRate: "5", series: { payment: { prefix: "P-" } } });
});

test("two at once: one is kept, the other hears of it", async () => {
  const both = await Promise.allSettled([tax(1, "5"), tax(1, "6")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await settings()).version).toBe(2);
});

const SALE = {
  accountId: null,
  issuedOn: day("2026-06-01"),
  lines: [{ productId: null, description: "Rake", quantity: "1", unitPrice: "9", taxable: false }],
  tenders: [{ tender: "cash" as const, amountCents: cents(9_00) }],
};

test("numbers go on under their new name, and none comes twice, even while they are taken", async () => {
  const take = async () =>
    (await business.change((books) => recordReceipt(books, inputOf(NewReceipt, SALE)))).number;
  const name = (version: number, prefix: string, padding: number) =>
    business.change((books) => changeSeries(books, { version, series: "receipt", prefix, padding }));
  expect([await take(), await take()]).toEqual(["R-00001", "R-00002"]);
  await name(1, "26-", 3);
  expect(await take()).toBe("26-003");
  const [, ...taken] = await Promise.all([name(2, "27-", 2), ...Array.from({ length: 8 }, take)]);
  const counts = taken.map((number) => Number(number.split("-")[1]));
  expect(counts.sort((a, b) => a - b)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  expect(taken.every((number) => /^(26-\d{3}|27-\d{2})$/.test(number))).toBe(true);
  expect((await settings()).series.receipt).toEqual({ prefix: "27-", padding: 2, next: 12 });
});

test("what is said to come next is what will be given, past what somebody typed", async () => {
  const elsewhere = await freshBusiness();
  const add = (number?: string) =>
    elsewhere.change((books) =>
      createCustomer(books, inputOf(NewCustomer, { name: "Pine", ...(number && { number }) })),
    );
  for (const number of ["C-0001", "C-0002", "C-00003"]) await add(number);
  const { series } = await elsewhere.read(readSettings);
  expect(series.customer).toEqual({ prefix: "C-", padding: 4, next: 3 });
  expect(await add()).toMatchObject({ number: "C-0003" });
});

test("another business's settings are its own", async () => {
  const elsewhere = await freshBusiness();
  await tax(1, "9");
  expect(await elsewhere.read(readSettings)).toMatchObject({ version: 1, taxRate: null });
});
