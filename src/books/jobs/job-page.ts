// One job: its facts, and what became of its contract: billed, paid, open, held back.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Job } from "@/domain/jobs/job.ts";
import { Refusal } from "@/domain/refusal.ts";
import { cents, type Cents, type GrossSum } from "@/domain/values/money.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import type { Books } from "../open.ts";
import { countedThen, documentThen, now, type Moment } from "../ledger/as-of.ts";
import { JOB_COLUMNS, jobOfRow, openOfJob, type JobRow } from "./job-row.ts";

export type JobPage = Job & {
  customerNumber: string;
  customerName: string;
  /** Work on its invoices before tax, what is held back of it counted in, and not again when it is billed; without what was voided or credited. */
  billedCents: GrossSum;
  taxCents: GrossSum;
  /** What payments settled of its invoices; credit memos and what was given up aren't paid. */
  paidCents: GrossSum;
  /** Left to pay now: what its own limit has to have room for. */
  openCents: Cents;
  /** Held back and not yet billed. */
  heldCents: Cents;
  invoices: number;
};

type Row = JobRow & {
  open_then: number;
  survivor_id: string;
  customer_number: string;
  customer_name: string;
  billed: number | null;
  tax: number | null;
  paid: number | null;
  held: number;
  invoices: number;
};

/** By its id, with what it came to until a moment; refuses what isn't there with "not-found". */
export async function readJob(books: Books, jobId: string, at: Moment = now(books)): Promise<JobPage> {
  if (!z.uuid().safeParse(jobId).success) throw new Refusal("not-found");
  const then = (row: SQL) => countedThen(books, at, sql`${row}.effective_on`, sql`${row}.recorded_at`);
  const [row] = await books.tx.execute<Row>(sql`
    select ${JOB_COLUMNS}, ${openOfJob(books, at)} as open_then, c.id as survivor_id, c.number as customer_number, c.name as customer_name, b.*, p.*, h.*
    from books.jobs j join books.customers c on c.id = books.survivor(j.customer_id)
    cross join lateral (
      select count(*)::int as invoices,
        ${grossSum(sql`case d.source when 'release' then d.subtotal + e.retained else d.subtotal end - back.subtotal`)} as billed,
        ${grossSum(sql`d.tax - back.tax`)} as tax
      from books.invoices d join books.events e on e.number = d.event_number cross join lateral (
        select coalesce(sum(m.subtotal), 0) as subtotal, coalesce(sum(m.tax), 0) as tax from books.credit_memos m
        where m.invoice_id = d.id and ${documentThen(books, at, sql`m.issued_on`, sql`m.event_number`)}
          and not exists (select from books.events u where u.reverses = m.event_number and ${then(sql`u`)})) back
      where d.job_id = j.id and ${then(sql`e`)}
        and not exists (select from books.events v where v.reverses = d.event_number and ${then(sql`v`)})) b
    cross join lateral (
      select ${grossSum(sql`s.amount`)} as paid
      from books.items i join books.allocations s on s.item_id = i.id join books.credits k on k.id = s.credit_id
      where i.job_id = j.id and ${then(sql`s`)} and k.kind not in ('write-off', 'discount', 'credit-memo', 'adjustment-down')) p
    cross join lateral (
      select coalesce(sum(r.amount), 0)::bigint as held
      from books.invoices d join books.retainage r on r.invoice_id = d.id where d.job_id = j.id and ${then(sql`r`)}) h
    where j.id = ${jobId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return {
    ...jobOfRow(row),
    customerId: row.survivor_id,
    customerNumber: row.customer_number,
    customerName: row.customer_name,
    billedCents: grossCents(row.billed),
    taxCents: grossCents(row.tax),
    paidCents: grossCents(row.paid),
    openCents: cents(row.open_then),
    heldCents: cents(row.held),
    invoices: row.invoices,
  };
}
