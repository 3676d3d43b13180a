// What an account has open right now: its debts, its credits and its retainage. Read under the account's lock, since
// verbs decide on it.
import { sql } from "drizzle-orm";
import type { OpenItem } from "@/domain/ledger/allocation.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { RetainageRow } from "@/domain/ledger/posting.ts";
import type { Books } from "../open.ts";

type ItemRow = {
  id: number;
  number: string;
  effective_on: Day;
  issued_on: Day;
  due_on: Day;
  open: number;
  document_id: string | null;
  job_id: string | null;
};

/** `issuedOn` is the day the item counts from: nothing can be applied to it before. */
export type OpenDebt = OpenItem & { documentOn: Day; documentId: string | null; jobId: string | null };

export async function readOpenItems({ tx }: Books, accountId: string): Promise<OpenDebt[]> {
  const rows = await tx.execute<ItemRow>(sql`
    select i.id, coalesce(v.number, '') as number, i.effective_on, i.issued_on, i.due_on, i.document_id, i.job_id,
      i.amount - i.applied - i.reversed as open
    from books.items i left join books.invoices v on v.id = i.document_id
    where i.account_id = ${accountId}::uuid and i.amount - i.applied - i.reversed > 0
    order by i.due_on, i.id`);
  return rows.map(debtOf);
}

/**
 * What can be settled from a day on: of each item the least that was open on that day and on any later one. Something
 * that was settled in between and is open again has less of it than it has today, or nothing.
 */
export async function readItemsOpenFrom(books: Books, accountId: string, from: Day): Promise<OpenDebt[]> {
  if (from >= books.today) return readOpenItems(books, accountId);
  const rows = await books.tx.execute<ItemRow>(sql`
    select * from (
      select i.id, coalesce(v.number, '') as number, i.effective_on, i.issued_on, i.due_on, i.document_id, i.job_id,
        case when i.touched_on <= ${from}::date then i.amount - i.applied - i.reversed
          else i.amount - greatest(used.until_then, used.most_since, 0) end as open
      from books.items i left join books.invoices v on v.id = i.document_id
      cross join lateral (
        select (sum(u.amount) filter (where u.effective_on <= ${from}::date))::bigint as until_then,
          (max(u.used) filter (where u.effective_on > ${from}::date))::bigint as most_since
        from (
          select s.amount, s.effective_on, sum(s.amount) over (order by s.effective_on) as used from (
            select amount, effective_on from books.allocations where item_id = i.id and i.touched_on > ${from}::date
            union all select amount, effective_on from books.reductions where item_id = i.id and i.touched_on > ${from}::date) s) u) used
      where i.account_id = ${accountId}::uuid and i.amount - i.applied - i.reversed > 0) usable
    where open > 0 order by due_on, id`);
  return rows.map(debtOf);
}

function debtOf(row: ItemRow): OpenDebt {
  return {
    itemId: row.id,
    number: row.number,
    issuedOn: row.effective_on,
    documentOn: row.issued_on,
    dueOn: row.due_on,
    openCents: cents(row.open),
    documentId: row.document_id,
    jobId: row.job_id,
  };
}

export type OpenCredit = {
  creditId: number;
  countsFrom: Day;
  issuedOn: Day;
  openCents: Cents;
  documentId: string | null;
};

/** Oldest first: the order in which credit is used up when nobody chose. */
export async function readOpenCredits({ tx }: Books, accountId: string): Promise<OpenCredit[]> {
  const rows = await tx.execute<Omit<ItemRow, "due_on" | "number" | "job_id">>(sql`
    select id, effective_on, issued_on, document_id, amount - applied - refunded - reversed as open
    from books.credits
    where account_id = ${accountId}::uuid and amount - applied - refunded - reversed > 0
    order by effective_on, id`);
  return rows.map((row) => ({
    creditId: row.id,
    countsFrom: row.effective_on,
    issuedOn: row.issued_on,
    openCents: cents(row.open),
    documentId: row.document_id,
  }));
}

/** What is still held back, by invoice line. */
export async function readHeldRetainage(
  { tx }: Books,
  accountId: string,
  invoiceId: string | null = null,
): Promise<RetainageRow[]> {
  const rows = await tx.execute<{ invoice_id: string; invoice_line: number; held: number }>(sql`
    select invoice_id, invoice_line, sum(amount)::bigint as held from books.retainage
    where account_id = ${accountId}::uuid and (${invoiceId}::uuid is null or invoice_id = ${invoiceId}::uuid)
    group by invoice_id, invoice_line having sum(amount) > 0 order by invoice_id, invoice_line`);
  return rows.map((row) => ({
    invoiceId: row.invoice_id,
    invoiceLine: row.invoice_line,
    amountCents: cents(row.held),
  }));
}
