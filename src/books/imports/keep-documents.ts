// The papers behind imported events, kept in one statement for each batch.
import { sql } from "drizzle-orm";
import { assert } from "@/domain/assert.ts";
import type { Posting } from "@/domain/ledger/posting.ts";
import { minorDigits } from "@/domain/values/money.ts";
import { takeNumber } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";
import type { Happening } from "./draft.ts";

export type Posted = { happening: Happening; posting: Posting };

export async function keepDocuments(books: Books, posted: readonly Posted[]): Promise<void> {
  const { tx, currency } = books;
  const rows = [];
  for (const each of posted) if (each.posting.documentId !== null) rows.push(await rowOf(books, each));
  const [kept] = await tx.execute<{ count: number }>(sql`
    with doc as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as d (kind text, id uuid, account_id uuid,
        event_number bigint, number text, issued_on date, due_on date, dated_on date, amount bigint, disputed boolean, method text, memo text, says text)),
    invoice as (
      insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, total, disputed,
        notes_internal, event_number)
      select id, account_id, ${currency}, 'import', number, issued_on, due_on, amount, amount, disputed, memo, event_number
      from doc where kind = 'invoice' returning id, subtotal),
    line as (
      insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
      select i.id, 1, d.says, i.subtotal / 10::numeric ^ ${minorDigits(currency)}::int, i.subtotal, c.code
      from invoice i join doc d using (id), books.chart c where c.role = 'revenue' returning 1),
    memo as (
      insert into books.credit_memos (id, account_id, currency, number, issued_on, subtotal, total, reason, event_number)
      select id, account_id, ${currency}, number, issued_on, amount, amount, memo, event_number
      from doc where kind = 'credit' returning 1),
    payment as (
      insert into books.payments (id, account_id, currency, method, reference, received_on, amount, event_number)
      select id, account_id, ${currency}, method, number, dated_on, amount, event_number
      from doc where kind = 'payment' returning 1)
    select (select count(*) from line)::int + (select count(*) from memo)::int + (select count(*) from payment)::int as count`);
  assert(kept?.count === rows.length, "every document was kept");
}

async function rowOf(books: Books, { happening, posting }: Posted) {
  const { entry, settles, accountId, amountCents, dueOn, on, says = "Imported invoice" } = happening;
  const kind = settles ? "payment" : entry.kind;
  const own = settles ? "" : entry.number;
  const number = kind === "credit" && own === "" ? await takeNumber(books, "credit-memo") : own;
  return {
    kind,
    id: posting.documentId,
    account_id: accountId,
    event_number: posting.number,
    number,
    issued_on: entry.on,
    due_on: dueOn,
    dated_on: on,
    amount: amountCents,
    disputed: entry.disputed,
    method: (settles ? null : entry.method) ?? "import",
    memo: entry.memo,
    says,
  };
}
