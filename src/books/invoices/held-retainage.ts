// What customers hold back and nobody has billed yet: whose, on which job, of which invoice and line, as it can be billed, and
// on what its release waits.
import { sql } from "drizzle-orm";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import { billableOf, readBillable, type Billable } from "../jobs/billable.ts";
import { ownJobs, type WhoseJobs } from "../jobs/own-jobs.ts";
import type { Books } from "../open.ts";
import { LISTED, readHeldLinesOf, type HeldLines, type Narrowed } from "./held-lines.ts";

/** Its lines by job, then in the order in which they were issued. */
export type HeldAccount = HeldLines & {
  accountId: string;
  customerId: string;
  customerNumber: string;
  name: string;
  currency: string;
  terms: string;
  months: PostingMonths;
};

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readHeldAccount(
  books: Books,
  { customer, currency, ...narrowed }: { customer: string; currency?: string | undefined } & Narrowed,
  whose: WhoseJobs,
): Promise<HeldAccount> {
  const account = await readAccount(books, customer, currency);
  const { accountId, customerId, customerNumber, name, terms } = account;
  const [held, months] = await Promise.all([
    readHeldLinesOf(books, { accountId, ...narrowed }, whose),
    readPostingMonths(books),
  ]);
  return {
    accountId,
    customerId,
    customerNumber,
    name,
    terms,
    currency: account.currency,
    ...held,
    months,
  };
}

export type Holder = {
  customerId: string;
  number: string;
  name: string;
  currency: string;
  heldCents: Cents;
  billable: Billable;
};

/** The first of whoever holds something back, by name; with `whose`, what of it is held on those jobs. `isAll`: there are no others. */
export async function listHolders(
  books: Books,
  whose: WhoseJobs,
  most = LISTED,
): Promise<{ isAll: boolean; rows: Holder[] }> {
  type Row = {
    account_id: string;
    customer_id: string;
    number: string;
    name: string;
    currency: string;
    held: number;
  };
  const holders = books.tx.execute<Row>(sql`
    select a.id as account_id, c.id as customer_id, c.number, c.name, a.currency, sum(r.amount)::bigint as held
    from books.accounts a join books.customers c on c.id = a.customer_id
    join books.retainage r on r.account_id = a.id
    join books.invoices d on d.id = r.invoice_id left join books.jobs j on j.id = d.job_id
    where a.retained > 0 and ${ownJobs(whose)}
    group by a.id, c.id, c.number, c.name, a.currency having sum(r.amount) > 0
    order by lower(c.name) collate "und-x-icu", c.id, a.currency limit ${most + 1}::int`);
  const [rows, parts] = await Promise.all([holders, readBillable(books, whose)]);
  const partsOf = Map.groupBy(parts, (part) => part.accountId);
  const listed = rows
    .slice(0, most)
    .map(({ account_id: accountId, customer_id: customerId, held, ...row }) => ({
      customerId,
      ...row,
      heldCents: cents(held),
      billable: billableOf(partsOf.get(accountId) ?? []),
    }));
  return { isAll: rows.length <= most, rows: listed };
}

/** The jobs that some invoices are on; null for one that is on none. Invoices that aren't there have no entry. */
export async function jobsOfInvoices(
  { tx }: Books,
  invoiceIds: readonly string[],
): Promise<(string | null)[]> {
  const rows = await tx.execute<{ job_id: string | null }>(sql`
    select distinct job_id from books.invoices where id = any (${sql.param(invoiceIds)}::text[]::uuid[])`);
  return rows.map((row) => row.job_id);
}
