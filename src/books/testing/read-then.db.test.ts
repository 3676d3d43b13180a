// What lists and pages say of a moment that is past is what they said when it was now: each is read after every step of a
// story, and all of it once more at the end, as of that day and as known at that instant.
import { afterAll, beforeAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { CUSTOMER_FILTERS, customerList } from "@/domain/customers/customer-list.ts";
import { inputOf } from "@/domain/input-of.ts";
import { creditMemoList } from "@/domain/invoices/credit-memo-list.ts";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { INVOICE_FILTERS } from "@/domain/invoices/invoice-state.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { jobList } from "@/domain/jobs/job-list.ts";
import { paymentList } from "@/domain/payments/payment-list.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { listCustomers } from "../customers/customer-list.ts";
import { readProfile } from "../customers/customer-profile.ts";
import { listCreditMemos } from "../invoices/credit-memo-list.ts";
import { readCreditMemo } from "../invoices/credit-memo-page.ts";
import { listInvoices } from "../invoices/invoice-list.ts";
import { readInvoice } from "../invoices/invoice-page.ts";
import { listJobs } from "../jobs/job-list.ts";
import { readJob } from "../jobs/job-page.ts";
import { createJob } from "../jobs/jobs.ts";
import type { Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { listPayments } from "../payments/payment-list.ts";
import { readPayment } from "../payments/payment-page.ts";
import { listReceipts } from "../receipts/receipt-list.ts";
import { readReceipt } from "../receipts/receipt-page.ts";
import { readAccountPage } from "../receivables/account-page.ts";
import { freshBusiness, ledger, type Account } from "../story/ledger-dsl.ts";
import { desk, instant } from "./desk.ts";
import { mergeInto } from "./merging.ts";

afterAll(closePool);

type Business = Awaited<ReturnType<typeof freshBusiness>>;

/** Small pages, so that every list has a next one. */
const SIZE = 3;

async function paged<Row>(
  page: (cursor?: string) => Promise<{ rows: Row[]; next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ;) {
    const { rows: more, next } = await page(cursor);
    rows.push(...more);
    if (next === null) return rows;
    cursor = next;
  }
}

const namesOf = <Word extends string>(words: Readonly<Record<Word, unknown>>) => Object.keys(words) as Word[];

/** Everything that the lists and pages say; `at` left out, now. */
async function readAll(books: Books, at?: Moment) {
  const then = at && { at };
  const all: Record<string, unknown> = {};
  const keep = async <Row>(name: string, page: Parameters<typeof paged<Row>>[0]) => {
    const rows = await paged(page);
    all[name] = rows;
    return rows;
  };
  for (const [sort, state] of [
    ...namesOf(invoiceList.sorts).map((each) => [each, undefined] as const),
    ...namesOf(INVOICE_FILTERS).map((each) => ["left", each] as const),
  ])
    await keep(`invoices by ${sort}, ${state}`, (cursor) =>
      listInvoices(books, { sort, state, cursor, ...then }, SIZE),
    );
  for (const [sort, show] of [
    ...namesOf(customerList.sorts).map((each) => [each, undefined] as const),
    ...namesOf(CUSTOMER_FILTERS).map((each) => ["overdue", each] as const),
  ])
    await keep(`customers by ${sort}, ${show}`, (cursor) =>
      listCustomers(books, { sort, show, cursor, ...then }, SIZE),
    );
  for (const open of [undefined, "yes"] as const) {
    for (const sort of namesOf(paymentList.sorts))
      await keep(`payments by ${sort}, ${open}`, (cursor) =>
        listPayments(books, { sort, open, cursor, ...then }, SIZE),
      );
    for (const sort of namesOf(creditMemoList.sorts))
      await keep(`credit memos by ${sort}, ${open}`, (cursor) =>
        listCreditMemos(books, { sort, open, cursor, ...then }, SIZE),
      );
  }
  for (const sort of namesOf(jobList.sorts))
    await keep(`jobs by ${sort}`, (cursor) => listJobs(books, { sort, cursor, ...then }, SIZE));
  await keep("receipts", (cursor) => listReceipts(books, { cursor, ...then }, SIZE));

  const every = async <Row>(list: Promise<{ rows: Row[] }>, read: (row: Row) => Promise<object>) => {
    const read_ = [];
    for (const row of (await list).rows) read_.push(await read(row));
    return read_;
  };
  all["each invoice"] = await every(listInvoices(books, { ...then }), ({ invoiceId }) =>
    readInvoice(books, invoiceId, at),
  );
  // The account that could take it is today's, for whoever applies it.
  all["each payment"] = await every(listPayments(books, { ...then }), async ({ paymentId }) => {
    const { account: _account, ...payment } = await readPayment(books, paymentId, at);
    return payment;
  });
  all["each credit memo"] = await every(listCreditMemos(books, { ...then }), ({ creditMemoId }) =>
    readCreditMemo(books, creditMemoId, at),
  );
  const house = { name: "Test Supply", country: "US", ...then };
  all["each receipt"] = await every(listReceipts(books, { ...then }), ({ receiptId }) =>
    readReceipt(books, receiptId, house),
  );
  all["each job"] = await every(listJobs(books, { ...then }), ({ jobId }) => readJob(books, jobId, at));
  all["each customer"] = await every(listCustomers(books, { ...then }), ({ customerId }) =>
    readProfile(books, customerId, at),
  );
  return all;
}

let business: Business;
let greenleaf: Account;
const told: { step: string; on: string; at: string; all: Awaited<ReturnType<typeof readAll>> }[] = [];

/** Does something on a day, and keeps what is said of everything at its end. */
async function step(
  name: string,
  on: string,
  work: (business: ReturnType<typeof onDay>) => Promise<unknown>,
) {
  const that = onDay(on);
  await work(that);
  const all = await that.read((books) => readAll(books));
  told.push({ step: name, on, at: await instant(business), all });
}

const onDay = (on: string) => ledger({ ...business.asker, today: day(on) });

beforeAll(async () => {
  business = await freshBusiness({ today: "2026-07-31" });
  const limited = { limitCents: cents(125_00), addressLines: ["1 Elm St"] };
  greenleaf = await business.customer("Greenleaf", { number: "C-7", ...limited }).write();
  const acme = await business.customer("Acme", { number: "C-8" }).write();
  const { jobId } = await business.change((books) =>
    createJob(books, inputOf(NewJob, { customerId: greenleaf.customerId, name: "Oak Street" }), {
      members: [],
      mayLimit: true,
    }),
  );
  const at = (on: Parameters<typeof desk>[0], account = greenleaf) => desk(on, account);
  let [first, second, paid, late, memo] = [0, 0, 0, 0, 0];
  await step("invoices", "2026-01-10", async (on) => {
    first = (await at(on).invoice(100_00, "2026-01-10", { dueOn: "2026-02-09", jobId })).eventId;
    await at(on, acme).invoice(8_00, "2026-01-05", { dueOn: "2026-07-01" });
  });
  await step("a payment in part", "2026-02-01", async (on) => {
    paid = (await at(on).pay(70_00, "2026-02-01", [[first, 40_00]])).eventId;
  });
  await step("another invoice, with retainage", "2026-02-20", async (on) => {
    second = (await at(on).invoice(90_00, "2026-02-20", { dueOn: "2026-03-22", retainage: 9_00, jobId }))
      .eventId;
    await at(on).invoice(12_00, "2026-02-20", { retainage: 12_00, jobId });
  });
  await step("a charge of the counter", "2026-02-21", (on) =>
    on
      .account(greenleaf)
      .bought([["Stone", "2", "5.00"]], "2026-02-21")
      .write(),
  );
  await step("a credit memo", "2026-03-01", async (on) => {
    memo = (await at(on).memo(15_00, "2026-03-01", [[second, 5_00]])).eventId;
  });
  await step("what was written down late", "2026-03-10", async (on) => {
    late = (await at(on).pay(6_00, "2026-02-15", [[first, 6_00]])).eventId;
  });
  await step("un-applied", "2026-03-15", (on) => at(on).unApply(paid, first, "2026-03-15"));
  await step("a refund", "2026-03-16", (on) => at(on).refund(20_00, "2026-03-16", paid));
  await step("given up", "2026-04-01", (on) => at(on).writeOff(second, 10_00, "2026-04-01"));
  await step("the memo reversed", "2026-04-10", (on) => at(on).reverse(memo, "2026-04-10"));
  await step("the check came back", "2026-04-20", (on) => at(on).bounce(late, "2026-04-20", 25_00));
  await step("voided", "2026-05-02", async (on) => {
    const wrong = await at(on, acme).invoice(3_00, "2026-05-01");
    await at(on, acme).reverse(wrong.eventId, "2026-05-02");
  });
  await step("all paid", "2026-05-20", (on) => at(on).pay(400_00, "2026-05-20", "oldest-first"));
}, 120_000);

test("every list and page says of a moment what it said then", { timeout: 120_000 }, async () => {
  expect(told.length).toBe(13);
  for (const { step: name, on, at, all } of told) {
    const then = await business.read((books) => readAll(books, { asOf: day(on), knownAt: at }));
    for (const [what, said] of Object.entries(all))
      expect([name, what, then[what]]).toEqual([name, what, said]);
  }
  // None of them was empty all the time, but for those that this story has nothing for.
  const never = Object.keys(told[0]?.all ?? {}).filter((what) =>
    told.every(({ all }) => (all[what] as unknown[]).length === 0),
  );
  expect(never.filter((what) => !/, (archived|empty)$/.test(what))).toEqual([]);
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

test("what was written down late counts on its day, once it is known", async () => {
  const openOn = (asOf: string) =>
    business.read(async (books) => {
      const { rows } = await listInvoices(books, {
        customerId: greenleaf.customerId,
        at: { asOf: day(asOf), knownAt: null },
      });
      return rows.map((row) => [row.totalCents, row.openCents, row.state]);
    });
  expect(await openOn("2026-02-14")).toEqual([[100_00, 60_00, "overdue"]]);
  expect(await openOn("2026-02-15")).toEqual([[100_00, 54_00, "overdue"]]);
  expect(await openOn("2026-01-09")).toEqual([]);
});

test("what came later isn't there: the page of an invoice that wasn't issued yet is not found", async () => {
  const [row] = (await business.read((books) => listInvoices(books, { sort: "issued" }))).rows;
  const read = business.read((books) =>
    readInvoice(books, row?.invoiceId ?? "", { asOf: day("2026-01-01"), knownAt: null }),
  );
  await expect(read).rejects.toMatchObject({ code: "not-found" });
});

test("of who was merged into another, the other's row says what their account says", async () => {
  const here = await freshBusiness();
  const twin = await here.customer("Twin", { number: "C-2" }).invoice("30.00", "2026-01-05").write();
  const kept = await here.customer("Kept", { number: "C-1" }).invoice("7.00", "2026-01-02").write();
  await mergeInto(here, [twin, kept], { on: "2026-03-01" });
  const at: Moment = { asOf: day("2026-02-01"), knownAt: null };
  for (const sort of namesOf(customerList.sorts)) {
    const { rows } = await here.read((books) => listCustomers(books, { sort, at }));
    expect(rows.map(({ number, balanceCents }) => [number, balanceCents])).toEqual([["C-1", 37_00]]);
  }
  const page = await here.read((books) => readAccountPage(books, at, { customer: kept.customerId }));
  expect(page.figures.balanceCents).toBe(37_00);
  const read = await here.read((books) => readProfile(books, kept.customerId, at));
  expect(read.balanceCents).toBe(37_00);
});
