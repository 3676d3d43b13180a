// An invoice credited: whole, by line and by amount, with the tax of each agency and what isn't held back any more; and the
// books clean after all of it.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import type { CreditChoice } from "@/domain/invoices/invoice-credit.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import type { TaxBasis } from "@/domain/receivables/tax-report.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { createJob } from "../jobs/jobs.ts";
import { readJob } from "../jobs/job-page.ts";
import { readTaxReport } from "../receivables/tax-report.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { WHOLE, amount, byLines, credited, line, twoAgencies } from "../testing/credits.ts";
import { desk, figuresOf, journalOf, type Desk } from "../testing/desk.ts";
import { issued, item } from "../testing/drafts.ts";
import { mergeInto } from "../testing/merging.ts";
import { readCreditMemo } from "./credit-memo-page.ts";
import { readCreditMemoPaper } from "./read-credit-memo-paper.ts";
import { readRetainage } from "./retainage-report.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let greenleaf: Account;
let at: Desk;
beforeEach(async () => {
  business = await freshBusiness({ startOn: "2026-01-01" });
  greenleaf = await business.customer("Greenleaf", { number: "C-7" }).write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const issue = (more: Partial<Draft> = {}) =>
  issued(business, { customerId: greenleaf.customerId, lines: [item("4", "25"), item("1", "60")], ...more });
const credit = (invoiceId: string, choice: CreditChoice, more: Parameters<typeof credited>[2] = {}) =>
  credited(business, { invoiceId, choice }, more);
const rows = (query: string) =>
  business.read(async ({ tx }) => [...(await tx.execute<Record<string, unknown>>(sql.raw(query)))]);
const taxes = async (basis: TaxBasis) => {
  const period = { basis, fromOn: day("2026-06-01"), throughOn: day("2026-06-30") };
  const { rows: agencies } = await business.read((books) => readTaxReport(books, period));
  return agencies.map((agency) => agency.taxCents);
};

test("by line: its tax goes back to each agency, and settles what is open of the invoice", async () => {
  await twoAgencies(business);
  const { invoiceId, eventId } = await issue();
  expect(await taxes("invoiced")).toEqual([9_60, 3_20]);
  const memo = await credit(invoiceId, byLines(line(1, "1"), amount(2, 10_00)), {
    reason: "Broken",
    notesToCustomer: "Sorry for that",
  });
  expect(memo).toMatchObject({
    number: "CM-00001",
    totalCents: 37_80,
    appliedCents: 37_80,
    period: "2026-06-01",
  });
  expect(
    await rows("select subtotal, tax, retainage, total, reason, notes_to_customer from books.credit_memos"),
  ).toEqual([
    {
      subtotal: 35_00,
      tax: 2_80,
      retainage: 0,
      total: 37_80,
      reason: "Broken",
      notes_to_customer: "Sorry for that",
    },
  ]);
  expect(
    await rows("select invoice_line, quantity, total, tax from books.credit_memo_lines order by line"),
  ).toEqual([
    { invoice_line: 1, quantity: "1.000000", total: 25_00, tax: 2_00 },
    { invoice_line: 2, quantity: null, total: 10_00, tax: 80 },
  ]);
  expect(await rows("select agency, base, tax from books.credit_memo_taxes order by line")).toMatchObject([
    { base: 35_00, tax: 2_10 },
    { agency: "City of Barre", base: 35_00, tax: 70 },
  ]);
  expect(await rows("select note from books.event_notes")).toEqual([{ note: "Sorry for that" }]);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 135_00, credit: 0 });
  expect(await taxes("invoiced")).toEqual([7_50, 2_50]);
  expect(await taxes("paid")).toEqual([0, 0]);
  await at.pay(135_00, "2026-06-25", [[eventId, 135_00]]);
  expect(await taxes("paid")).toEqual([7_50, 2_50]);
});

test("whole, when it was paid already: all of it is open credit, and nothing is left to credit", async () => {
  await twoAgencies(business);
  const { invoiceId, eventId } = await issue();
  await at.pay(172_80, "2026-06-16", [[eventId, 172_80]]);
  const memo = await credit(invoiceId, WHOLE);
  expect(memo).toMatchObject({ totalCents: 172_80, appliedCents: 0 });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 172_80 });
  expect(await taxes("invoiced")).toEqual([0, 0]);
  await expect(credit(invoiceId, WHOLE)).rejects.toMatchObject({ code: "nothing-credited" });
});

test("part of it is open: that is settled, and the rest is open credit", async () => {
  const { invoiceId, eventId } = await issue();
  await at.pay(100_00, "2026-06-16", [[eventId, 100_00]]);
  expect(await credit(invoiceId, { by: "amount", amountCents: cents(75_00) })).toMatchObject({
    appliedCents: 60_00,
  });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 0, credit: 15_00 });
});

