// What is sold at a location of the customer's is taxed there: when it is reckoned, when it is issued, and when it is billed again.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import { NewSchedule } from "@/domain/invoices/recurring-input.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { day } from "@/domain/values/day.ts";
import { readTaxes as readRates } from "../business/read-taxes.ts";
import { addRate, changeRate, chooseDefault } from "../business/taxes.ts";
import { chooseCustomerTax, chooseLocationTax } from "../customers/customer-taxes.ts";
import { addLocation, removeLocation } from "../customers/locations.ts";
import { createJob } from "../jobs/jobs.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { MAY, issued, item } from "../testing/drafts.ts";
import { correctInvoice, duplicateInvoice } from "./copy-invoice.ts";
import { readDraft } from "./drafts.ts";
import { readTaxes } from "./invoice-taxes.ts";
import { issueDraft } from "./issue-draft.ts";
import { makeScheduled, startSchedule } from "./recurring.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let [state, city, yard] = ["", "", ""];
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  greenleaf = await business.customer("Greenleaf").write();
  const agencyId = (await business.read(readRates)).agencies[0]?.agencyId ?? "";
  const rate = async (name: string, percent: string) =>
    (await business.change((books) => addRate(books, { name, agencyId, percent }))).rateId;
  state = await rate("State tax", "6");
  city = await rate("City tax", "8");
  await business.change((books) => chooseDefault(books, { version: 1, rateId: state }));
  yard = await locationOf(greenleaf, "Yard");
  await business.change((books) => chooseLocationTax(books, { locationId: yard, rateId: city }));
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const locationOf = async ({ customerId }: Account, name: string) => {
  const location = { customerId, name, addressLines: ["2 Elm St"] };
  return (await business.change((books) => addLocation(books, location))).locationId;
};
const STATE = [{ name: "State tax", agency: "Tax agency", rate: "6" }];
const CITY = [{ name: "City tax", agency: "Tax agency", rate: "8" }];
const atYard = (more: Partial<Draft> = {}) =>
  issued(business, {
    customerId: greenleaf.customerId,
    locationId: yard,
    lines: [item("1", "100")],
    ...more,
  });
const draft = async (draftId: string) => (await business.read((books) => readDraft(books, draftId))).draft;
const copied = (invoiceId: string) => ({ invoiceId, locale: "en-US" });

test("a location’s tax goes before the customer’s, the job’s before both, and one that was removed has none", async () => {
  const { customerId } = greenleaf;
  const { jobId } = await business.change((books) =>
    createJob(books, inputOf(NewJob, { customerId, number: "J-1", name: "Wall", taxId: state }), {
      members: [],
      mayLimit: true,
    }),
  );
  const none = await locationOf(greenleaf, "Office");
  const stranger = await locationOf(await business.customer("Barre Farm").write(), "Field");
  await business.change((books) => chooseLocationTax(books, { locationId: stranger, rateId: city }));
  const rates = async (where: { jobId?: string; locationId?: string }) => {
    const sale = { customerId, ...where, issuedOn: null };
    return (await business.read((books) => readTaxes(books, sale))).map(({ rate }) => rate);
  };
  expect(await rates({ locationId: yard })).toEqual(["8"]);
  expect(await rates({ locationId: none })).toEqual(["6"]);
  expect(await rates({ locationId: stranger })).toEqual(["6"]);
  expect(await rates({ jobId, locationId: yard })).toEqual(["6"]);
  await business.change((books) => chooseCustomerTax(books, { customerId, rateId: city }));
  await business.change((books) => chooseLocationTax(books, { locationId: yard, rateId: state }));
  expect(await rates({ locationId: yard })).toEqual(["6"]);
  expect(await rates({ locationId: none })).toEqual(["8"]);
  await business.change((books) => removeLocation(books, yard));
  expect(await rates({ locationId: yard })).toEqual(["8"]);
});

test("a copy and a correction are at the same location, and taxed there", async () => {
  const { invoiceId, totalCents } = await atYard();
  expect(totalCents).toBe(108_00);
  for (const copy of [duplicateInvoice, correctInvoice]) {
    const { draftId, version } = await business.change((books) => copy(books, copied(invoiceId)));
    expect(await draft(draftId)).toMatchObject({ locationId: yard, taxes: CITY });
    const again = { draftId, version, seen: { taxes: CITY } };
    expect((await business.change((books) => issueDraft(books, again, MAY))).totalCents).toBe(108_00);
  }
});

test("what comes again like an invoice is taxed at its location", async () => {
  const { invoiceId } = await atYard();
  const made = await business.change(async (books) => {
    const like = { kind: "invoice" as const, id: invoiceId };
    const weekly = { every: "week", day: null, endsOn: null, count: null, as: "issued" } as const;
    const input = inputOf(NewSchedule, { like, ...weekly, startsOn: books.today });
    const { scheduleId, nextOn } = await startSchedule(books, input, "en-US");
    return makeScheduled(books, { scheduleId, on: nextOn });
  });
  const [row] = await business.read(({ tx }) =>
    tx.execute<{ total: number }>(sql`select total from books.invoices where number = ${made?.number ?? ""}`),
  );
  expect(row?.total).toBe(108_00);
});

test("a copy says the tax that the invoice bore, so that another one by now is told", async () => {
  const lines = [item("1", "50", { taxRateId: state }), item("1", "100")];
  const [plain, mixed, untaxed] = [
    await atYard(),
    await atYard({ lines }),
    await atYard({ lines: [item("1", "9", { taxable: false })] }),
  ];
  await business.change((books) =>
    changeRate(books, { rateId: city, percent: "9", fromOn: day("2026-06-01") }),
  );
  await business.change((books) => removeLocation(books, yard));
  const told = async ({ invoiceId }: { invoiceId: string }) => {
    const { draftId } = await business.change((books) => duplicateInvoice(books, copied(invoiceId)));
    return (await draft(draftId)).taxes;
  };
  expect(await told(plain)).toEqual(CITY);
  expect(await told(mixed)).toEqual(CITY);
  expect(await told(untaxed)).toEqual(STATE);
  const { draftId, version } = await business.change((books) =>
    duplicateInvoice(books, copied(plain.invoiceId)),
  );
  const unseen = { draftId, version, seen: { taxes: CITY } };
  await expect(business.change((books) => issueDraft(books, unseen, MAY))).rejects.toMatchObject({
    code: "tax-changed",
    details: { taxes: STATE },
  });
});
