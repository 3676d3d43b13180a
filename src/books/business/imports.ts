// Brings a file of receivables into the books: customers, invoices, and a payment for each that was settled,
// applied on its day. All rows or none, and the same file a second time posts nothing.
import { sql } from "drizzle-orm";
import { assert, present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, minorDigits, type Cents } from "@/domain/values/money.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import {
  COLUMNS,
  termsGiven,
  type ReceivableRow,
  type RowFault,
} from "@/domain/business/receivables-file.ts";
import { FAULTS_SHOWN, figuresOfFile, type FileOutline } from "@/domain/business/receivables-outline.ts";
import { Refusal } from "@/domain/refusal.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";

export type ImportSummary = {
  invoices: number;
  payments: number;
  newCustomers: number;
  totalCents: Cents;
  openCents: Cents;
};

/** What the file would do, before it does it; `already` when this very file was imported before. */
export type ImportPreview = ImportSummary & {
  /** The first of them, by line. */
  faults: RowFault[];
  faultCount: number;
  already: { at: string; by: string } | null;
};

type File = { name: string; hash: Uint8Array; rows: ReceivableRow[] };

/** The file itself stays where it was read; what has to be looked up of it comes as text. */
export async function previewImport(books: Books, file: FileOutline): Promise<ImportPreview> {
  const [already, taken, newCustomers] = await Promise.all([
    readImport(books, file.hash),
    findTakenNumbers(books, file.invoices),
    countNewCustomers(books, file.customers),
  ]);
  const faults = already
    ? file.faults
    : [...file.faults, ...taken.faults].sort((a, b) => a.line - b.line).slice(0, FAULTS_SHOWN);
  const faultCount = file.faultCount + (already ? 0 : taken.count);
  return { ...file.figures, newCustomers, faults, faultCount, already };
}

/** Refuses with "file-refused" and the faults, or with "already-imported". */
export async function importReceivables(books: Books, file: File): Promise<ImportSummary> {
  const already = await readImport(books, file.hash);
  if (already) throw new Refusal("already-imported", already);
  // Before anything is read: the same file at the same time waits here, and is told that it was imported.
  await books.tx.execute(sql`
    insert into books.imports (kind, file_name, file_hash, row_count, imported_by)
    values ('receivables', ${file.name.slice(0, 200)}, ${file.hash}, ${file.rows.length}, ${books.userName})`);
  const faults = await findTaken(books, file.rows);
  if (faults.length > 0) throw new Refusal("file-refused", { faults });
  const newCustomers = await addCustomers(books, file.rows);
  const accounts = await readCustomers(books, file.rows);
  const drafts = await draft(books, file.rows, accounts);
  await post(
    books,
    drafts.map((each) => each.posting),
  );
  await keepDocuments(books, drafts);
  return { ...figuresOfFile(file), newCustomers };
}

async function readImport({ tx }: Books, hash: Uint8Array): Promise<{ at: string; by: string } | null> {
  const [row] = await tx.execute<{ at: string; by: string }>(sql`
    select recorded_at as at, imported_by as by from books.imports where kind = 'receivables' and file_hash = ${hash}`);
  return row ?? null;
}

/** An invoice number that the books have already is a fault of its row. */
async function findTaken({ tx }: Books, rows: readonly ReceivableRow[]): Promise<RowFault[]> {
  const numbers = rows.map((row) => row.invoiceNumber);
  const taken = await tx.execute<{ number: string }>(sql`
    select number from books.invoices where number = any (${sql.param(numbers)}::text[])`);
  const known = new Set(taken.map((row) => row.number));
  return rows
    .filter((row) => known.has(row.invoiceNumber))
    .map(({ line, invoiceNumber }) => takenFault(line, invoiceNumber));
}

const takenFault = (line: number, number: string): RowFault => ({
  line,
  column: COLUMNS.invoiceNumber,
  message: `Invoice ${number} is in your books already.`,
});

/** The same of an outline: the first of them, and how many there are. */
async function findTakenNumbers({ tx }: Books, invoices: string) {
  const rows = await tx.execute<{ line: number; number: string; count: number }>(sql`
    select w.line, w.number, count(*) over ()::int as count
    from jsonb_to_recordset(${invoices}::text::jsonb) as w (line int, number text)
    where exists (select from books.invoices i where i.number = w.number)
    order by w.line limit ${FAULTS_SHOWN}`);
  return { faults: rows.map(({ line, number }) => takenFault(line, number)), count: rows[0]?.count ?? 0 };
}

