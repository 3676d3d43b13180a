// Lines of invoices of which something is held back yet, with what their release waits for and since when they may be billed.
import { sql } from "drizzle-orm";
import {
  CONDITION_KINDS,
  billableSince,
  type KeptCondition,
  type ReleaseTerms,
} from "@/domain/invoices/release-conditions.ts";
import type { HeldAmounts } from "@/domain/invoices/retained.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, minus, sum, type Cents } from "@/domain/values/money.ts";
import { billableLines, type JobName } from "../jobs/billable.ts";
import { ownJobs, type WhoseJobs } from "../jobs/own-jobs.ts";
import type { Books } from "../open.ts";

export type HeldLine = HeldAmounts & {
  accountId: string;
  invoiceId: string;
  invoiceLine: number;
  number: string;
  issuedOn: Day;
  description: string;
  job: JobName | null;
  release: ReleaseTerms;
  /** Since when it may be billed, as its conditions say; null while it waits, and where nothing was said. */
  since: Day | null;
};

/** What is asked for of an account's: of one job, or only what may be billed. */
export type Narrowed = { jobId?: string | undefined; mayBeBilled?: boolean | undefined };

/** `beyond`: how many lines more there are, and what is held of them; null where that is all. */
export type HeldLines = { lines: HeldLine[]; beyond: { lines: number; heldCents: Cents } | null };

/** A screen shows so many lines; what is beyond is billed when these are. */
export const LISTED = 1000;

type Row = {
  account_id: string;
  id: string;
  line: number;
  number: string;
  issued_on: Day;
  description: string;
  withheld: number;
  held: number;
  job_id: string | null;
  job_number: string | null;
  job_name: string | null;
  expected_on: Day | null;
  conditions: KeptCondition[];
  all_lines: number;
  all_held: number;
};

/** By job, then in the order in which they were issued; narrowed before they are counted. */
export async function readHeldLinesOf(
  books: Books,
  { accountId, jobId, mayBeBilled = false }: { accountId: string } & Narrowed,
  whose: WhoseJobs,
): Promise<HeldLines> {
  const where = sql`r.account_id = ${accountId}::uuid`;
  const ofJob = jobId === undefined ? sql`true` : sql`d.job_id = ${jobId}::uuid`;
  // Not as a condition on what is held: a planner that expects one row would find them all again for each line.
  const held = mayBeBilled
    ? billableLines(books, where)
    : sql`(
      select r.account_id, r.invoice_id, r.invoice_line, sum(r.amount)::bigint as held from books.retainage r
      where ${where} group by 1, 2, 3 having sum(r.amount) > 0)`;
  const rows = await books.tx.execute<Row>(sql`
    select h.account_id, d.id, l.line, d.number, d.issued_on, l.description, l.retainage as withheld, h.held, j.id as job_id,
      j.number as job_number, j.name as job_name, e.expected_on, coalesce((
        select jsonb_agg(jsonb_build_object('kind', c.kind, 'words', c.words, 'metOn', c.met_on, 'metBy', c.met_by)
          order by array_position(${sql.param(CONDITION_KINDS)}::text[], c.kind), c.words)
        from books.release_conditions c
        where c.invoice_id = d.id and c.invoice_line = l.line and not c.dropped), '[]') as conditions,
      (count(*) over ())::int as all_lines, (sum(h.held) over ())::bigint as all_held
    from ${held} h
    join books.invoices d on d.id = h.invoice_id
    join books.invoice_lines l on l.invoice_id = d.id and l.line = h.invoice_line
    left join books.jobs j on j.id = d.job_id
    left join books.release_days e on e.invoice_id = d.id and e.invoice_line = l.line
    where ${ownJobs(whose)} and ${ofJob}
    order by j.number collate books.natural nulls last, d.issued_on, d.event_number, l.line limit ${LISTED}`);
  const lines = rows.map((row) => lineOf(books, row));
  const [first] = rows;
  if (!first || first.all_lines === lines.length) return { lines, beyond: null };
  const shown = sum(lines.map(({ heldCents }) => heldCents));
  return {
    lines,
    beyond: { lines: first.all_lines - lines.length, heldCents: minus(cents(first.all_held), shown) },
  };
}

function lineOf({ today }: Books, row: Row): HeldLine {
  const release = { expectedOn: row.expected_on, conditions: row.conditions };
  return {
    accountId: row.account_id,
    invoiceId: row.id,
    invoiceLine: row.line,
    number: row.number,
    issuedOn: row.issued_on,
    description: row.description,
    withheldCents: cents(row.withheld),
    heldCents: cents(row.held),
    job:
      row.job_id === null
        ? null
        : { jobId: row.job_id, number: row.job_number ?? "", name: row.job_name ?? "" },
    release,
    since: billableSince(release, { issuedOn: row.issued_on, today }),
  };
}
