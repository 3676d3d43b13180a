// Which taxes a sale bears: what was chosen for the job, else for the place, else for the customer, else for the business, at the rates in
// force on its day. Who is exempt on that day bears none.
import { sql, type SQL } from "drizzle-orm";
import { holdsOn, type SaleTaxes, type TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Books } from "../open.ts";

/** null: to somebody who just walked in. */
export type Taxed = {
  accountId: string | null;
  /** The job that it is for, where it is one of theirs. */
  jobId?: string | null | undefined;
  /** A location of the customer's where it is sold. */
  locationId?: string | null | undefined;
  on: Day;
};

type Row = {
  name: string | null;
  taxes: TaxInForce[];
  answered: boolean;
  certificate: string | null;
  expires_on: Day | null;
};

export async function readSaleTaxes(
  { tx }: Books,
  { accountId, jobId, locationId, on }: Taxed,
): Promise<SaleTaxes> {
  const [row] = await tx.execute<Row>(sql`
    with whose as (
      select c.id, c.tax_id from books.accounts a join books.customers c on c.id = a.customer_id
      where a.id = ${accountId}::uuid),
    chosen as (
      select coalesce(
        case when ${jobId ?? null}::uuid is not null then (
          select j.tax_id from books.jobs j join whose w on j.customer_id = any (books.merged_family(w.id))
          where j.id = ${jobId ?? null}::uuid) end,
        case when ${locationId ?? null}::uuid is not null then (
          select l.tax_id from books.locations l join whose w on l.customer_id = any (books.merged_family(w.id))
          where l.id = ${locationId ?? null}::uuid and l.removed_at is null) end,
        (select tax_id from whose), (select id from books.tax_rates where is_default)) as id)
    select r.name, s.tax_answered as answered, e.certificate, e.expires_on, coalesce((
        select jsonb_agg(jsonb_build_object('name', t.name, 'agency', g.name, 'rate', trim_scale(t.percent)::text,
          'agencyId', g.id, 'chartCode', g.chart_code) order by t.line, t.name)
        from (${ratesOf(sql`chosen.id`, on)}) t join books.tax_agencies g on g.id = t.agency_id
        where t.percent > 0), '[]') as taxes
    from books.settings s cross join chosen left join books.tax_rates r on r.id = chosen.id
    left join books.tax_exemptions e on e.customer_id = (select id from whose) and e.ended_at is null`);
  const {
    name,
    taxes,
    answered,
    certificate,
    expires_on: expiresOn,
  } = present(row, "a business has settings");
  const exemption = certificate === null ? null : { certificate, expiresOn };
  const isExempt = exemption !== null && holdsOn(exemption, on);
  return { name, taxes: isExempt ? [] : taxes, answered, exemption };
}

/** The single rates of a choice, each with its percent on that day; one that isn't in force yet isn't among them. */
export const ratesOf = (choice: SQL, on: Day): SQL => sql`
  select r.id, r.name, r.agency_id, p.line, v.percent from (
    select ${choice} as id, 0 as line union all
    select rate_id, line from books.tax_parts where combined_id = ${choice}) p
  join books.tax_rates r on r.id = p.id and r.agency_id is not null
  cross join lateral (
    select percent from books.tax_steps v where v.rate_id = r.id and v.from_on <= ${on}::date
    order by v.from_on desc, v.id desc limit 1) v`;
