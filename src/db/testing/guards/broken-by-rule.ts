// Guards of which there are many of a kind, each broken in the same way: a key by a second row like the first, a foreign
// key by a row that points to nothing, a fact by touching it.
import type { Sql } from "postgres";
import type { Guard } from "./guard.ts";

/** Unique keys that only give foreign keys something to point to: the primary key says more than they do. */
export const TARGETS: ReadonlySet<string> = new Set([
  "accounts_currency",
  "credits_account",
  "items_account",
  "events_head",
  "events_amount",
  "overrides_of_account",
  "override_requests_asked",
  "buyers_of_account",
  "purchase_orders_of_account",
  "tax_rates_agency_said",
  "jobs_currency",
  "customers_top",
  "split_payments_currency",
  "deposits_currency",
]);

/** Foreign keys that are told of in words, because what they hold is more than that the other row is there. */
const IN_WORDS: ReadonlySet<string> = new Set([
  "accounts_head",
  "events_chain",
  "events_reversal",
  "events_override",
  "customers_parent",
  "accounts_limit_of",
  "split_payments_account",
  "online_payments_booked",
]);

/** What else a second row must differ in, so that only its key is the same. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: {
    currency: "'EUR'",
    last_seq: "null",
    net: "0",
    open_items: "0",
    open_credit: "0",
    earmarked: "0",
    retained: "0",
  },
  charging_rules: { account_id: "'{b}'" },
  buyers: { account_id: "'{b}'" },
  purchase_orders: { account_id: "'{b}'" },
  discount_classes: { name: "'Other'" },
  labels: { name: "'Other'" },
  product_groups: { name: "'Other'" },
  customers: { number: "'X-1'" },
  disputes: { settled_at: "now()", settled_by: "'x'" },
  promises: { replaced_at: "now()" },
  earmarks: { released_at: "now()", released_by: "'x'" },
  overrides: { account_id: "'{b}'", request_id: "null" },
  credit_memos: { number: "'X-1'", event_number: "{lone}", receipt_id: "null", invoice_id: "null" },
  payments: { number: "'X-1'", event_number: "{lone}" },
  invoices: { number: "'X-1'", event_number: "null" },
  jobs: { number: "'X-1'" },
  deposits: { number: "'X-1'" },
  deposit_lines: { payment_id: "(select id from books.payments where number = 'P-00001')" },
  receipts: { number: "'X-1'" },
  chart: { role: "null" },
  commands: { key: "'another-key'" },
  imports: { file_hash: "'y'" },
  merges: { reversed_at: "now()", reversed_by: "'x'" },
  online_payments: {
    state: "'expired'",
    ended_at: "now()",
    session_id: "null",
    intent_id: "null",
    payment_id: "null",
  },
  autopays: { state: "'asked'", session_id: "null" },
  autopay_charges: { charge_on: "'2026-08-01'" },
  outbox: { dedupe_key: "'y'" },
  mail_stops: { address: "'z@y.example'" },
  products: { sku: "''", barcode: "''" },
  statements: { number: "'X-1'" },
  tax_agencies: { name: "'Other'", chart_code: "'1100'" },
  tax_rates: { name: "'Other'", is_default: "false" },
  tax_exemptions: { ended_at: "now()", ended_by: "'x'" },
  tax_parts: {
    rate_id: "(select id from books.tax_rates where name = 'Spare')",
    agency_id: "(select agency_id from books.tax_rates where name = 'Spare')",
  },
};

/** What a second guard refuses, too: rows of facts can't come twice, since their sums would be wrong. */
const HELD: Readonly<Record<string, string>> = {
  events_key: "events_seq",
  items_key: "items_account",
  credits_key: "credits_account",
  receipt_lines_key: "receipt_parts_foot",
  receipt_taxes_key: "receipt_parts_foot",
  tax_rates_key: "tax_rates_agency_said",
  receipt_tenders_key: "receipt_parts_foot",
  invoice_lines_key: "invoice_parts_foot",
  invoice_taxes_key: "invoice_parts_foot",
  credit_memo_lines_key: "credit_memo_parts_foot",
  credit_memo_taxes_key: "credit_memo_parts_foot",
  retainage_key: "retainage_added",
  credit_applications_change: "application_answered",
  journal_lines_key: "journal_added",
  customers_key: "customers_top",
  jobs_key: "jobs_currency",
  split_payments_key: "split_payments_currency",
  deposits_key: "deposits_currency",
  override_requests_key: "override_requests_asked",
  statement_runs_key: "statement_runs_once",
  statement_run_entries_key: "statement_run_entries_statement_once",
  deposit_lines_key: "deposits_foot",
  invoices_job: "invoice_on_job",
  allocations_key: "allocations_added",
  reductions_key: "reductions_added",
  reservations_receipt: "reservations_ended",
};

