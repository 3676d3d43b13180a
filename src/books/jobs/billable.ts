// How much of what is held back may be billed, and since when: added up where it lies, of however many lines. What one line's
// conditions come to is billableSince (domain/invoices/release-conditions.ts), said here to the database.
import { sql, type SQL } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, sum, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { ownJobs, type WhoseJobs } from "./own-jobs.ts";

/** `since`: the day on which the first of it could be billed; null where nothing may. */
export type Billable = { billableCents: Cents; since: Day | null };

export type JobName = { jobId: string; number: string; name: string };

/** What may be billed on one job of an account; `job` null: of its invoices that are on none. */
export type BillablePart = {
  accountId: string;
  job: JobName | null;
  billableCents: Cents;
  since: Day;
};

type Row = {
  account_id: string;
  job_id: string | null;
  number: string | null;
  name: string | null;
  billable: number;
  since: Day;
};

/**
 * A sub-select of the lines that may be billed, each with what is held of it and since when it may; `where` narrows retainage
 * `r`. Only of lines of whose release anything was said may any be billed.
 */
export const billableLines = ({ today }: Books, where: SQL): SQL => sql`(
    select h.account_id, h.invoice_id, h.invoice_line, d.job_id, h.held, s.since
    from (
      select r.account_id, r.invoice_id, r.invoice_line, sum(r.amount)::bigint as held from books.retainage r
      where ${where} and (r.invoice_id, r.invoice_line) in (
        select invoice_id, invoice_line from books.release_conditions where not dropped
        union all select invoice_id, invoice_line from books.release_days where expected_on is not null)
      group by 1, 2, 3 having sum(r.amount) > 0) h
    join books.invoices d on d.id = h.invoice_id
    left join books.release_days e on e.invoice_id = h.invoice_id and e.invoice_line = h.invoice_line
    cross join lateral (
      select count(*) as asked, count(c.met_on) as met, max(c.met_on) as last_met from books.release_conditions c
      where c.invoice_id = h.invoice_id and c.invoice_line = h.invoice_line and not c.dropped) c
    cross join lateral (
      select case
        when c.asked = 0 and e.expected_on <= ${today}::date then greatest(e.expected_on, d.issued_on)
        when c.asked > 0 and c.met = c.asked then greatest(c.last_met, d.issued_on)
      end as since) s
    where s.since is not null)`;

async function readParts(books: Books, where: SQL, whose: WhoseJobs): Promise<BillablePart[]> {
  const rows = await books.tx.execute<Row>(sql`
    select l.account_id, j.id as job_id, j.number, j.name, sum(l.held)::bigint as billable, min(l.since) as since
    from ${billableLines(books, where)} l left join books.jobs j on j.id = l.job_id
    where ${ownJobs(whose)}
    group by l.account_id, j.id, j.number, j.name
    order by min(l.since), j.number collate books.natural nulls last, l.account_id`);
  return rows.map((row) => ({
    accountId: row.account_id,
    job: row.job_id === null ? null : { jobId: row.job_id, number: row.number ?? "", name: row.name ?? "" },
    billableCents: cents(row.billable),
    since: row.since,
  }));
}

/** Of the whole business; who has waited longest comes first. */
export const readBillable = (books: Books, whose: WhoseJobs): Promise<BillablePart[]> =>
  readParts(books, sql`true`, whose);

/** Of parts in the order of their days. */
export const billableOf = (parts: readonly BillablePart[]): Billable => ({
  billableCents: sum(parts.map((part) => part.billableCents)),
  since: parts[0]?.since ?? null,
});

const EVERYBODY: WhoseJobs = { managerId: null };

/** Refuses an account that isn't there with "not-found". */
export async function readBillableOfAccount(books: Books, accountId: string): Promise<Billable> {
  await checkThere(books, sql`books.accounts`, accountId);
  return billableOf(await readParts(books, sql`r.account_id = ${accountId}::uuid`, EVERYBODY));
}

/** By job, of those of which anything may be billed. */
export async function readBillableOfJobs(
  books: Books,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, Billable>> {
  if (jobIds.length === 0) return new Map();
  const onThem = sql`r.invoice_id in (
    select id from books.invoices where job_id = any (${sql.param([...jobIds])}::text[]::uuid[]))`;
  const parts = await readParts(books, onThem, EVERYBODY);
  const byJob = Map.groupBy(parts, ({ job }) => job?.jobId ?? "");
  return new Map([...byJob].map(([jobId, of]) => [jobId, billableOf(of)]));
}

/** Refuses a job that isn't there with "not-found". */
export async function readBillableOfJob(books: Books, jobId: string): Promise<Billable> {
  await checkThere(books, sql`books.jobs`, jobId);
  const onIt = sql`r.invoice_id in (select id from books.invoices where job_id = ${jobId}::uuid)`;
  return billableOf(await readParts(books, onIt, EVERYBODY));
}

async function checkThere({ tx }: Books, table: SQL, id: string): Promise<void> {
  const [row] = await tx.execute(sql`select 1 from ${table} where id = ${id}::uuid`);
  if (!row) throw new Refusal("not-found");
}
