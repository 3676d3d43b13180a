// A job as it lies in the database, read in one way by its page, the list and whoever changes it.
import { sql, type SQL } from "drizzle-orm";
import type { Job } from "@/domain/jobs/job.ts";
import type { JobStatus } from "@/domain/jobs/job-status.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { isLive, openItemsAt, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { addressOfRow, type AddressRow } from "../ledger/address-row.ts";

/** Of a job `j`. */
export const JOB_COLUMNS: SQL = sql`
  j.id, j.customer_id, j.currency, j.number, j.name, j.status, j.manager_id, j.manager_name, j.address_lines, j.city, j.region,
  j.postal_code, j.country, j.starts_on, j.ends_on, j.limit_cents, j.exposure, j.contract_number, j.contract_on,
  j.contract_sum, j.chart_code, j.tax_id, (select r.name from books.tax_rates r where r.id = j.tax_id) as tax_name, j.retainage_work::text as retainage_work, j.retainage_stored::text as retainage_stored,
  j.notes, j.changed_by, j.version, j.archived_at is not null as archived`;

/** Of a job `j`: what was open on it at a moment. */
export const openOfJob = (books: Books, at: Moment): SQL =>
  isLive(books, at)
    ? sql`j.exposure`
    : sql`(select coalesce(sum(i.open_then), 0)::bigint from ${openItemsAt(
        books,
        at,
        sql`r.job_id = j.id and r.account_id in (
          select x.id from books.accounts x where x.customer_id = any (books.merged_family(books.survivor(j.customer_id))))`,
      )} i)`;

/**
 * A sub-select of jobs, each with its customer of today and what was open on it at a moment: added up once for all that
 * `where` leaves, and not for each job by itself. What lies with another customer isn't the job's, as above.
 */
export const openByJob = (books: Books, at: Moment, where: SQL): SQL => sql`(
  select s.job_id, case when m.merged_into is null then m.id else books.survivor(m.id) end as customer_id,
    sum(s.open_then)::bigint as open_then
  from (
    select i.job_id, i.account_id, sum(i.open_then) as open_then
    from ${openItemsAt(books, at, sql`r.job_id is not null and ${where}`)} i group by i.job_id, i.account_id) s
  join books.accounts x on x.id = s.account_id join books.customers m on m.id = x.customer_id
  group by 1, 2)`;

export type JobRow = AddressRow & {
  id: string;
  customer_id: string;
  currency: string;
  number: string;
  name: string;
  status: JobStatus;
  manager_id: string | null;
  manager_name: string;
  starts_on: Day | null;
  ends_on: Day | null;
  limit_cents: number | null;
  exposure: number;
  contract_number: string;
  contract_on: Day | null;
  contract_sum: number | null;
  chart_code: string | null;
  tax_id: string | null;
  tax_name: string | null;
  retainage_work: string | null;
  retainage_stored: string | null;
  notes: string;
  changed_by: string;
  version: number;
  archived: boolean;
};

const centsOrNull = (units: number | null): Cents | null => (units === null ? null : cents(units));

export const jobOfRow = (row: JobRow): Job => ({
  jobId: row.id,
  customerId: row.customer_id,
  currency: row.currency,
  number: row.number,
  name: row.name,
  status: row.status,
  managerId: row.manager_id,
  managerName: row.manager_name,
  ...addressOfRow(row),
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  limitCents: centsOrNull(row.limit_cents),
  contractNumber: row.contract_number,
  contractOn: row.contract_on,
  contractCents: centsOrNull(row.contract_sum),
  chartCode: row.chart_code,
  taxId: row.tax_id,
  taxName: row.tax_name,
  retainageWork: row.retainage_work,
  retainageStored: row.retainage_stored,
  notes: row.notes,
  version: row.version,
  isArchived: row.archived,
});
