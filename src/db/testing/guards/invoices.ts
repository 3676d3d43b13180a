// What an invoice that was written by hand may say, its lines and taxes, and a draft of one.
import { changed, copied, type Guard } from "./guard.ts";

const FRESH = { id: "gen_random_uuid()", number: "'X-1'", event_number: "null", corrects: "null" };
const WRITTEN = "where id = '{written}'";

const trigger = (guard: Guard, by: string): Guard => ({ ...guard, kind: "trigger", by });

export const INVOICES: readonly Guard[] = [
  trigger(copied("invoices_foot", "invoices", FRESH, "id = '{written}'"), "invoices_foot"),
  changed("invoices", "invoices_corrects_another", `corrects = id ${WRITTEN}`),
  changed(
    "invoices",
    "invoices_corrected_once",
    "corrects = '{written}' where corrects is null and receipt_id is null",
  ),
  changed("invoice_lines", "invoice_lines_kind", "kind = 'note' where total = 0"),
  changed("invoice_lines", "invoice_lines_words", "kind = 'text' where tax > 0"),
  changed("invoice_lines", "invoice_lines_amounts", "discount = -1 where kind = 'item'"),
  changed("invoice_lines", "invoice_lines_tax", "taxable = false where tax > 0"),
  changed("invoice_lines", "invoice_lines_retainage", "retainage = total + 1"),
  trigger(
    copied("invoice_lines_foot", "invoice_lines", { line: "99" }, "invoice_id = '{written}' and total > 0"),
    "invoice_parts_foot",
  ),
  changed("invoice_taxes", "invoice_taxes_sold", "sold = base + 1"),
  changed("invoice_taxes", "invoice_taxes_rate", "rate = 101, tax = round(base * 1.01)"),
  changed("invoice_taxes", "invoice_taxes_tax", "tax = tax + 1"),
  trigger(copied("invoice_taxes_foot", "invoice_taxes", { line: "99" }), "invoice_parts_foot"),
  changed("invoice_drafts", "invoice_drafts_state", "state = 'lost' where state = 'open'"),
  changed("invoice_drafts", "invoice_drafts_issued", "state = 'issued' where state = 'open'"),
  changed("release_conditions", "release_conditions_kind", "kind = 'rain' where kind = 'completion'"),
  changed("release_conditions", "release_conditions_words", "words = '' where kind = 'other'"),
  changed("release_conditions", "release_conditions_met", "met_by = '' where met_on is not null"),
];
