-- What holds between the tables of the books, and the indexes that find their rows. Every foreign key carries the tenant,
-- so that no row can point into another business. At the end is what src/db/schema can't say.

-- What a business's books stand on.

ALTER TABLE books.audit_entries
  ADD CONSTRAINT audit_entries_command FOREIGN KEY (org_id, command_id) REFERENCES books.commands (org_id, id);
CREATE INDEX audit_entries_by_time ON books.audit_entries (org_id, recorded_at);

CREATE INDEX proofs_by_time ON books.proofs (org_id, proven_at);

-- Customers, their accounts, and credit that is set aside.

ALTER TABLE books.customers
  ADD CONSTRAINT customers_merged_into FOREIGN KEY (org_id, merged_into) REFERENCES books.customers (org_id, id);
CREATE INDEX customers_merged ON books.customers (org_id, merged_into) WHERE merged_into is not null;
CREATE INDEX customers_search ON books.customers USING gin (org_id, search gin_trgm_ops);
CREATE INDEX customers_number_said ON books.customers (org_id, books.search_text(number) text_pattern_ops);
CREATE INDEX customers_name_said ON books.customers (org_id, books.search_text(name) text_pattern_ops);
CREATE INDEX customers_by_name ON books.customers (org_id, lower(name) collate "und-x-icu", id);

ALTER TABLE books.accounts
  ADD CONSTRAINT accounts_customer FOREIGN KEY (org_id, customer_id) REFERENCES books.customers (org_id, id);
CREATE INDEX accounts_by_balance ON books.accounts (org_id, currency, open_items, customer_id);

ALTER TABLE books.earmarks
  ADD CONSTRAINT earmarks_account FOREIGN KEY (org_id, account_id) REFERENCES books.accounts (org_id, id);
CREATE INDEX earmarks_live ON books.earmarks (org_id, account_id) WHERE released_at is null;

-- What surrounds a credit limit.

ALTER TABLE books.limit_changes
  ADD CONSTRAINT limit_changes_account FOREIGN KEY (org_id, account_id) REFERENCES books.accounts (org_id, id);
CREATE INDEX limit_changes_of_account ON books.limit_changes (org_id, account_id, recorded_at);

ALTER TABLE books.reservations
  ADD CONSTRAINT reservations_account FOREIGN KEY (org_id, account_id) REFERENCES books.accounts (org_id, id);
CREATE INDEX reservations_live ON books.reservations (org_id, account_id, expires_at) WHERE ended_at is null;

ALTER TABLE books.overrides
  ADD CONSTRAINT overrides_account FOREIGN KEY (org_id, account_id) REFERENCES books.accounts (org_id, id);
CREATE INDEX overrides_unused ON books.overrides (org_id, account_id) WHERE used_by_event is null;

-- Jobs of a customer.

ALTER TABLE books.jobs
  ADD CONSTRAINT jobs_customer FOREIGN KEY (org_id, customer_id) REFERENCES books.customers (org_id, id);
CREATE INDEX jobs_of_customer ON books.jobs (org_id, customer_id);

-- What a business sells.

ALTER TABLE books.products
  ADD CONSTRAINT products_chart FOREIGN KEY (org_id, chart_code) REFERENCES books.chart (org_id, code);
CREATE UNIQUE INDEX products_sku ON books.products (org_id, sku) WHERE sku <> '';
CREATE UNIQUE INDEX products_barcode ON books.products (org_id, barcode) WHERE barcode <> '';
CREATE INDEX products_sku_said ON books.products (org_id, books.search_text(sku) text_pattern_ops);
CREATE INDEX products_name_said ON books.products (org_id, books.search_text(name) text_pattern_ops);
CREATE INDEX products_by_name ON books.products (org_id, lower(name) collate "und-x-icu", id);
CREATE INDEX products_search ON books.products USING gin (org_id, search gin_trgm_ops);

-- The books themselves: an account's chain of events.