/** Which row is to point to nothing, where any would break another guard first. */
const WHICH: Readonly<Record<string, string>> = {
  overrides_account: "used_by_event is null and request_id is null",
  overrides_request: "request_id is not null",
  override_requests_account: "job_id is not null",
  override_requests_job: "job_id is not null",
  charging_rules_job: "job_id is not null",
  buyers_account: "name = 'Spare'",
  buyers_job: "name = 'Spare'",
  purchase_orders_account: "number = 'Spare'",
  credit_decisions_job: "job_id is not null",
  reservations_account: "ended_at is null",
  reservations_job: "job_id is not null",
  reservations_receipt: "receipt_id is not null",
  reductions_item: "item_id is not null",
  reductions_credit: "credit_id is not null",
  receipts_account: "account_id is not null",
  receipts_return_of: "return_of is not null",
  receipt_lines_receipt: "return_of is not null",
  receipt_lines_returned: "return_of is not null",
  receipt_tenders_event: "event_number is not null",
  invoices_receipt: "receipt_id is not null",
  invoices_job: "job_id is not null",
  items_job: "job_id is not null",
  invoices_corrected: "corrects is not null",
  credit_memos_invoice: "invoice_id is not null",
  statement_run_entries_statement: "statement_id is not null",
  outbox_statement: "statement_id is not null",
  outbox_invoice: "invoice_id is not null",
  outbox_credit_memo: "credit_memo_id is not null",
  outbox_charge: "charge_id is not null",
  invoice_lines_tax_of: "tax_id is not null",
  invoice_lines_product: "product_id is not null",
  invoice_schedules_job: "job_id is not null",
  invoice_drafts_customer: "customer_id is not null",
  invoice_drafts_job: "job_id is not null",
  invoice_drafts_corrects: "corrects is not null",
  invoice_drafts_invoice: "invoice_id is not null",
  payments_account: "deposit_id is null and split_id is null",
  payments_deposit: "deposit_id is null and number = 'P-00001'",
  payments_to: "deposit_id is null",
  online_returns_event: "event_number is not null",
  attachments_customer: "customer_id is not null",
  attachments_receipt: "receipt_id is not null",
  attachments_invoice: "invoice_id is not null",
  attachments_payment: "payment_id is not null",
  credit_applications_request: "request_id is not null",
  credit_applications_customer: "state = 'waiting'",
  credit_applications_change: "state = 'approved'",
  attachments_application: "application_id is not null",
  payments_split: "split_id is not null",
  attachments_draft: "draft_id is not null",
  attachments_buyer: "buyer_id is not null",
  customers_tax: "tax_id is not null",
  locations_tax: "tax_id is not null",
  tax_rates_agency: "name = 'Spare'",
  tax_exemptions_file: "attachment_id is not null",
};

const NOTHING: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  bigint: "888888",
  integer: "8888",
  date: "'1999-01-01'",
  text: "'none'",
  bytea: "'\\x00'",
};

/** Facts about what may go; another guard keeps them as long as that is there. */
const GO_WITH_THEIRS = new Set(["attachment_files", "customer_changes", "import_parts"]);

export async function brokenByRule(owner: Sql): Promise<Guard[]> {
  const rows = await owner<{ name: string; table: string; kind: string; column: string; type: string }[]>`
    select conname as name, t.relname as table, contype as kind, a.attname as column, format_type(a.atttypid, null) as type
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]
    where c.connamespace = 'books'::regnamespace and contype in ('p', 'f')`;
  const keys = rows
    .filter((row) => row.kind === "p")
    .map(({ name, table }): Guard => ({
      name,
      table,
      wrong: `copy ${JSON.stringify({ table, set: OTHERWISE[table] ?? {}, where: "true" })}`,
      ...(HELD[name] && { heldBy: HELD[name] }),
    }));
  const foreign = rows
    .filter((row) => row.kind === "f" && !IN_WORDS.has(row.name))
    .map(({ name, table, column, type }): Guard => ({
      name,
      table,
      kind: "foreign key",
      changesFacts: true,
      ...(HELD[name] && { heldBy: HELD[name] }),
      wrong: `update books.${table} set ${column} = ${NOTHING[type] ?? "null"} where ctid = (
        select ctid from books.${table} where org_id = books.current_org_id() and ${WHICH[name] ?? "true"} order by ctid desc limit 1)`,
    }));
  const facts = await owner<{ name: string; table: string }[]>`
    select tgname as name, t.relname as table from pg_trigger g join pg_class t on t.oid = g.tgrelid
    where t.relnamespace = 'books'::regnamespace and not tgisinternal and tgname like '%\\_stay'`;
  const stay = facts.flatMap(({ name, table }): Guard[] =>
    [
      `update books.${table} set org_id = org_id`,
      ...(GO_WITH_THEIRS.has(table) ? [] : [`delete from books.${table} where false`]),
    ].map((wrong) => ({ name, table, wrong, by: "facts_stay" })),
  );
  return [...keys, ...foreign, ...stay];
}
