// A line with a rate of its own: taxed by its agencies, copied and made again with it, credited by it, and reported once.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import { NewSchedule } from "@/domain/invoices/recurring-input.ts";
import { namedTaxes } from "@/domain/invoices/line-taxes.ts";
import { inputOf } from "@/domain/input-of.ts";
import { day } from "@/domain/values/day.ts";
import { readTaxes } from "../business/read-taxes.ts";
import {
  addAgency,
  addCombined,
  addRate,
  archiveRate,
  changeRate,
  chooseDefault,
} from "../business/taxes.ts";
import { exemptCustomer } from "../customers/customer-taxes.ts";
import { readTaxReport } from "../receivables/tax-report.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { WHOLE, byLines, credited, line } from "../testing/credits.ts";
import { journalOf } from "../testing/desk.ts";
import { MAY, draftOf, issued, item } from "../testing/drafts.ts";
import { correctInvoice, duplicateInvoice } from "./copy-invoice.ts";
import { readDraft, startDraft } from "./drafts.ts";
import { readInvoice } from "./invoice-page.ts";
import { readTaxes as readDraftTaxes, readTaxesOfLines } from "./invoice-taxes.ts";
import { issueDraft } from "./issue-draft.ts";
import { makeScheduled, startSchedule } from "./recurring.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
/** State 6 % and city 2 % are every sale's; food bears the state's reduced 2 % and the city's. */
let rates: Record<"state" | "food" | "reduced", string>;
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  greenleaf = await business.customer("Greenleaf").write();
  const first = (await business.read(readTaxes)).agencies[0]?.agencyId ?? "";
  const { agencyId } = await business.change((books) => addAgency(books, { name: "City of Barre" }));
  const add = async (name: string, of: string, percent: string) =>
    (await business.change((books) => addRate(books, { name, agencyId: of, percent }))).rateId;
  const combine = async (name: string, rateIds: string[]) =>
    (await business.change((books) => addCombined(books, { name, rateIds }))).rateId;
  const [state, city, reduced] = [
    await add("State tax", first, "6"),
    await add("City tax", agencyId, "2"),
    await add("Reduced", first, "2"),
  ];
  const rateId = await combine("Both", [state, city]);
  await business.change((books) => chooseDefault(books, { version: 1, rateId }));
  rates = { state, reduced, food: await combine("Food", [reduced, city]) };
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

/** 100.00 taxed like every sale, 50.00 as food, 20.00 by the state alone, and 5.00 not at all. */
const lines = () => [
  item("1", "100"),
  item("2", "25", { taxRateId: rates.food }),
  item("1", "20", { taxRateId: rates.state }),
  item("1", "5", { taxable: false }),
];
const issue = () => issued(business, { customerId: greenleaf.customerId, lines: lines() });
const read = (invoiceId: string) => business.read((books) => readInvoice(books, invoiceId));
const started = (more = {}) =>
  business.change((books) =>
    startDraft(
      books,
      inputOf(DraftInput, draftOf({ customerId: greenleaf.customerId, lines: lines(), ...more })),
    ),
  );
const report = async () => {
  const period = { basis: "invoiced" as const, fromOn: day("2026-06-01"), throughOn: day("2026-06-30") };
  const { rows } = await business.read((books) => readTaxReport(books, period));
  return rows.map(({ taxCents, taxableCents }) => [taxCents, taxableCents]);
};

test("each rate is rounded once on the lines that bear it, posted by agency, and each sale reported once", async () => {
  const { invoiceId, eventId, totalCents } = await issue();
  const { taxes, lines: shown } = await read(invoiceId);
  expect(taxes.map(({ name, baseCents, taxCents }) => [name, baseCents, taxCents])).toEqual([
    ["State tax", 120_00, 7_20],
    ["City tax", 150_00, 3_00],
    ["Reduced", 50_00, 1_00],
  ]);
  expect(shown.map((each) => each.taxCents)).toEqual([8_00, 2_00, 1_20, 0]);
  expect(totalCents).toBe(186_20);
  expect(await journalOf(business, eventId)).toMatchObject({
    receivable: 186_20,
    "sales-tax": -8_20,
    revenue: -175_00,
  });
  expect(await report()).toEqual([
    [8_20, 170_00],
    [3_00, 150_00],
  ]);
});

