// Everything that the lists and pages say, to compare what they say of a moment with what they said then.
import { CUSTOMER_FILTERS, customerList } from "@/domain/customers/customer-list.ts";
import { creditMemoList } from "@/domain/invoices/credit-memo-list.ts";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { INVOICE_FILTERS } from "@/domain/invoices/invoice-state.ts";
import { jobList } from "@/domain/jobs/job-list.ts";
import { paymentList } from "@/domain/payments/payment-list.ts";
import { listCustomers } from "../customers/customer-list.ts";
import { readProfile } from "../customers/customer-profile.ts";
import { listCreditMemos } from "../invoices/credit-memo-list.ts";
import { readCreditMemo } from "../invoices/credit-memo-page.ts";
import { listInvoices } from "../invoices/invoice-list.ts";
import { readInvoice } from "../invoices/invoice-page.ts";
import { listJobs } from "../jobs/job-list.ts";
import { readJob } from "../jobs/job-page.ts";
import type { Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { listPayments } from "../payments/payment-list.ts";
import { readPayment } from "../payments/payment-page.ts";
import { listReceipts } from "../receipts/receipt-list.ts";
import { readReceipt } from "../receipts/receipt-page.ts";

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

export const namesOf = <Word extends string>(words: Readonly<Record<Word, unknown>>) =>
  Object.keys(words) as Word[];

/** Everything that the lists and pages say; `at` left out, now. */
export async function readAll(books: Books, at?: Moment) {
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
