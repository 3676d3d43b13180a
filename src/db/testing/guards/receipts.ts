// What receipts may say, their lines and tenders, what was posted of them, and the files that hang on things.
import { changed, copied, type Guard } from "./guard.ts";

const SALE = "where id = '{sale}'";
const FRESH = { id: "gen_random_uuid()" };

/** A whole return, but of more than was sold. */
const TOO_MUCH = `
  with r as (
    insert into books.receipts (number, kind, currency, issued_on, subtotal, tax, total, money, return_of, sold_by)
    values ('X-7', 'return', 'USD', '2026-06-01', 1, 0, 1, 1, '{sale}', 'x') returning id),
  l as (
    insert into books.receipt_lines (receipt_id, line, description, quantity, unit_price, total, taxable, chart_code, return_of,
      returned_line)
    select id, 1, 'x', 99999, 0, 1, true, '4000', '{sale}', 1 from r)
  insert into books.receipt_tenders (receipt_id, line, tender, amount, given) select id, 1, 'cash', 1, 1 from r`;

/** Credit for what a charge paid for that was reversed. */
const CREDITED = `
  with r as (
    insert into books.receipts (number, kind, account_id, currency, issued_on, subtotal, tax, total, house_charge, return_of, sold_by)
    values ('X-8', 'return', '{shopper}', 'USD', '2026-06-01', 1, 0, 1, 1, '{voided}', 'x') returning id),
  l as (
    insert into books.receipt_lines (receipt_id, line, description, quantity, unit_price, total, taxable, chart_code, return_of,
      returned_line)
    select id, 1, 'x', 0.5, 0, 1, true, '4000', '{voided}', 1 from r)
  insert into books.receipt_tenders (receipt_id, line, tender, amount, given, event_number)
  select id, 1, 'house-charge', 1, 1, {lone} from r`;

const trigger = (guard: Guard, by: string): Guard => ({ ...guard, kind: "trigger", by });

export const RECEIPTS: readonly Guard[] = [
  changed("receipts", "receipts_kind", "kind = 'gift' where id = '{walkin}'"),
  changed("receipts", "receipts_return", "kind = 'return' where id = '{walkin}'"),
  changed("receipts", "receipts_foot", `total = total + 1, money = money + 1 ${SALE}`, { kind: "check" }),
  changed("receipts", "receipts_paid", `money = money + 1 ${SALE}`),
  changed("receipts", "receipts_house_charge", `house_charge = total + 1, money = money - 1 ${SALE}`),
  changed("receipts", "receipts_amounts", `subtotal = -1, tax = total + 1 ${SALE}`),
  changed("receipts", "receipts_of_account", `account_id = null ${SALE}`, { kind: "check" }),
  changed("receipts", "receipts_return_plain", "on_account = 1, money = money + 1 where kind = 'return'"),
  { ...copied("receipts_number", "receipts", FRESH), heldBy: "receipts_foot" },
  trigger(copied("receipts_foot", "receipts", { ...FRESH, number: "'X-9'" }), "receipts_foot"),
  changed("receipt_lines", "receipt_lines_returned_line", "returned_line = 1 where return_of is null"),
  changed("receipt_lines", "receipt_lines_amounts", "discount = -1"),
  changed("receipt_lines", "receipt_lines_tax", "taxable = false where tax > 0"),
  trigger(
    copied("receipt_lines_foot", "receipt_lines", { line: "99" }, "return_of is null"),
    "receipt_parts_foot",
  ),
  trigger({ name: "receipt_lines_returned", table: "receipt_lines", wrong: TOO_MUCH }, "returns_within"),
  trigger({ name: "receipt_lines_returned", table: "receipt_lines", wrong: CREDITED }, "returns_within"),
  changed("receipt_tenders", "receipt_tenders_tender", "tender = 'beads' where tender = 'check'"),
  changed("receipt_tenders", "receipt_tenders_amount", "amount = 0, given = 0 where on_account = 0"),
  changed("receipt_tenders", "receipt_tenders_given", "given = amount + 1 where tender = 'house-charge'"),
  changed("receipt_tenders", "receipt_tenders_house_charge", "on_account = 1 where tender = 'house-charge'"),
  changed("receipt_tenders", "receipt_tenders_posted", "event_number = null where tender = 'house-charge'"),
  trigger(copied("receipt_tenders_foot", "receipt_tenders", { line: "99" }), "receipt_parts_foot"),
  changed("invoices", "invoices_of_receipt", "source = 'hand' where receipt_id is not null"),
  copied(
    "invoices_one_per_receipt",
    "invoices",
    { ...FRESH, number: "'X-1'", event_number: "null" },
    "receipt_id is not null",
  ),
  // Called by another name, what a receipt is charged by has to have passed the gate, too.
  trigger(
    copied(
      "invoices_charge_gated",
      "invoices",
      { ...FRESH, number: "'X-1'", event_number: "{lone}", receipt_id: "'{walkin}'" },
      "receipt_id is not null",
    ),
    "charge_gated",
  ),
  copied(
    "credit_memos_one_per_receipt",
    "credit_memos",
    { ...FRESH, number: "'X-1'", event_number: "{lone}" },
    "receipt_id is not null",
  ),
  changed("attachments", "attachments_of_one", "customer_id = null"),
  copied("attachments_photo_once", "attachments", { id: "gen_random_uuid()" }, "buyer_id is not null"),
  changed("attachments", "attachments_photo", "media_type = 'application/pdf' where buyer_id is not null"),
  changed("attachments", "attachments_media_type", "media_type = 'text/html'"),
  changed("attachments", "attachments_named", "name = ''"),
  changed("attachments", "attachments_removed", "removed_at = now()"),
  changed("attachment_files", "attachment_files_hash", "content = 'other', size = 5"),
  changed("attachment_files", "attachment_files_size", "size = size + 1"),
];