ALTER TABLE books.events
  ADD CONSTRAINT events_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency),
  ADD CONSTRAINT events_period FOREIGN KEY (org_id, period) REFERENCES books.periods (org_id, month),
  ADD CONSTRAINT events_command FOREIGN KEY (org_id, command_id) REFERENCES books.commands (org_id, id),
  ADD CONSTRAINT events_override FOREIGN KEY (org_id, account_id, override_id)
    REFERENCES books.overrides (org_id, account_id, id),
  ADD CONSTRAINT events_chain FOREIGN KEY (org_id, account_id, prev_seq, prev_balance)
    REFERENCES books.events (org_id, account_id, seq, balance_after),
  ADD CONSTRAINT events_reversal FOREIGN KEY (org_id, account_id, reverses, negated)
    REFERENCES books.events (org_id, account_id, number, amount);
CREATE UNIQUE INDEX events_reversed_once ON books.events (org_id, reverses) WHERE reverses is not null;
CREATE INDEX events_history ON books.events (org_id, account_id, effective_on, number);
CREATE UNIQUE INDEX events_override_once ON books.events (org_id, override_id) WHERE override_id is not null;

-- Debts and credits with a balance, and what was done with them.

ALTER TABLE books.items
  ADD CONSTRAINT items_event FOREIGN KEY (org_id, id) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT items_of_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency);
CREATE INDEX items_open ON books.items (org_id, account_id, due_on, id) WHERE amount - applied - reversed > 0;
CREATE INDEX items_moved ON books.items (org_id, document_id) WHERE kind = 'transfer-in';
CREATE INDEX items_touched_on ON books.items (org_id, touched_on, effective_on);
CREATE INDEX items_touched_at ON books.items (org_id, touched_at, recorded_at);
CREATE INDEX items_of_account_by_day ON books.items (org_id, account_id, touched_on);

ALTER TABLE books.credits
  ADD CONSTRAINT credits_event FOREIGN KEY (org_id, id) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT credits_of_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency);
CREATE INDEX credits_open ON books.credits (org_id, account_id, issued_on,
  id) WHERE amount - applied - refunded - reversed > 0;
CREATE INDEX credits_touched_on ON books.credits (org_id, touched_on, effective_on);
CREATE INDEX credits_touched_at ON books.credits (org_id, touched_at, recorded_at);
CREATE INDEX credits_of_account_by_day ON books.credits (org_id, account_id, touched_on);

ALTER TABLE books.allocations
  ADD CONSTRAINT allocations_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT allocations_credit FOREIGN KEY (org_id, account_id, currency, credit_id)
    REFERENCES books.credits (org_id, account_id, currency, id),
  ADD CONSTRAINT allocations_item FOREIGN KEY (org_id, account_id, currency, item_id)
    REFERENCES books.items (org_id, account_id, currency, id);
CREATE INDEX allocations_of_item ON books.allocations (org_id, item_id);
CREATE INDEX allocations_of_credit ON books.allocations (org_id, credit_id);

ALTER TABLE books.reductions
  ADD CONSTRAINT reductions_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT reductions_item FOREIGN KEY (org_id, account_id, currency, item_id)
    REFERENCES books.items (org_id, account_id, currency, id),
  ADD CONSTRAINT reductions_credit FOREIGN KEY (org_id, account_id, currency, credit_id)
    REFERENCES books.credits (org_id, account_id, currency, id);
CREATE INDEX reductions_of_item ON books.reductions (org_id, item_id) WHERE item_id is not null;
CREATE INDEX reductions_of_credit ON books.reductions (org_id, credit_id) WHERE credit_id is not null;

-- What each event says in the general ledger's words, and what it holds back.

ALTER TABLE books.journal_lines
  ADD CONSTRAINT journal_lines_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT journal_lines_chart FOREIGN KEY (org_id, chart_code) REFERENCES books.chart (org_id, code);
CREATE INDEX journal_lines_by_chart ON books.journal_lines (org_id, chart_code, event_number);

ALTER TABLE books.retainage
  ADD CONSTRAINT retainage_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT retainage_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency);
CREATE INDEX retainage_of_line ON books.retainage (org_id, invoice_id, invoice_line);
CREATE INDEX retainage_of_account ON books.retainage (org_id, account_id, effective_on);

-- Sums of an account's events by day.

ALTER TABLE books.day_sums
  ADD CONSTRAINT day_sums_account FOREIGN KEY (org_id, account_id) REFERENCES books.accounts (org_id, id);

