// What the counter must know of whoever stands there before anything is rung up: the memo, whether they may charge and
// how much, what they owe and what of theirs is open. And the taxes that a sale of today bears.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { ChargeProof } from "@/domain/receipts/signature.ts";
import type { Language } from "@/domain/language/language.ts";
import { jobRoom, type JobFigures } from "@/domain/jobs/job-limit.ts";
import type { AccountFigures, CreditTerms } from "@/domain/ledger/account.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { SaleTaxes } from "@/domain/ledger/tax-in-force.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readSaleTaxes } from "../ledger/taxes-in-force.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import { readCharging, type Charging } from "../credit/charging-rules.ts";
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
  /** Who may charge, and on what orders. */
  charging: Charging;
  /** Theirs that can be charged on, in the account's currency. */
  jobs: CounterJob[];
};

/**
 * `roomCents`: what its own limit leaves; null where only the account's counts. `taxes`: of a sale on it, where it has a tax
 * of its own; null: as the customer's.
 */
export type CounterJob = {
  jobId: string;
  number: string;
  name: string;
  roomCents: Cents | null;
  figures: JobFigures;
  taxes: SaleTaxes | null;
};

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
    charging: await readCharging(books, accountId),
    jobs: await readJobs(books, { accountId, customerId, currency }),
  };
}

async function readJobs(
  books: Books,
  { accountId, customerId, currency }: { accountId: string; customerId: string; currency: string },
): Promise<CounterJob[]> {
  const rows = await books.tx.execute<{
    id: string;
    number: string;
    name: string;
    limit_cents: number | null;
    exposure: number;
    has_tax: boolean;
  }>(sql`
    select id, number, name, limit_cents, tax_id is not null as has_tax,
      exposure + case when limit_cents is null then 0 else books.reserved_on_job(org_id, id) end as exposure from books.jobs
    where customer_id = any (books.merged_family(${customerId}::uuid)) and currency = ${currency}
      and status <> 'closed' and archived_at is null
    order by number collate books.natural, id limit ${JOBS_LISTED}`);
  const taxesOf = async (row: { id: string; has_tax: boolean }) =>
    row.has_tax ? readSaleTaxes(books, { accountId, jobId: row.id, on: books.today }) : null;
  const taxes = await Promise.all(rows.map(taxesOf));
  return rows.map((row, at) => {
    const limitCents = row.limit_cents === null ? null : cents(row.limit_cents);
    const figures = { limitCents, exposureCents: cents(row.exposure) };
    const { id: jobId, number, name } = row;
    return { jobId, number, name, figures, roomCents: jobRoom(figures), taxes: taxes[at] ?? null };
  });
}

/** What a sale of today meets: the taxes on it for whoever just walks in, the months of the books, and what a house charge takes. */
export async function readCounterSettings(
  books: Books,
): Promise<{ taxes: SaleTaxes; months: PostingMonths; proof: ChargeProof; language: Language }> {
  const [taxes, months, [row]] = await Promise.all([
    readSaleTaxes(books, { accountId: null, on: books.today }),
    readPostingMonths(books),
    books.tx.execute<{ charge_proof: ChargeProof; language: Language }>(
      sql`select charge_proof, language from books.settings`,
    ),
  ]);
  const { charge_proof: proof, language } = present(row, "a business has settings");
  return { taxes, months, proof, language };
}
