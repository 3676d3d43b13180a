// The jobs of a business's customers: adding one, changing it under the eyes of whoever else does, and putting it away.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { present } from "@/domain/assert.ts";
import { changesBetween } from "@/domain/edits.ts";
import { jobTexts } from "@/domain/jobs/job.ts";
import type { JobEdit, NewJob } from "@/domain/jobs/job-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { PLAIN_LOCALE } from "@/domain/values/written-number.ts";
import { rateNamed } from "../customers/rate-named.ts";
import { takeNumber } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";
import { checkRevenueAccount } from "../products/products.ts";
import { JOB_COLUMNS, jobOfRow, type JobRow } from "./job-row.ts";

/** Whoever changes a job: the members who can run one, and whether they themselves may set a limit. */
export type Office = { members: readonly Colleague[]; mayLimit: boolean };
export type Colleague = { userId: string; name: string };

/** Refuses a number that is taken, a customer who was archived or merged away, and a limit by who may not set one. */
export async function createJob(
  books: Books,
  given: NewJob,
  office: Office,
): Promise<{ jobId: string; number: string }> {
  const currency = await currencyOf(books, given.customerId);
  if (given.limitCents !== null && !office.mayLimit)
    throw new Refusal("not-allowed", { field: "limitCents", permission: "limit:change" });
  const managerName = nameIn(office, given.managerId);
  await checkRevenueAccount(books, given.chartCode);
  await rateNamed(books, given.taxId, "taxId");
  const number = given.number || (await takeNumber(books, "job"));
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.jobs (customer_id, currency, number, ${FACTS})
    values (${given.customerId}::uuid, ${currency}, ${number}, ${factsOf(books, { ...given, managerName })})
    returning id`);
  return { jobId: present(row, "a job was added").id, number };
}

/** Refuses with "changed-meanwhile" and { version, now, by }: the texts that stand now, and who was last. */
export async function editJob(books: Books, edit: JobEdit, office: Office): Promise<{ version: number }> {
  const { job: kept, changedBy } = await lockJobRow(books, edit.jobId);
  const given = { ...edit, taxId: edit.taxId === undefined ? kept.taxId : edit.taxId };
  const notation = { currency: kept.currency, locale: PLAIN_LOCALE };
  const [texts, version] = [jobTexts(kept, notation), kept.version];
  if (version !== given.version)
    throw new Refusal("changed-meanwhile", { version, now: texts, by: changedBy });
  if (given.limitCents !== kept.limitCents && !office.mayLimit)
    throw new Refusal("not-allowed", { field: "limitCents", permission: "limit:change" });
  // Who left goes on being named, and isn't chosen anew.
  const hasManagerStayed = given.managerId === kept.managerId;
  const managerName = hasManagerStayed
    ? (memberOf(office, given.managerId)?.name ?? kept.managerName)
    : nameIn(office, given.managerId);
  if (given.chartCode !== kept.chartCode) await checkRevenueAccount(books, given.chartCode);
  if (given.taxId !== kept.taxId) await rateNamed(books, given.taxId, "taxId");
  if (changesBetween(texts, jobTexts(given, notation)).length === 0) return { version };
  await books.tx.execute(sql`
    update books.jobs set number = ${given.number}, (${FACTS}) = row(${factsOf(books, { ...given, managerName })}),
      version = version + 1
    where id = ${kept.jobId}::uuid`);
  return { version: version + 1 };
}

/** Takes it from the lists; refuses "job-unsettled" while something of it is open or held back. */
export const archiveJob = (books: Books, jobId: string) => putAway(books, jobId, true);

export const unarchiveJob = (books: Books, jobId: string) => putAway(books, jobId, false);

/** What it is already changes nothing. */
async function putAway(books: Books, jobId: string, away: boolean): Promise<{ version: number }> {
  const { job, isUnsettled } = await lockJobRow(books, jobId);
  if (job.isArchived === away) return { version: job.version };
  if (away && isUnsettled) throw new Refusal("job-unsettled");
  await books.tx.execute(sql`
    update books.jobs set archived_at = ${away ? sql`clock_timestamp()` : sql`null`}, changed_by = ${books.userName},
      version = version + 1
    where id = ${job.jobId}::uuid`);
  return { version: job.version + 1 };
}

/** Edits of one job wait for each other, and for what is charged on it. */
async function lockJobRow({ tx }: Books, jobId: string) {
  if (!z.uuid().safeParse(jobId).success) throw new Refusal("not-found");
  const [row] = await tx.execute<JobRow & { held: boolean }>(sql`
    select ${JOB_COLUMNS}, exists (
      select from books.invoices d join books.retainage r on r.invoice_id = d.id
      where d.job_id = j.id group by d.id having sum(r.amount) > 0) as held
    from books.jobs j where j.id = ${jobId}::uuid for no key update`);
  if (!row) throw new Refusal("not-found");
  return { job: jobOfRow(row), changedBy: row.changed_by || null, isUnsettled: row.exposure > 0 || row.held };
}

const FACTS: SQL = sql`
  name, status, manager_id, manager_name, address_lines, city, region, postal_code, country, starts_on, ends_on, limit_cents,
  contract_number, contract_on, contract_sum, chart_code, tax_id, retainage_work, retainage_stored, notes, changed_by`;

type Facts = Omit<NewJob, "customerId" | "number"> & { managerName: string };

const factsOf = ({ userName }: Books, job: Facts): SQL => sql`
  ${job.name}::text, ${job.status}::text, ${job.managerId}::uuid, ${job.managerName}::text,
  ${sql.param(job.addressLines)}::text[], ${job.city}::text, ${job.region}::text, ${job.postalCode}::text,
  ${job.country}::text, ${job.startsOn}::date, ${job.endsOn}::date, ${job.limitCents}::bigint, ${job.contractNumber}::text,
  ${job.contractOn}::date, ${job.contractCents}::bigint, ${job.chartCode}::text, ${job.taxId}::uuid, ${job.retainageWork}::numeric,
  ${job.retainageStored}::numeric, ${job.notes}::text, ${userName}::text`;

const memberOf = ({ members }: Office, managerId: string | null) =>
  members.find(({ userId }) => userId === managerId);

/** Refuses who is no member. */
function nameIn(office: Office, managerId: string | null): string {
  if (managerId === null) return "";
  const member = memberOf(office, managerId);
  if (!member) throw new Refusal("not-found", { field: "managerId" });
  return member.name;
}

/** Of the customer's account: the business's own, where they have one in it. */
async function currencyOf({ tx, currency }: Books, customerId: string): Promise<string> {
  const [row] = await tx.execute<{ archived: boolean; merged: boolean; currency: string | null }>(sql`
    select c.archived_at is not null as archived, c.merged_into is not null as merged,
      (select a.currency from books.accounts a where a.customer_id = c.id
        order by a.currency = ${currency} desc, a.currency limit 1) as currency
    from books.customers c where c.id = ${customerId}::uuid for share of c`);
  if (!row) throw new Refusal("not-found", { field: "customerId" });
  if (row.merged) throw new Refusal("merged-away", { field: "customerId" });
  if (row.archived) throw new Refusal("archived", { field: "customerId" });
  return row.currency ?? currency;
}