-- The papers behind events.

ALTER TABLE books.invoices
  ADD CONSTRAINT invoices_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency),
  ADD CONSTRAINT invoices_job FOREIGN KEY (org_id, job_id) REFERENCES books.jobs (org_id, id),
  ADD CONSTRAINT invoices_receipt FOREIGN KEY (org_id, receipt_id) REFERENCES books.receipts (org_id, id),
  ADD CONSTRAINT invoices_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number);
CREATE UNIQUE INDEX invoices_one_per_receipt ON books.invoices (org_id, receipt_id) WHERE receipt_id is not null;
CREATE INDEX invoices_of_account ON books.invoices (org_id, account_id, issued_on);
CREATE INDEX invoices_by_day ON books.invoices (org_id, issued_on, event_number);

ALTER TABLE books.invoice_lines
  ADD CONSTRAINT invoice_lines_invoice FOREIGN KEY (org_id, invoice_id) REFERENCES books.invoices (org_id, id);

ALTER TABLE books.payments
  ADD CONSTRAINT payments_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency),
  ADD CONSTRAINT payments_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT payments_receipt FOREIGN KEY (org_id, receipt_id) REFERENCES books.receipts (org_id, id);
CREATE INDEX payments_of_receipt ON books.payments (org_id, receipt_id);
CREATE INDEX payments_of_account ON books.payments (org_id, account_id, received_on);
CREATE INDEX payments_by_day ON books.payments (org_id, received_on, event_number);
CREATE INDEX payments_by_reference ON books.payments (org_id, reference collate "C") WHERE reference <> '';

ALTER TABLE books.credit_memos
  ADD CONSTRAINT credit_memos_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency),
  ADD CONSTRAINT credit_memos_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number),
  ADD CONSTRAINT credit_memos_receipt FOREIGN KEY (org_id, receipt_id) REFERENCES books.receipts (org_id, id);
CREATE UNIQUE INDEX credit_memos_one_per_receipt ON books.credit_memos (org_id,
  receipt_id) WHERE receipt_id is not null;
CREATE INDEX credit_memos_of_account ON books.credit_memos (org_id, account_id, issued_on);

-- The people and places of a customer, changes of its profile, merges.

ALTER TABLE books.contacts
  ADD CONSTRAINT contacts_customer FOREIGN KEY (org_id, customer_id) REFERENCES books.customers (org_id, id);
CREATE INDEX contacts_of_customer ON books.contacts (org_id, customer_id);

ALTER TABLE books.locations
  ADD CONSTRAINT locations_customer FOREIGN KEY (org_id, customer_id) REFERENCES books.customers (org_id, id);
CREATE INDEX locations_of_customer ON books.locations (org_id, customer_id);

ALTER TABLE books.customer_changes
  ADD CONSTRAINT customer_changes_customer FOREIGN KEY (org_id, customer_id) REFERENCES books.customers (org_id, id),
  ADD CONSTRAINT customer_changes_command FOREIGN KEY (org_id, command_id) REFERENCES books.commands (org_id, id);
CREATE INDEX customer_changes_of_customer ON books.customer_changes (org_id, customer_id, recorded_at);

ALTER TABLE books.merges
  ADD CONSTRAINT merges_from FOREIGN KEY (org_id, from_customer_id) REFERENCES books.customers (org_id, id),
  ADD CONSTRAINT merges_into FOREIGN KEY (org_id, into_customer_id) REFERENCES books.customers (org_id, id),
  ADD CONSTRAINT merges_command FOREIGN KEY (org_id, command_id) REFERENCES books.commands (org_id, id);
CREATE UNIQUE INDEX merges_standing ON books.merges (org_id, from_customer_id) WHERE undone_at is null;
CREATE INDEX merges_of_from ON books.merges (org_id, from_customer_id);
CREATE INDEX merges_of_into ON books.merges (org_id, into_customer_id);

-- Receipts of the counter.

ALTER TABLE books.receipts
  ADD CONSTRAINT receipts_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency),
  ADD CONSTRAINT receipts_return_of FOREIGN KEY (org_id, return_of) REFERENCES books.receipts (org_id, id);
