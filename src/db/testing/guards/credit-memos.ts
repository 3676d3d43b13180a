// What a credit memo of an invoice may say, its lines and taxes.
import { changed, copied, type Guard } from "./guard.ts";

const FRESH = { id: "gen_random_uuid()", number: "'X-1'", event_number: "{lone}" };

const trigger = (guard: Guard, by: string): Guard => ({ ...guard, kind: "trigger", by });

/** A whole credit memo, of so many cents of line 2 of an invoice. */
const credits = (invoice: string, cents: number) => `
  with m as (
    insert into books.credit_memos (account_id, currency, number, issued_on, subtotal, tax, total, invoice_id, event_number)
    values ('{billed}', 'USD', 'X-1', '2026-06-20', ${cents}, 0, ${cents}, '${invoice}', {lone}) returning id, invoice_id)
  insert into books.credit_memo_lines (credit_memo_id, invoice_id, line, invoice_line, description, total, taxable, tax, retainage,
    chart_code)
  select id, invoice_id, 1, 2, 'x', ${cents}, true, 0, 0, '4000' from m`;

const within = (wrong: string): Guard =>
  trigger({ name: "credit_memo_lines_within", table: "credit_memo_lines", wrong }, "credited_within");

export const CREDIT_MEMOS: readonly Guard[] = [
  changed(
    "credit_memos",
    "credit_memos_of_one",
    "receipt_id = '{sale}' where invoice_id = '{creditedInvoice}'",
  ),
  trigger(copied("credit_memos_whole", "credit_memos", FRESH, "invoice_id is not null"), "credit_memos_foot"),
  changed("credit_memo_lines", "credit_memo_lines_quantity", "quantity = 0"),
  changed("credit_memo_lines", "credit_memo_lines_amounts", "retainage = total + 1"),
  changed("credit_memo_lines", "credit_memo_lines_tax", "taxable = false where tax > 0"),
  trigger(copied("credit_memo_lines_foot", "credit_memo_lines", { line: "99" }), "credit_memo_parts_foot"),
  within(credits("{creditedInvoice}", 501)),
  within(credits("{voidedInvoice}", 1)),
  changed("credit_memo_taxes", "credit_memo_taxes_rate", "rate = 101"),
  changed("credit_memo_taxes", "credit_memo_taxes_amounts", "base = -1, sold = null"),
  changed("credit_memo_taxes", "credit_memo_taxes_sold", "sold = base + 1"),
  trigger(copied("credit_memo_taxes_foot", "credit_memo_taxes", { line: "99" }), "credit_memo_parts_foot"),
];
