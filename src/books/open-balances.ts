// What an account has open right now: its debts, its credits and its retainage. Read under the account's lock, since
// verbs decide on it.
import { sql } from "drizzle-orm";
import type { OpenItem } from "@/domain/allocation.ts";
import type { Day } from "@/domain/day.ts";
import { cents, type Cents } from "@/domain/money.ts";
import type { RetainageRow } from "@/domain/posting.ts";
import type { Books } from "./open.ts";

type ItemRow = {
  id: number;
  number: string;
  effective_on: Day;
  issued_on: Day;
  due_on: Day;
  open: number;
  document_id: string | null;
};

/** `issuedOn` is the day the item counts from: nothing can be applied to it before. */
export type OpenDebt = OpenItem & { documentOn: Day; documentId: string | null };

export async function readOpenItems({ tx }: Books, accountId: string): Promise<OpenDebt[]> {
  const rows = await tx.execute<ItemRow>(sql`
    select i.id, coalesce(v.number, '') as number, i.effective_on, i.issued_on, i.due_on, i.document_id,
      i.amount - i.applied - i.reversed as open
    from books.items i left join books.invoices v on v.id = i.document_id
    where i.account_id = ${accountId}::uuid and i.amount - i.applied - i.reversed > 0
    order by i.due_on, i.id`);
  return rows.map((row) => ({
    itemId: row.id,
    number: row.number,
    issuedOn: row.effective_on,
    documentOn: row.issued_on,
    dueOn: row.due_on,
    openCents: cents(row.open),
    documentId: row.document_id,
  }));
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
  const rows = await tx.execute<Omit<ItemRow, "due_on" | "number">>(sql`
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
