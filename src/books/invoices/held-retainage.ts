// What customers hold back and nobody has billed yet: whose, on which job, of which invoice and line, as it can be billed.
import { sql, type SQL } from "drizzle-orm";
import type { HeldAmounts } from "@/domain/invoices/retained.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import type { Books } from "../open.ts";

export type HeldLine = HeldAmounts & {
  invoiceId: string;
  invoiceLine: number;
  number: string;
  issuedOn: Day;
  description: string;
  job: { jobId: string; number: string; name: string } | null;
};

export type HeldAccount = {
  accountId: string;
  customerId: string;
  customerNumber: string;
  name: string;
  currency: string;
  terms: string;
  /** By job, then in the order in which they were issued. */
  lines: HeldLine[];
  months: PostingMonths;
};

/** `managerId`: of the jobs that they run only. */
export type WhoseJobs = { managerId: string | null };

/** A screen shows so many lines; what is beyond is billed when these are. */
const LISTED = 1000;

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readHeldAccount(
  books: Books,
  { customer, currency }: { customer: string; currency?: string | undefined },
  whose: WhoseJobs,
): Promise<HeldAccount> {
  const account = await readAccount(books, customer, currency);
  const { accountId, customerId, customerNumber, name, terms } = account;
  const [lines, months] = await Promise.all([
    readHeldLines(books, accountId, whose),
    readPostingMonths(books),
  ]);
  return {
    accountId,
    customerId,
    customerNumber,
    name,
    terms,
    currency: account.currency,
    lines,
    months,
  };
}

const ownJobs = ({ managerId }: WhoseJobs): SQL =>
  managerId === null ? sql`true` : sql`j.manager_id = ${managerId}::uuid`;

async function readHeldLines({ tx }: Books, accountId: string, whose: WhoseJobs): Promise<HeldLine[]> {
  const rows = await tx.execute<{
    id: string;
    line: number;
    number: string;
    issued_on: Day;
    description: string;
    withheld: number;
    held: number;
    job_id: string | null;
    job_number: string | null;
    job_name: string | null;
  }>(sql`
    select d.id, l.line, d.number, d.issued_on, l.description, l.retainage as withheld, h.held, j.id as job_id,
      j.number as job_number, j.name as job_name
    from (
      select invoice_id, invoice_line, sum(amount)::bigint as held from books.retainage
      where account_id = ${accountId}::uuid group by 1, 2 having sum(amount) > 0) h
    join books.invoices d on d.id = h.invoice_id
    join books.invoice_lines l on l.invoice_id = d.id and l.line = h.invoice_line
    left join books.jobs j on j.id = d.job_id
    where ${ownJobs(whose)}
    order by j.number collate books.natural nulls last, d.issued_on, d.event_number, l.line limit ${LISTED}`);
  return rows.map((row) => ({
    invoiceId: row.id,
    invoiceLine: row.line,
    number: row.number,
    issuedOn: row.issued_on,
    description: row.description,
    withheldCents: cents(row.withheld),
    heldCents: cents(row.held),
    job:
      row.job_id === null
        ? null
        : { jobId: row.job_id, number: row.job_number ?? "", name: row.job_name ?? "" },
  }));
}

export type Holder = {
  customerId: string;
  number: string;
  name: string;
  currency: string;
  heldCents: Cents;
};

/** Everybody who holds something back, by name; with `whose`, what of it is held on those jobs. */
export async function listHolders({ tx }: Books, whose: WhoseJobs): Promise<Holder[]> {
  const rows = await tx.execute<{
    customer_id: string;
    number: string;
    name: string;
    currency: string;
    held: number;
  }>(sql`
    select c.id as customer_id, c.number, c.name, a.currency, sum(r.amount)::bigint as held
    from books.accounts a join books.customers c on c.id = a.customer_id
    join books.retainage r on r.account_id = a.id
    join books.invoices d on d.id = r.invoice_id left join books.jobs j on j.id = d.job_id
    where a.retained > 0 and ${ownJobs(whose)}
    group by c.id, c.number, c.name, a.currency having sum(r.amount) > 0
    order by lower(c.name) collate "und-x-icu", c.id, a.currency limit ${LISTED}`);
  return rows.map(({ customer_id: customerId, held, ...row }) => ({
    customerId,
    ...row,
    heldCents: cents(held),
  }));
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
