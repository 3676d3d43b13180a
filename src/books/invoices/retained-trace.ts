// Retainage followed from an invoice to what billed it and back, with what was paid of each.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { paidByOriginal } from "@/domain/invoices/retained.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** A part of one retained invoice: what it billed of one line of an original, and what of that is paid. */
export type Traced = {
  retainedId: string;
  retainedNumber: string;
  retainedOn: Day;
  isVoided: boolean;
  originalId: string;
  originalNumber: string;
  line: number;
  description: string;
  job: { jobId: string; number: string; name: string } | null;
  amountCents: Cents;
  paidCents: Cents;
};

type Row = {
  retained_id: string;
  retained_number: string;
  retained_on: Day;
  voided: boolean;
  paid: number;
  total: number;
  original_id: string;
  original_number: string;
  line: number;
  description: string;
  job_id: string | null;
  job_number: string | null;
  job_name: string | null;
  amount: number;
};

/** What a retained invoice bills, or what billed what this invoice held back; nothing where neither is so. */
export async function readRetainedTrace({ tx }: Books, invoiceId: string): Promise<Traced[]> {
  const id = z.uuid().safeParse(invoiceId);
  if (!id.success) throw new Refusal("not-found");
  // All of each retained invoice, since what was paid of it is shared over all of its originals.
  const rows = await tx.execute<Row>(sql`
    with bills as (
      select d.id, d.number, d.issued_on, d.event_number, d.total from books.invoices d
      where d.source = 'release' and (d.id = ${id.data}::uuid or d.event_number in (
        select r.event_number from books.retainage r where r.invoice_id = ${id.data}::uuid and r.amount < 0)))
    select b.id as retained_id, b.number as retained_number, b.issued_on as retained_on,
      exists (select from books.events v where v.reverses = b.event_number) as voided, b.total,
      coalesce((select i.applied from books.items i where i.id = b.event_number), 0)::bigint as paid,
      o.id as original_id, o.number as original_number, r.invoice_line as line, l.description, j.id as job_id,
      j.number as job_number, j.name as job_name, (- r.amount)::bigint as amount
    from bills b join books.retainage r on r.event_number = b.event_number
    join books.invoices o on o.id = r.invoice_id
    join books.invoice_lines l on l.invoice_id = o.id and l.line = r.invoice_line
    left join books.jobs j on j.id = o.job_id
    order by b.issued_on, b.event_number, r.line`);
  const traced = [...Map.groupBy(rows, (row) => row.retained_id).values()].flatMap((of) =>
    paidByOriginal(of.map(tracedOf), {
      paidCents: cents(of[0]?.paid ?? 0),
      totalCents: cents(of[0]?.total ?? 0),
    }),
  );
  return traced.filter((row) => row.originalId === id.data || row.retainedId === id.data);
}

const tracedOf = (row: Row) => ({
  retainedId: row.retained_id,
  retainedNumber: row.retained_number,
  retainedOn: row.retained_on,
  isVoided: row.voided,
  originalId: row.original_id,
  originalNumber: row.original_number,
  line: row.line,
  description: row.description,
  job:
    row.job_id === null
      ? null
      : { jobId: row.job_id, number: row.job_number ?? "", name: row.job_name ?? "" },
  amountCents: cents(row.amount),
});
