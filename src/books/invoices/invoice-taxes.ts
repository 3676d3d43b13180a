// The single rates that an invoice is taxed with, as a page shows them and the books reckon with them: what was chosen for the
// job, else for the location, else for the customer, else for the business, as it holds on the invoice's day.
import { sql } from "drizzle-orm";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { isSameTax, type ChargedTax, type TaxRate } from "@/domain/values/tax.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import { rateOf, type LineTaxes } from "@/domain/invoices/line-taxes.ts";
import { ratesOf, readSaleTaxes } from "../ledger/taxes-in-force.ts";
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

type ChoiceRow = { id: string; name: string; taxes: TaxInForce[] };

/**
 * What lines can be taxed with instead, as it holds on the invoice's day: all that is offered, or what of it is named. None of
 * it taxes a customer who is exempt.
 */
export async function readLineTaxes(
  { tx, today }: Books,
  { customerId, issuedOn }: Pick<TaxedInvoice, "customerId" | "issuedOn">,
  named?: readonly string[],
): Promise<LineTaxes<TaxInForce>[]> {
  if (named?.length === 0) return [];
  const on = issuedOn ?? today;
  const rows = await tx.execute<ChoiceRow>(sql`
    select r.id, r.name, coalesce((
      select jsonb_agg(jsonb_build_object('name', t.name, 'agency', g.name, 'rate', trim_scale(t.percent)::text,
        'agencyId', g.id, 'chartCode', g.chart_code) order by t.line, t.name)
      from (${ratesOf(sql`r.id`, on)}) t join books.tax_agencies g on g.id = t.agency_id
      where t.percent > 0 and not exists (
        select from books.tax_exemptions e where e.customer_id = ${customerId}::uuid and e.ended_at is null
          and (e.expires_on is null or e.expires_on >= ${on}::date))), '[]') as taxes
    from books.tax_rates r
    where r.archived_at is null and ${named ? sql`r.id = any (${sql.param([...named])}::text[]::uuid[])` : sql`true`}
    order by r.name, r.id`);
  return rows.map(({ id, name, taxes }) => ({ rateId: id, name, taxes }));
}

/** The rates that its lines have of their own. */
export const readTaxesOfLines = (
  books: Books,
  draft: Pick<Draft, "customerId" | "issuedOn" | "lines">,
): Promise<LineTaxes<TaxInForce>[]> => {
  const named = new Set(draft.lines.flatMap((line) => rateOf(line) ?? []));
  return readLineTaxes(books, draft, [...named]);
};

export const shownLineTaxes = (choices: readonly LineTaxes<TaxInForce>[]) =>
  choices.map(({ taxes, ...choice }) => ({ ...choice, taxes: shownTaxes(taxes) }));

/** Each tax of an invoice with its agency's account. `known`: where it came from. */
export const withAgencies = (
  charged: readonly ChargedTax[],
  known: { taxes: readonly TaxInForce[]; choices: readonly LineTaxes<TaxInForce>[] },
): ChargedTax<TaxInForce>[] => {
  const all = [...known.taxes, ...known.choices.flatMap(({ taxes }) => taxes)];
  return charged.map((tax) => ({
    ...present(
      all.find((each) => isSameTax(each, tax)),
      "each tax is one that was read",
    ),
    ...tax,
  }));
};

export const shownTaxes = (taxes: readonly TaxInForce[]): TaxRate[] =>
  taxes.map(({ name, agency, rate }) => ({ name, agency, rate }));