test("a credit memo by line gives each agency back what that line bore, and the rest the rest", async () => {
  const { invoiceId } = await issue();
  const memo = await credited(business, { invoiceId, choice: byLines(line(2, "1")) });
  const back = () =>
    business.read(({ tx }) =>
      tx.execute(sql`select name, base, tax from books.credit_memo_taxes order by credit_memo_id, line`),
    );
  expect(memo.totalCents).toBe(26_00);
  expect([...(await back())]).toEqual([
    { name: "State tax", base: 0, tax: 0 },
    { name: "City tax", base: 25_00, tax: 50 },
    { name: "Reduced", base: 25_00, tax: 50 },
  ]);
  expect(await report()).toEqual([
    [7_70, 145_00],
    [2_50, 125_00],
  ]);
  expect((await credited(business, { invoiceId, choice: WHOLE })).totalCents).toBe(160_20);
  expect(await report()).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test("a copy, a correction and one that comes again keep it", async () => {
  const { invoiceId } = await issue();
  const copied = { invoiceId, locale: "en-US" };
  const own = [null, rates.food, rates.state, null];
  for (const copy of [duplicateInvoice, correctInvoice]) {
    const { draftId } = await business.change((books) => copy(books, copied));
    const { draft } = await business.read((books) => readDraft(books, draftId));
    expect(draft.lines.map((each) => each.taxRateId)).toEqual(own);
    expect(draft.lineTaxes.map((each) => each.name)).toEqual(["Food", "State tax"]);
  }
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
  expect(row?.total).toBe(186_20);
});

test("another percentage since it was seen is said before it is issued", async () => {
  const { draftId, version } = await started();
  const { draft } = await business.read((books) => readDraft(books, draftId));
  const seenNow = async () => ({
    taxes: await business.read((books) => readDraftTaxes(books, draft)),
    lineTaxes: namedTaxes(await business.read((books) => readTaxesOfLines(books, draft))),
  });
  const issueSeen = (seen: Awaited<ReturnType<typeof seenNow>>) =>
    business.change((books) => issueDraft(books, { draftId, version, seen }, MAY));
  const before = await seenNow();
  await business.change((books) =>
    changeRate(books, { rateId: rates.reduced, percent: "3", fromOn: day("2026-06-01") }),
  );
  await expect(issueSeen(before)).rejects.toMatchObject({
    code: "tax-changed",
    details: { lineTaxes: [{ name: "Food", taxes: [{ rate: "3" }, { rate: "2" }] }, { name: "State tax" }] },
  });
  expect((await issueSeen(await seenNow())).totalCents).toBe(186_70);
});

test("a rate that was put away isn’t billed, one that isn’t there isn’t kept, and who is exempt bears none", async () => {
  await expect(
    started({ lines: [item("1", "1", { taxRateId: greenleaf.customerId })] }),
  ).rejects.toMatchObject({ code: "not-found", details: { field: "lines.0.taxRateId" } });
  await business.change((books) => archiveRate(books, rates.food));
  await expect(issue()).rejects.toMatchObject({
    code: "draft-unfinished",
    details: { field: "lines.1.taxRateId" },
  });
  const exempt = {
    customerId: greenleaf.customerId,
    certificate: "EX-1",
    expiresOn: null,
    attachmentId: null,
  };
  await business.change((books) => exemptCustomer(books, exempt));
  const own = [item("1", "20", { taxRateId: rates.state })];
  expect(await issued(business, { customerId: greenleaf.customerId, lines: own })).toMatchObject({
    totalCents: 20_00,
  });
});