CREATE INDEX receipts_of_account ON books.receipts (org_id, account_id, issued_on);
CREATE INDEX receipts_by_time ON books.receipts (org_id, created_at, id);
CREATE INDEX receipts_returned ON books.receipts (org_id, return_of);

ALTER TABLE books.receipt_lines
  ADD CONSTRAINT receipt_lines_receipt FOREIGN KEY (org_id, receipt_id) REFERENCES books.receipts (org_id, id),
  ADD CONSTRAINT receipt_lines_product FOREIGN KEY (org_id, product_id) REFERENCES books.products (org_id, id),
  ADD CONSTRAINT receipt_lines_chart FOREIGN KEY (org_id, chart_code) REFERENCES books.chart (org_id, code),
  ADD CONSTRAINT receipt_lines_returned FOREIGN KEY (org_id, return_of, returned_line)
    REFERENCES books.receipt_lines (org_id, receipt_id, line);
CREATE INDEX receipt_lines_of_product ON books.receipt_lines (org_id, product_id);
CREATE INDEX receipt_lines_of_returned ON books.receipt_lines (org_id, return_of, returned_line);

ALTER TABLE books.receipt_tenders
  ADD CONSTRAINT receipt_tenders_receipt FOREIGN KEY (org_id, receipt_id) REFERENCES books.receipts (org_id, id),
  ADD CONSTRAINT receipt_tenders_event FOREIGN KEY (org_id, event_number) REFERENCES books.events (org_id, number);
CREATE INDEX receipt_tenders_of_event ON books.receipt_tenders (org_id, event_number);

-- Statements as they were issued, and the outbox that sends each thing once.

ALTER TABLE books.statements
  ADD CONSTRAINT statements_account FOREIGN KEY (org_id, account_id, currency)
    REFERENCES books.accounts (org_id, id, currency),
  ADD CONSTRAINT statements_head FOREIGN KEY (org_id, account_id, head_seq)
    REFERENCES books.events (org_id, account_id, seq);
CREATE INDEX statements_of_account ON books.statements (org_id, account_id, issued_at);
CREATE INDEX statements_by_time ON books.statements (org_id, issued_at);

ALTER TABLE books.statement_files
  ADD CONSTRAINT statement_files_statement FOREIGN KEY (org_id, statement_id) REFERENCES books.statements (org_id, id);

ALTER TABLE books.outbox
  ADD CONSTRAINT outbox_statement FOREIGN KEY (org_id, statement_id) REFERENCES books.statements (org_id, id);
CREATE INDEX outbox_of_statement ON books.outbox (org_id, statement_id);

-- Files kept with a customer or a document.

ALTER TABLE books.attachments
  ADD CONSTRAINT attachments_file FOREIGN KEY (org_id, hash) REFERENCES books.attachment_files (org_id, hash),
  ADD CONSTRAINT attachments_customer FOREIGN KEY (org_id, customer_id) REFERENCES books.customers (org_id, id),
  ADD CONSTRAINT attachments_receipt FOREIGN KEY (org_id, receipt_id) REFERENCES books.receipts (org_id, id),
  ADD CONSTRAINT attachments_invoice FOREIGN KEY (org_id, invoice_id) REFERENCES books.invoices (org_id, id),
  ADD CONSTRAINT attachments_payment FOREIGN KEY (org_id, payment_id) REFERENCES books.payments (org_id, id);
CREATE INDEX attachments_of_customer ON books.attachments (org_id, customer_id);
CREATE INDEX attachments_of_receipt ON books.attachments (org_id, receipt_id);
CREATE INDEX attachments_of_invoice ON books.attachments (org_id, invoice_id);
CREATE INDEX attachments_of_payment ON books.attachments (org_id, payment_id);

-- An account's net is its last event's balance (I2). Drizzle knows no deferrable keys.

ALTER TABLE books.accounts
  ADD CONSTRAINT accounts_head FOREIGN KEY (org_id, id, last_seq, net)
    REFERENCES books.events (org_id, account_id, seq, balance_after) DEFERRABLE INITIALLY DEFERRED;

-- Rows that every posting changes find room on their own page.

ALTER TABLE books.accounts SET (fillfactor = 70);
ALTER TABLE books.counters SET (fillfactor = 50);