test("what is held back of a line isn't any more, and what was released of it is credit", async () => {
  await twoAgencies(business);
  const { invoiceId } = await issue({ retainage: "10%" });
  const held = async () => {
    const { withheldCents, releasedCents, heldCents } = await business.read((books) =>
      readRetainage(books, day("2026-06-30")),
    );
    return [withheldCents, releasedCents, heldCents];
  };
  expect(await held()).toEqual([16_00, 0, 16_00]);
  const memo = await credit(invoiceId, byLines(line(1, "2")));
  expect(memo.totalCents).toBe(49_00);
  expect(await held()).toEqual([11_00, 0, 11_00]);
  expect(await journalOf(business, memo.eventId)).toEqual({
    revenue: 50_00,
    "sales-tax": 3_00,
    null: 1_00,
    "retainage-receivable": -5_00,
    receivable: -49_00,
  });
  await at.release(invoiceId, 5_00, "2026-06-21");
  expect(await credit(invoiceId, byLines(line(1, "2")), { on: "2026-06-22" })).toMatchObject({
    totalCents: 54_00,
  });
  expect(await held()).toEqual([11_00, 5_00, 6_00]);
});

test("a line that was held back in full makes no credit", async () => {
  const { invoiceId } = await issue({ lines: [item("1", "50", { retainage: "100%" }), item("1", "10")] });
  const memo = await credit(invoiceId, byLines(line(1, "1")));
  expect(memo).toMatchObject({ totalCents: 0, appliedCents: 0 });
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 10_00, credit: 0, retained: 0 });
  await at.reverse(memo.eventId, "2026-06-21");
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 10_00, credit: 0, retained: 50_00 });
});

test("reversed, it credited nothing: the line bears all of it again", async () => {
  await twoAgencies(business);
  const { invoiceId, eventId } = await issue({ retainage: "10%" });
  const memo = await credit(invoiceId, WHOLE);
  await expect(at.reverse(eventId, "2026-06-21")).rejects.toMatchObject({ code: "credited-since" });
  await at.reverse(memo.eventId, "2026-06-21");
  expect(await taxes("invoiced")).toEqual([9_60, 3_20]);
  expect(await figuresOf(business, greenleaf)).toMatchObject({ items: 156_80, credit: 0, retained: 16_00 });
  expect((await credit(invoiceId, WHOLE, { on: "2026-06-22" })).totalCents).toBe(156_80);
});

test("of a customer who was merged it credits the one that stays; of a closed job it passes", async () => {
  const wall = inputOf(NewJob, { customerId: greenleaf.customerId, number: "J-0", name: "Wall" });
  const { jobId } = await business.change((books) => createJob(books, wall, { members: [], mayLimit: true }));
  const { invoiceId, eventId } = await issue({ jobId });
  await at.pay(160_00, "2026-06-16", [[eventId, 160_00]]);
  await business.change(({ tx }) => tx.execute(sql`update books.jobs set status = 'closed'`));
  const before = await business.read((books) => readJob(books, jobId));
  const stays = await business.customer("Stays").write();
  await mergeInto(business, [greenleaf, stays], { on: "2026-06-17" });
  expect(await credit(invoiceId, byLines(line(1, "2")))).toMatchObject({
    totalCents: 50_00,
    appliedCents: 0,
  });
  expect(await figuresOf(business, stays)).toMatchObject({ credit: 50_00 });
  const after = await business.read((books) => readJob(books, jobId));
  expect([before.billedCents, after.billedCents, after.paidCents]).toEqual([160_00, 110_00, 160_00]);
});

test("its page and its paper say what it credits, what that settled and what is open", async () => {
  await twoAgencies(business);
  const { invoiceId, number } = await issue({ notesToCustomer: "On the invoice" });
  await credit(invoiceId, { by: "amount", amountCents: cents(150_00) });
  const last = await credit(invoiceId, WHOLE, { reason: "Broken", notesToCustomer: "Sorry" });
  const page = await business.read((books) => readCreditMemo(books, last.creditMemoId));
  expect(page).toMatchObject({
    number: "CM-00002",
    invoice: { invoiceId, number },
    receipt: null,
    totalCents: 22_80,
    appliedCents: 22_80,
    openCents: 0,
    reason: "Broken",
    settled: [{ invoiceId, amountCents: 22_80 }],
    taxes: [{ rate: "6" }, { rate: "2" }],
    reversedBy: null,
  });
  const as = { name: "Test Supply", locale: "en-US", country: "US" };
  const paper = await business.read((books) => readCreditMemoPaper(books, last.creditMemoId, as));
  expect(paper).toMatchObject({
    number: "CM-00002",
    credits: number,
    notes: "Sorry",
    totalCents: 22_80,
    isVoid: false,
  });
  const byHand = await at.memo(5_00, "2026-06-20");
  await expect(
    business.read((books) => readCreditMemoPaper(books, byHand.creditMemoId, as)),
  ).rejects.toMatchObject({ code: "not-found" });
});
