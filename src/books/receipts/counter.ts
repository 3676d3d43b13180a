// What the counter must know of whoever stands there before anything is rung up: the memo, whether they may charge and
// how much, what they owe and what of theirs is open. And the taxes that a sale of today bears.
import { sql } from "drizzle-orm";
import { jobRoom } from "@/domain/jobs/job-limit.ts";
import type { AccountFigures, CreditTerms } from "@/domain/ledger/account.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { SaleTaxes } from "@/domain/ledger/tax-in-force.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readSaleTaxes } from "../ledger/taxes-in-force.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import type { Books } from "../open.ts";

export type CounterCustomer = {
  accountId: string;
  customerId: string;
  number: string;
  name: string;
  memo: string;
  terms: string;
  currency: string;
  figures: AccountFigures;
  credit: CreditTerms;
  /** What a sale to them bears today. */
  taxes: SaleTaxes;
  /** Theirs that can be charged on, in the account's currency. */
  jobs: CounterJob[];
};

/** `roomCents`: what its own limit leaves; null where only the account's counts. */
export type CounterJob = { jobId: string; number: string; name: string; roomCents: Cents | null };

/** A counter chooses from so many. */
const JOBS_LISTED = 200;

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readCounterCustomer(books: Books, customer: string): Promise<CounterCustomer> {
  const account = await readAccount(books, customer);
  const { accountId, customerId, name, memo, terms, currency, credit, figures } = account;
  const taxes = await readSaleTaxes(books, { accountId, on: books.today });
  return {
    accountId,
    customerId,
    number: account.customerNumber,
    name,
    memo,
    terms,
    currency,
    credit,
    figures,
    taxes,
    jobs: await readJobs(books, { customerId, currency }),
  };
}

async function readJobs(
  { tx }: Books,
  { customerId, currency }: { customerId: string; currency: string },
): Promise<CounterJob[]> {
  const rows = await tx.execute<{
    id: string;
    number: string;
    name: string;
    limit_cents: number | null;
    exposure: number;
  }>(sql`
    select id, number, name, limit_cents, exposure from books.jobs
    where customer_id = any (books.merged_family(${customerId}::uuid)) and currency = ${currency}
      and status <> 'closed' and archived_at is null
    order by number collate books.natural, id limit ${JOBS_LISTED}`);
  return rows.map((row) => ({
    jobId: row.id,
    number: row.number,
    name: row.name,
    roomCents: jobRoom({
      limitCents: row.limit_cents === null ? null : cents(row.limit_cents),
      exposureCents: cents(row.exposure),
    }),
  }));
}

/** What a sale of today meets: the taxes on it for whoever just walks in, and the months of the books. */
export async function readCounterSettings(
  books: Books,
): Promise<{ taxes: SaleTaxes; months: PostingMonths }> {
  const [taxes, months] = await Promise.all([
    readSaleTaxes(books, { accountId: null, on: books.today }),
    readPostingMonths(books),
  ]);
  return { taxes, months };
}
