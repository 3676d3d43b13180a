// The jobs of a business, found by any of their words or their customer's, narrowed to one customer, manager or state, in
// five orders.
import { sql, type SQL } from "drizzle-orm";
import type { Job } from "@/domain/jobs/job.ts";
import { jobList } from "@/domain/jobs/job-list.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import { isLive, now, type Moment } from "../ledger/as-of.ts";
import { byName, byNumber, everyWord, readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { billableLines, readBillableOfJobs, type Billable } from "./billable.ts";
import { JOB_COLUMNS, jobOfRow, openByJob, openOfJob, type JobRow } from "./job-row.ts";

type Match = MatchOf<typeof jobList>;

/** `billable`: what may be billed today of what is held back, whatever day the rest is of. */
export type ListedJob = Job & {
  customerNumber: string;
  customerName: string;
  openCents: Cents;
  billable: Billable;
};
const NOTHING: Billable = { billableCents: ZERO, since: null };

const ID = { id: sql`j.id` };
const keysOf = (open: SQL): Record<keyof typeof jobList.sorts, Key> => ({
  number: { ...byNumber(sql`j.number`), ...ID },
  name: { ...byName(sql`j.name`), ...ID },
  customer: { ...byName(sql`c.name`), ...ID },
  contract: { key: sql`coalesce(j.contract_sum, 0)`, type: "bigint", ...ID },
  open: { key: open, type: "bigint", ...ID },
});

/** A job of who was merged into another is the other's. */
const TABLES: SQL = sql`books.jobs j join books.customers c on c.id = books.survivor(j.customer_id)`;

type ListedRow = JobRow & {
  open_then: number;
  customer_number: string;
  customer_name: string;
  survivor_id: string;
};

const listedOf = (row: ListedRow): Omit<ListedJob, "billable"> => ({
  ...jobOfRow(row),
  customerId: row.survivor_id,
  customerNumber: row.customer_number,
  customerName: row.customer_name,
  openCents: cents(row.open_then),
});

const columnsOf = (open: SQL): SQL => sql`
  ${JOB_COLUMNS}, ${open} as open_then, c.id as survivor_id, c.number as customer_number, c.name as customer_name`;

/**
 * What was open on each, and where it is read from. In its order it is added up of all jobs at once; in any other, of those
 * on the page alone.
 */
function openAt(books: Books, at: Moment, { sort, customerId }: QueryOf<typeof jobList>) {
  if (isLive(books, at) || jobList.orderOf({ sort }).sort !== "open")
    return { open: openOfJob(books, at), from: TABLES };
  const theirs = customerId
    ? sql`r.account_id in (select x.id from books.accounts x where x.customer_id = any (books.merged_family(${customerId}::uuid)))`
    : sql`true`;
  const from = sql`${TABLES} left join ${openByJob(books, at, theirs)} o on o.job_id = j.id and o.customer_id = c.id`;
  return { open: sql`coalesce(o.open_then, 0)`, from };
}

/** `at`: with what was open on each then; left out, now. */
export async function listJobs(
  books: Books,
  { at = now(books), ...query }: QueryOf<typeof jobList> & { at?: Moment },
  size?: number,
): Promise<Page<ListedJob>> {
  const { open, from } = openAt(books, at, query);
  const select = {
    select: columnsOf(open),
    from,
    where: matching(books, query),
    rowOf: listedOf,
  };
  const page = await readPage(books, { list: jobList, keys: keysOf(open), ...select }, query, size);
  const billable = await readBillableOfJobs(
    books,
    page.rows.map(({ jobId }) => jobId),
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, billable: billable.get(row.jobId) ?? NOTHING })),
  };
}

/** How many match. */
export async function countJobs(books: Books, query: Match): Promise<{ count: number }> {
  const [row] = await books.tx.execute<{ count: number }>(
    sql`select count(*)::int as count from ${TABLES} where ${matching(books, query)}`,
  );
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

export type Manager = { managerId: string; name: string };

/** Everybody who runs a job or ran one, as they are called on the latest of theirs. */
export async function readManagers({ tx }: Books): Promise<Manager[]> {
  return tx.execute<Manager>(sql`
    select manager_id as "managerId", name from (
      select distinct on (manager_id) manager_id, manager_name as name from books.jobs
      where manager_id is not null order by manager_id, id desc) m
    order by lower(name), manager_id limit 500`);
}

function matching(books: Books, { search, customerId, managerId, show }: Match): SQL {
  const claims: SQL[] = [everyWord(sql`(j.search || ' ' || c.search)`, search)];
  if (customerId) claims.push(sql`j.customer_id = any (books.merged_family(${customerId}::uuid))`);
  if (managerId) claims.push(sql`j.manager_id = ${managerId}::uuid`);
  if (show === "may-be-billed") {
    // However it stands: what waits to be billed is never out of sight, and nothing is put away before it is.
    claims.push(sql`j.id in (select b.job_id from ${billableLines(books, sql`true`)} b)`);
    return sql.join(claims, sql` and `);
  }
  if (show === "archived") claims.push(sql`j.archived_at is not null`);
  else claims.push(sql`j.archived_at is null`);
  // What is finished is in nobody's way, unless it is asked for.
  if (show === undefined) claims.push(sql`j.status <> 'closed'`);
  else if (show !== "all" && show !== "archived") claims.push(sql`j.status = ${show}`);
  return sql.join(claims, sql` and `);
}
