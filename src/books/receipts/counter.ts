// What the counter must know of whoever stands there before anything is rung up: the memo, whether they may charge and
// how much, what they owe and what of theirs is open. And the tax that a sale of today bears.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { jobRoom } from "@/domain/jobs/job-limit.ts";
import type { AccountFigures, CreditTerms } from "@/domain/ledger/account.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import type { Books } from "../open.ts";

export type CounterCustomer = {
  accountId: string;
  customerId: string;
  number: string;
  name: string;
  memo: string;
  termsDays: number;
  currency: string;
  figures: AccountFigures;
  credit: CreditTerms;
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
  const { accountId, customerId, name, memo, termsDays, currency, credit, figures } = account;
  return {
    accountId,
    customerId,
    number: account.customerNumber,
    name,
    memo,
    termsDays,
    currency,
    credit,
    figures,
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

/** What a sale of today meets, whoever it is for: the tax on it, and the months of the books. */
export async function readCounterSettings(books: Books): Promise<{ tax: CounterTax; months: PostingMonths }> {
  const [tax, months] = await Promise.all([readCounterTax(books), readPostingMonths(books)]);
  return { tax, months };
}

/**
 * The rate is in percent, as an exact decimal; null where the business taxes nothing, or nobody has said so far
 * (`answered`).
 */
export type CounterTax = { name: string; rate: string | null; answered: boolean };

async function readCounterTax({ tx }: Books): Promise<CounterTax> {
  const [row] = await tx.execute<CounterTax>(
    sql`select tax_name as name, trim_scale(tax_rate)::text as rate, tax_answered as answered from books.settings`,
  );
  return present(row, "a business has settings");
}
