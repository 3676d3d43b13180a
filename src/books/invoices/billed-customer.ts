// What an invoice is drawn up with: who is billed, where, on which jobs, what they owe already; and what every invoice of
// today meets.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { printedAddress } from "@/domain/customers/address.ts";
import type { InvoicePolicy } from "@/domain/credit/invoice-policy.ts";
import type { AccountFigures, CreditTerms } from "@/domain/ledger/account.ts";
import type { Exemption } from "@/domain/ledger/tax-in-force.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import type { LineTaxes } from "@/domain/invoices/line-taxes.ts";
import { readAccount } from "../ledger/accounts.ts";
import { readOfferedTerms } from "../ledger/offered-terms.ts";
import { readPostingMonths } from "../ledger/posting-months.ts";
import type { Books } from "../open.ts";
import { readRevenueAccounts, type RevenueAccount } from "../products/products.ts";
import type { WhoseJobs } from "../jobs/own-jobs.ts";
import { readLineTaxes, readTaxes, shownLineTaxes, type TaxedInvoice } from "./invoice-taxes.ts";

export type BilledCustomer = {
  accountId: string;
  customerId: string;
  number: string;
  name: string;
  isArchived: boolean;
  currency: string;
  terms: string;
  /** As they stand on an envelope. */
  billingAddress: string[];
  serviceAddress: string[];
  /** Theirs that take invoices, with what the contract holds back of work, in percent, and where its revenue goes. */
  jobs: {
    jobId: string;
    number: string;
    name: string;
    retainageWork: string | null;
    chartCode: string | null;
  }[];
  /** Theirs that goods are brought to. */
  locations: { locationId: string; name: string; addressLines: string[] }[];
  /** As it stands, whether it still holds or not. */
  exemption: Exemption | null;
  figures: AccountFigures;
  credit: CreditTerms;
  /** What an invoice meets that a limit or a hold speaks against. */
  invoicePolicy: InvoicePolicy;
};

/** By the customer's id, or by their number, with the jobs of one manager only where one is named; refuses what isn't there with "not-found". */
export async function readBilledCustomer(
  books: Books,
  customer: string,
  { homeCountry, managerId }: { homeCountry: string } & WhoseJobs,
): Promise<BilledCustomer> {
  const account = await readAccount(books, customer);
  const { accountId, customerId, customerNumber, name, isArchived, currency, terms, figures, credit } =
    account;
  const [row] = await books.tx.execute<{
    shipping: string[];
    jobs: BilledCustomer["jobs"];
    locations: BilledCustomer["locations"];
    exemption: Exemption | null;
    invoice_policy: InvoicePolicy;
  }>(sql`
    select (select invoice_policy from books.settings) as invoice_policy, c.shipping_lines as shipping, coalesce((
      select jsonb_agg(jsonb_build_object('jobId', j.id, 'number', j.number, 'name', j.name,
        'retainageWork', j.retainage_work::text, 'chartCode', j.chart_code)
        order by j.number collate books.natural)
      from books.jobs j
      where j.customer_id = any (books.merged_family(c.id)) and j.currency = ${currency} and j.status <> 'closed'
        and j.archived_at is null and (${managerId}::uuid is null or j.manager_id = ${managerId}::uuid)), '[]') as jobs, coalesce((
      select jsonb_agg(jsonb_build_object('locationId', l.id, 'name', l.name, 'addressLines', l.address_lines)
        order by l.name, l.id)
      from books.locations l
      where l.customer_id = any (books.merged_family(c.id)) and l.removed_at is null), '[]') as locations, (
      select jsonb_build_object('certificate', e.certificate, 'expiresOn', e.expires_on)
      from books.tax_exemptions e where e.customer_id = c.id and e.ended_at is null) as exemption
    from books.customers c where c.id = ${customerId}::uuid`);
  const {
    shipping,
    jobs,
    locations,
    exemption,
    invoice_policy: invoicePolicy,
  } = present(row, "an account has its customer");
  return {
    accountId,
    customerId,
    number: customerNumber,
    name,
    isArchived,
    currency,
    terms,
    billingAddress: [name, ...printedAddress(account.address, homeCountry)],
    serviceAddress: shipping,
    jobs,
    locations,
    exemption,
    figures,
    credit,
    invoicePolicy,
  };
}

export type InvoiceGround = {
  taxes: TaxRate[];
  /** What single lines can be taxed with instead. */
  choices: LineTaxes[];
  months: PostingMonths;
  accounts: RevenueAccount[];
  /** The codes of those that the business offers. */
  terms: string[];
  /** Nothing is dated before it. */
  startOn: Day;
};

export async function readInvoiceGround(books: Books, taxed: TaxedInvoice): Promise<InvoiceGround> {
  const [taxes, choices, months, accounts, terms, [row]] = await Promise.all([
    readTaxes(books, taxed),
    readLineTaxes(books, taxed),
    readPostingMonths(books),
    readRevenueAccounts(books),
    readOfferedTerms(books),
    books.tx.execute<{ start_on: Day }>(sql`select start_on from books.settings`),
  ]);
  return {
    taxes,
    choices: shownLineTaxes(choices),
    months,
    accounts,
    terms,
    startOn: present(row, "a business has settings").start_on,
  };
}