async function countNewCustomers({ tx, currency }: Books, customers: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(distinct upper(w.number))::int as count from jsonb_array_elements_text(${customers}::text::jsonb) as w (number)
    where not exists (
      select from books.customers c join books.accounts a on a.currency = ${currency}
        and a.customer_id = case when c.merged_into is null then c.id else books.survivor(c.id) end
      where c.number_key = upper(w.number))`);
  return row?.count ?? 0;
}

/** Account ids by customer number; that of a merged customer leads to the one that stays. */
async function readCustomers(
  { tx, currency }: Books,
  rows: readonly ReceivableRow[],
): Promise<Map<string, string>> {
  const numbers = [...new Set(rows.map((row) => row.customerNumber))];
  const found = await tx.execute<{ number: string; id: string }>(sql`
    select w.number, a.id from unnest(${sql.param(numbers)}::text[]) as w (number)
    join books.customers c on c.number_key = upper(w.number)
    join books.accounts a on a.currency = ${currency}
      and a.customer_id = case when c.merged_into is null then c.id else books.survivor(c.id) end
`);
  return new Map(found.map((row) => [row.number, row.id]));
}

/** The file knows a customer by number only, so that is their name, too, until somebody writes a better one. */
async function addCustomers({ tx, currency }: Books, rows: readonly ReceivableRow[]): Promise<number> {
  const first = new Map<string, ReceivableRow>();
  for (const row of rows) if (!first.has(row.customerNumber)) first.set(row.customerNumber, row);
  const wanted = [...first.values()].map((row) => ({ number: row.customerNumber, terms: termsGiven(row) }));
  const [made] = await tx.execute<{ count: number }>(sql`
    with customer as (
      insert into books.customers (number, name, terms_days)
      select number, number, terms from jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as w (number text, terms int)
      on conflict do nothing returning id)
    , account as (insert into books.accounts (customer_id, currency) select id, ${currency} from customer returning 1)
    select count(*)::int as count from account`);
  return made?.count ?? 0;
}

type Draft = {
  row: ReceivableRow;
  posting: Posting;
  documentId: string;
  kind: "invoice" | "payment";
  accountId: string;
};

/** In the order of the days they count from; on one day the invoice comes before the payment that settles it. */
async function draft(
  books: Books,
  rows: readonly ReceivableRow[],
  accounts: ReadonlyMap<string, string>,
): Promise<Draft[]> {
  const happenings = rows.flatMap((row) => {
    const accountId = present(accounts.get(row.customerNumber), "every customer has an account");
    const issued = { row, accountId, kind: "invoice" as const, on: row.issuedOn, memo: "" };
    if (!row.settledOn) return [issued];
    return [
      issued,
      { ...issued, kind: "payment" as const, on: row.settledOn, memo: `On ${row.invoiceNumber}` },
    ];
  });
  happenings.sort((a, b) => order(a).localeCompare(order(b)) || a.row.line - b.row.line);
  const [places, ids] = await Promise.all([
    reserveEvents(books, happenings),
    newIds(books, happenings.length),
  ]);
  const items = new Map<string, number>();
  return happenings.map(({ row, kind, accountId }, at) => {
    const place = present(places[at], "as many places as happenings");
    const documentId = present(ids[at], "as many ids as documents");
    if (kind === "invoice") items.set(row.invoiceNumber, place.number);
    const posting =
      kind === "invoice"
        ? invoiceOf(row, documentId, place)
        : paymentOf(row, documentId, { ...place, items });
    return { row, kind, posting, documentId, accountId };
  });
}

const order = ({ on, kind }: { on: Day; kind: Draft["kind"] }) => on + (kind === "invoice" ? "a" : "b");

function invoiceOf(row: ReceivableRow, invoiceId: string, place: EventHeader): Posting {
  return postInvoice(place, { invoiceId, dueOn: row.dueOn, subtotalCents: row.amountCents, taxCents: ZERO });
}

function paymentOf(
  row: ReceivableRow,
  paymentId: string,
  place: EventHeader & { items: ReadonlyMap<string, number> },
): Posting {
  const itemId = present(place.items.get(row.invoiceNumber), "an invoice comes before its payment");
  const applied = [{ itemId, amountCents: row.amountCents }];
  return postPayment(place, { paymentId, amountCents: row.amountCents, label: "Payment", applied });
}

async function keepDocuments({ tx, currency }: Books, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.map(({ row, kind, posting, documentId, accountId }) => ({
    kind,
    id: documentId,
    account_id: accountId,
    event_number: posting.number,
    number: row.invoiceNumber,
    issued_on: row.issuedOn,
    due_on: row.dueOn,
    settled_on: row.settledOn,
    amount: row.amountCents,
    disputed: row.disputed,
  }));
  const [kept] = await tx.execute<{ count: number }>(sql`
    with doc as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as d (kind text, id uuid, account_id uuid,
        event_number bigint, number text, issued_on date, due_on date, settled_on date, amount bigint, disputed boolean)),
    invoice as (
      insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, total, disputed, event_number)
      select id, account_id, ${currency}, 'import', number, issued_on, due_on, amount, amount, disputed, event_number
      from doc where kind = 'invoice' returning id, subtotal),
    line as (
      insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
      select i.id, 1, 'Imported invoice', i.subtotal / 10::numeric ^ ${minorDigits(currency)}::int, i.subtotal, c.code
      from invoice i, books.chart c where c.role = 'revenue' returning 1),
    payment as (
      insert into books.payments (id, account_id, currency, method, received_on, amount, event_number)
      select id, account_id, ${currency}, 'import', settled_on, amount, event_number
      from doc where kind = 'payment' returning 1)
    select (select count(*) from line)::int + (select count(*) from payment)::int as count`);
  assert(kept?.count === drafts.length, "every document was kept");
}
