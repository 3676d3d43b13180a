// The single rates that an invoice is taxed with, as a page shows them and the books reckon with them: what was chosen for the
// job, else for the location, else for the customer, else for the business, as it holds on the invoice's day.
import { sql } from "drizzle-orm";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { readSaleTaxes } from "../ledger/taxes-in-force.ts";
import type { Books } from "../open.ts";

/** null while nobody and no day is named; the business's own, today. Refuses who and what isn't there. */
export type TaxedInvoice = {
  customerId: string | null;
  jobId?: string | null | undefined;
  locationId?: string | null | undefined;
  issuedOn: Day | null;
};

export async function readTaxesInForce(
  books: Books,
  { customerId, jobId, locationId, issuedOn }: TaxedInvoice,
): Promise<TaxInForce[]> {
  const [found] = await books.tx.execute<{ account_id: string | null; job: boolean; location: boolean }>(sql`
    select (select id from books.accounts where customer_id = ${customerId}::uuid order by currency limit 1) as account_id,
      exists (select from books.jobs where id = ${jobId ?? null}::uuid) as job,
      exists (select from books.locations where id = ${locationId ?? null}::uuid) as location`);
  const { account_id: accountId, job, location } = present(found, "a look at nothing has one row");
  if (customerId !== null && accountId === null) throw new Refusal("not-found", { field: "customerId" });
  if (jobId && !job) throw new Refusal("not-found", { field: "jobId" });
  if (locationId && !location) throw new Refusal("not-found", { field: "locationId" });
  const on = issuedOn ?? books.today;
  return (await readSaleTaxes(books, { accountId, jobId, locationId, on })).taxes;
}

/** In percent, as short as they can be written ("8.25"); none where nothing is taxed. */
export async function readTaxes(books: Books, taxed: TaxedInvoice): Promise<TaxRate[]> {
  return shownTaxes(await readTaxesInForce(books, taxed));
}

export const shownTaxes = (taxes: readonly TaxInForce[]): TaxRate[] =>
  taxes.map(({ name, agency, rate }) => ({ name, agency, rate }));
