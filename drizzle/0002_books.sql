-- The tables of the books, each with what its own rows must hold: keys and checks. The tenant comes first in every key, and
-- is filled in by a default. What holds between tables follows in 0003_keys.sql, who may see and do what in 0004_walls.sql,
-- and what a whole statement must hold in functions/.

-- What a business's books stand on (src/db/schema/ground.ts).

CREATE TABLE books.settings (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  address_lines text[] DEFAULT '{}' NOT NULL,
  phone text,
  email text,
  start_on date DEFAULT '2000-01-01' NOT NULL,
  paper text DEFAULT 'LETTER' NOT NULL,
  tax_name text DEFAULT 'Sales tax' NOT NULL,
  tax_rate numeric(6, 3),
  count_earmarked boolean DEFAULT false NOT NULL,
  returned_fee bigint,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT settings_key PRIMARY KEY (org_id),
  CONSTRAINT settings_paper CHECK (paper in ('A4', 'LETTER')),
  CONSTRAINT settings_tax_rate CHECK (tax_rate between 0 and 100),
  CONSTRAINT settings_returned_fee CHECK (returned_fee > 0)
);

CREATE TABLE books.chart (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  role text,
  CONSTRAINT chart_key PRIMARY KEY (org_id, code),
  CONSTRAINT chart_role UNIQUE (org_id, role),
  CONSTRAINT chart_kind CHECK (kind in ('asset', 'liability', 'equity', 'revenue', 'expense'))
);

CREATE TABLE books.periods (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  month date NOT NULL,
  status text DEFAULT 'open' NOT NULL,
  CONSTRAINT periods_key PRIMARY KEY (org_id, month),
  CONSTRAINT periods_month CHECK (extract(day from month) = 1),
  CONSTRAINT periods_status CHECK (status in ('open', 'closed'))
);

CREATE TABLE books.counters (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  series text NOT NULL,
  prefix text DEFAULT '' NOT NULL,
  padding integer DEFAULT 1 NOT NULL,
  next bigint DEFAULT 1 NOT NULL,
  CONSTRAINT counters_key PRIMARY KEY (org_id, series),
  CONSTRAINT counters_prefix CHECK (prefix !~ '[0-9]$'),
  CONSTRAINT counters_next CHECK (next > 0 and padding between 1 and 12)
);

CREATE TABLE books.commands (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  key text NOT NULL,
  procedure text NOT NULL,
  request_hash bytea NOT NULL,
  actor text NOT NULL,
  answer text,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT commands_key PRIMARY KEY (org_id, id),
  CONSTRAINT commands_once UNIQUE (org_id, key),
  CONSTRAINT commands_request_hash CHECK (length(request_hash) = 32),
  CONSTRAINT commands_key_length CHECK (length(key) between 8 and 200)
);

CREATE TABLE books.audit_entries (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  input text NOT NULL,
  request_id text NOT NULL,
  command_id uuid,
  CONSTRAINT audit_entries_key PRIMARY KEY (org_id, id)
);

CREATE TABLE books.imports (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  file_hash bytea NOT NULL,
  row_count integer NOT NULL,
  imported_by text NOT NULL,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT imports_key PRIMARY KEY (org_id, id),
  CONSTRAINT imports_once UNIQUE (org_id, kind, file_hash)
);

CREATE TABLE books.proofs (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  proven_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  events bigint NOT NULL,
  broken integer NOT NULL,
  says text DEFAULT '' NOT NULL,
  took_ms integer NOT NULL,
  CONSTRAINT proofs_key PRIMARY KEY (org_id, id),
  CONSTRAINT proofs_counts CHECK (events >= 0 and broken >= 0 and took_ms >= 0)
);

-- Customers, their accounts, and credit that is set aside (src/db/schema/accounts.ts).

CREATE TABLE books.customers (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  company text DEFAULT '' NOT NULL,
  first_name text DEFAULT '' NOT NULL,
  last_name text DEFAULT '' NOT NULL,
  email text,
  phone text,
  address_lines text[] DEFAULT '{}' NOT NULL,
  country text DEFAULT '' NOT NULL,
  terms_days integer DEFAULT 30 NOT NULL,
  memo text DEFAULT '' NOT NULL,
  private_notes text DEFAULT '' NOT NULL,
  shipping_lines text[] DEFAULT '{}' NOT NULL,
  search text GENERATED ALWAYS AS (books.search_text(number || ' ' || name || ' ' || company || ' ' || first_name
    || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || books.digits(phone) || ' ' || memo)) STORED,
  merged_into uuid,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  archived_at timestamp with time zone,
  CONSTRAINT customers_key PRIMARY KEY (org_id, id),
  CONSTRAINT customers_number UNIQUE (org_id, number),
  CONSTRAINT customers_not_into_itself CHECK (merged_into <> id),
  CONSTRAINT customers_terms CHECK (terms_days between 0 and 365),
  CONSTRAINT customers_named CHECK (length(name) between 1 and 200 and length(number) between 1 and 60)
);

CREATE TABLE books.accounts (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  customer_id uuid NOT NULL,
  currency text NOT NULL,
  status text DEFAULT 'good' NOT NULL,
  charging_allowed boolean DEFAULT false NOT NULL,
  unlimited boolean DEFAULT false NOT NULL,
  limit_cents bigint,
  temporary_limit_cents bigint,
  temporary_until date,
  held_for_age boolean DEFAULT false NOT NULL,
  oldest_due_on date,
  merged_away boolean DEFAULT false NOT NULL,
  net bigint DEFAULT 0 NOT NULL,
  open_items bigint DEFAULT 0 NOT NULL,
  open_credit bigint DEFAULT 0 NOT NULL,
  earmarked bigint DEFAULT 0 NOT NULL,
  reserved bigint DEFAULT 0 NOT NULL,
  retained bigint DEFAULT 0 NOT NULL,
  last_seq bigint,
  head_hash bytea,
  head_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT accounts_key PRIMARY KEY (org_id, id),
  CONSTRAINT accounts_one_per_currency UNIQUE (org_id, customer_id, currency),
  CONSTRAINT accounts_currency UNIQUE (org_id, id, currency),
  CONSTRAINT accounts_status CHECK (status in ('good', 'hold', 'charge-off', 'closed')),
  CONSTRAINT accounts_net CHECK (net = open_items - open_credit),
  CONSTRAINT accounts_open_items CHECK (open_items >= 0),
  CONSTRAINT accounts_earmarks CHECK (earmarked between 0 and open_credit),
  CONSTRAINT accounts_merged CHECK (not merged_away or (open_items = 0 and open_credit = 0 and retained = 0
    and reserved = 0)),
  CONSTRAINT accounts_reserved CHECK (reserved >= 0),
  CONSTRAINT accounts_retained CHECK (retained >= 0),
  CONSTRAINT accounts_limit CHECK (limit_cents >= 0 and not (unlimited and limit_cents is not null)),
  CONSTRAINT accounts_temporary CHECK ((temporary_limit_cents is null) = (temporary_until is null)),
  CONSTRAINT accounts_unposted CHECK (last_seq is not null or (open_items = 0 and open_credit = 0 and retained = 0))
);

CREATE TABLE books.earmarks (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  amount bigint NOT NULL,
  note text NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  released_by text,
  released_at timestamp with time zone,
  CONSTRAINT earmarks_key PRIMARY KEY (org_id, id),
  CONSTRAINT earmarks_amount CHECK (amount > 0),
  CONSTRAINT earmarks_released CHECK ((released_at is null) = (released_by is null))
);

-- What surrounds a credit limit (src/db/schema/credit.ts).

CREATE TABLE books.limit_changes (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  reason text NOT NULL,
  requested_by text NOT NULL,
  approved_by text,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT limit_changes_key PRIMARY KEY (org_id, id),
  CONSTRAINT limit_changes_two_people CHECK (approved_by <> requested_by)
);

CREATE TABLE books.reservations (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  amount bigint NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT reservations_key PRIMARY KEY (org_id, id),
  CONSTRAINT reservations_amount CHECK (amount > 0)
);

CREATE TABLE books.overrides (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  amount bigint NOT NULL,
  reason text NOT NULL,
  requested_by text NOT NULL,
  approved_by text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_by_event bigint,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT overrides_key PRIMARY KEY (org_id, id),
  CONSTRAINT overrides_of_account UNIQUE (org_id, account_id, id),
  CONSTRAINT overrides_amount CHECK (amount > 0)
);

-- Jobs of a customer (src/db/schema/jobs.ts).

CREATE TABLE books.jobs (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  customer_id uuid NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  limit_cents bigint,
  exposure bigint DEFAULT 0 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT jobs_key PRIMARY KEY (org_id, id),
  CONSTRAINT jobs_number UNIQUE (org_id, number)
);

-- What a business sells (src/db/schema/products.ts).

CREATE TABLE books.products (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  name text NOT NULL,
  sku text DEFAULT '' NOT NULL,
  barcode text DEFAULT '' NOT NULL,
  description text DEFAULT '' NOT NULL,
  cost bigint,
  price numeric(24, 8) NOT NULL,
  unit text DEFAULT '' NOT NULL,
  chart_code text NOT NULL,
  taxable boolean DEFAULT true NOT NULL,
  retainable boolean DEFAULT true NOT NULL,
  search text GENERATED ALWAYS AS (books.search_text(name || ' ' || sku || ' ' || barcode || ' '
    || description)) STORED,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  archived_at timestamp with time zone,
  CONSTRAINT products_key PRIMARY KEY (org_id, id),
  CONSTRAINT products_named CHECK (length(name) between 1 and 200),
  CONSTRAINT products_price CHECK (price >= 0),
  CONSTRAINT products_cost CHECK (cost >= 0)
);

-- The books themselves: an account's chain of events (src/db/schema/events.ts).

CREATE TABLE books.events (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  number bigint NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  seq bigint NOT NULL,
  prev_seq bigint,
  kind text NOT NULL,
  effective_on date NOT NULL,
  period date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  amount bigint NOT NULL,
  open_items bigint NOT NULL,
  open_credit bigint NOT NULL,
  retained bigint NOT NULL,
  prev_balance bigint NOT NULL,
  balance_after bigint NOT NULL,
  actor text NOT NULL,
  label text DEFAULT '' NOT NULL,
  memo text DEFAULT '' NOT NULL,
  memo_salt bytea,
  memo_digest bytea,
  document_id uuid,
  reverses bigint,
  negated bigint GENERATED ALWAYS AS (- amount) STORED,
  command_id uuid,
  gated boolean DEFAULT false NOT NULL,
  override_id uuid,
  prev_hash bytea,
  hash bytea NOT NULL,
  CONSTRAINT events_key PRIMARY KEY (org_id, number),
  CONSTRAINT events_seq UNIQUE (org_id, account_id, seq),
  CONSTRAINT events_head UNIQUE (org_id, account_id, seq, balance_after),
  CONSTRAINT events_amount UNIQUE (org_id, account_id, number, amount),
  CONSTRAINT events_kind CHECK (kind in ('invoice', 'opening', 'credit-memo', 'payment', 'application',
    'un-application', 'refund', 'returned-payment', 'returned-payment-fee', 'adjustment-up', 'adjustment-down',
    'write-off', 'recovery', 'finance-charge', 'discount', 'retainage-release', 'transfer-out', 'transfer-in',
    'reversal')),
  CONSTRAINT events_sum CHECK (balance_after = prev_balance + amount),
  CONSTRAINT events_first CHECK ((seq = 1 and prev_seq is null and prev_balance = 0) or (seq > 1
    and prev_seq = seq - 1)),
  CONSTRAINT events_amount_is_net CHECK (amount = open_items - open_credit),
  CONSTRAINT events_reversal_names_one CHECK ((kind in ('reversal', 'returned-payment')) = (reverses is not null)),
  CONSTRAINT events_number CHECK (number > 0)
);

-- Debts and credits with a balance, and what was done with them (src/db/schema/settlement.ts).

CREATE TABLE books.items (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id bigint NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  kind text NOT NULL,
  document_id uuid,
  amount bigint NOT NULL,
  applied bigint DEFAULT 0 NOT NULL,
  reversed bigint DEFAULT 0 NOT NULL,
  open bigint GENERATED ALWAYS AS (amount - applied - reversed) STORED,
  effective_on date NOT NULL,
  issued_on date NOT NULL,
  due_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  touched_on date NOT NULL,
  touched_at timestamp with time zone NOT NULL,
  CONSTRAINT items_key PRIMARY KEY (org_id, id),
  CONSTRAINT items_account UNIQUE (org_id, account_id, currency, id),
  CONSTRAINT items_amount CHECK (amount > 0),
  CONSTRAINT items_use CHECK (applied >= 0 and reversed >= 0 and applied + reversed <= amount)
);

CREATE TABLE books.credits (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id bigint NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  kind text NOT NULL,
  document_id uuid,
  amount bigint NOT NULL,
  applied bigint DEFAULT 0 NOT NULL,
  refunded bigint DEFAULT 0 NOT NULL,
  reversed bigint DEFAULT 0 NOT NULL,
  open bigint GENERATED ALWAYS AS (amount - applied - refunded - reversed) STORED,
  effective_on date NOT NULL,
  issued_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  touched_on date NOT NULL,
  touched_at timestamp with time zone NOT NULL,
  CONSTRAINT credits_key PRIMARY KEY (org_id, id),
  CONSTRAINT credits_account UNIQUE (org_id, account_id, currency, id),
  CONSTRAINT credits_given_up CHECK (kind not in ('write-off', 'discount') or applied + reversed = amount),
  CONSTRAINT credits_amount CHECK (amount > 0),
  CONSTRAINT credits_use CHECK (applied >= 0 and refunded >= 0 and reversed >= 0
    and applied + refunded + reversed <= amount)
);

CREATE TABLE books.allocations (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  event_number bigint NOT NULL,
  line integer NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  credit_id bigint NOT NULL,
  item_id bigint NOT NULL,
  amount bigint NOT NULL,
  effective_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT allocations_key PRIMARY KEY (org_id, event_number, line),
  CONSTRAINT allocations_amount CHECK (amount <> 0)
);

CREATE TABLE books.reductions (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  event_number bigint NOT NULL,
  line integer NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  item_id bigint,
  credit_id bigint,
  kind text NOT NULL,
  amount bigint NOT NULL,
  effective_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT reductions_key PRIMARY KEY (org_id, event_number, line),
  CONSTRAINT reductions_of_one CHECK ((item_id is null) <> (credit_id is null)),
  CONSTRAINT reductions_kind CHECK (kind in ('reversed', 'refunded', 'transferred')),
  CONSTRAINT reductions_amount CHECK (amount <> 0),
  CONSTRAINT reductions_final CHECK (kind <> 'reversed' or amount > 0),
  CONSTRAINT reductions_refund CHECK (kind <> 'refunded' or credit_id is not null)
);

-- What each event says in the general ledger's words, and what it holds back (src/db/schema/journal.ts).

CREATE TABLE books.journal_lines (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  event_number bigint NOT NULL,
  line integer NOT NULL,
  chart_code text NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT journal_lines_key PRIMARY KEY (org_id, event_number, line),
  CONSTRAINT journal_lines_amount CHECK (amount <> 0)
);

CREATE TABLE books.retainage (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  event_number bigint NOT NULL,
  line integer NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  invoice_id uuid NOT NULL,
  invoice_line integer NOT NULL,
  amount bigint NOT NULL,
  effective_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT retainage_key PRIMARY KEY (org_id, event_number, line),
  CONSTRAINT retainage_amount CHECK (amount <> 0)
);

-- Sums of an account's events by day (src/db/schema/history.ts).

CREATE TABLE books.day_sums (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  account_id uuid NOT NULL,
  stretch bigint NOT NULL,
  on_day date NOT NULL,
  amount bigint NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT day_sums_key PRIMARY KEY (org_id, account_id, stretch, on_day)
);

-- The papers behind events (src/db/schema/documents.ts).

CREATE TABLE books.invoices (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  job_id uuid,
  receipt_id uuid,
  source text NOT NULL,
  number text,
  issued_on date NOT NULL,
  due_on date NOT NULL,
  subtotal bigint NOT NULL,
  tax bigint DEFAULT 0 NOT NULL,
  retainage bigint DEFAULT 0 NOT NULL,
  total bigint NOT NULL,
  disputed boolean DEFAULT false NOT NULL,
  notes_to_customer text DEFAULT '' NOT NULL,
  notes_internal text DEFAULT '' NOT NULL,
  event_number bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT invoices_key PRIMARY KEY (org_id, id),
  CONSTRAINT invoices_number UNIQUE (org_id, number),
  CONSTRAINT invoices_one_event UNIQUE (org_id, event_number),
  CONSTRAINT invoices_of_receipt CHECK ((source = 'receipt') = (receipt_id is not null)),
  CONSTRAINT invoices_source CHECK (source in ('hand', 'receipt', 'contract', 'import', 'release')),
  CONSTRAINT invoices_foot CHECK (total = subtotal + tax - retainage),
  CONSTRAINT invoices_due CHECK (due_on >= issued_on),
  CONSTRAINT invoices_posted CHECK (event_number is null or number is not null)
);

CREATE TABLE books.invoice_lines (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  invoice_id uuid NOT NULL,
  line integer NOT NULL,
  description text NOT NULL,
  quantity numeric(18, 6) DEFAULT '1' NOT NULL,
  unit text DEFAULT '' NOT NULL,
  unit_price numeric(24, 8) NOT NULL,
  total bigint NOT NULL,
  retainage bigint DEFAULT 0 NOT NULL,
  chart_code text NOT NULL,
  CONSTRAINT invoice_lines_key PRIMARY KEY (org_id, invoice_id, line)
);

CREATE TABLE books.payments (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  number text,
  method text NOT NULL,
  reference text DEFAULT '' NOT NULL,
  received_on date NOT NULL,
  amount bigint NOT NULL,
  receipt_id uuid,
  event_number bigint NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT payments_key PRIMARY KEY (org_id, id),
  CONSTRAINT payments_number UNIQUE (org_id, number),
  CONSTRAINT payments_one_event UNIQUE (org_id, event_number),
  CONSTRAINT payments_method CHECK (method in ('check', 'card', 'cash', 'direct-deposit', 'record-only', 'import')),
  CONSTRAINT payments_amount CHECK (amount > 0)
);

CREATE TABLE books.credit_memos (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  number text NOT NULL,
  issued_on date NOT NULL,
  subtotal bigint NOT NULL,
  tax bigint DEFAULT 0 NOT NULL,
  total bigint NOT NULL,
  reason text DEFAULT '' NOT NULL,
  receipt_id uuid,
  event_number bigint NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT credit_memos_key PRIMARY KEY (org_id, id),
  CONSTRAINT credit_memos_number UNIQUE (org_id, number),
  CONSTRAINT credit_memos_one_event UNIQUE (org_id, event_number),
  CONSTRAINT credit_memos_foot CHECK (total = subtotal + tax and total > 0)
);

-- The people and places of a customer, changes of its profile, merges (src/db/schema/profiles.ts).

CREATE TABLE books.contacts (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  customer_id uuid NOT NULL,
  name text NOT NULL,
  title text DEFAULT '' NOT NULL,
  email text,
  phone text,
  gets_statements boolean DEFAULT false NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  removed_at timestamp with time zone,
  CONSTRAINT contacts_key PRIMARY KEY (org_id, id),
  CONSTRAINT contacts_named CHECK (length(name) between 1 and 200),
  CONSTRAINT contacts_mailed CHECK (not gets_statements or email is not null)
);

CREATE TABLE books.locations (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  customer_id uuid NOT NULL,
  name text NOT NULL,
  address_lines text[] NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  removed_at timestamp with time zone,
  CONSTRAINT locations_key PRIMARY KEY (org_id, id),
  CONSTRAINT locations_named CHECK (length(name) between 1 and 200),
  CONSTRAINT locations_somewhere CHECK (cardinality(address_lines) between 1 and 6)
);

CREATE TABLE books.customer_changes (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  customer_id uuid NOT NULL,
  field text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  changed_by text NOT NULL,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  command_id uuid,
  CONSTRAINT customer_changes_key PRIMARY KEY (org_id, id),
  CONSTRAINT customer_changes_changed CHECK (before <> after)
);

CREATE TABLE books.merges (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  from_customer_id uuid NOT NULL,
  into_customer_id uuid NOT NULL,
  merged_on date NOT NULL,
  merged_by text NOT NULL,
  recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  command_id uuid,
  moved_accounts uuid[] DEFAULT '{}' NOT NULL,
  earmarks uuid[] DEFAULT '{}' NOT NULL,
  undone_by text,
  undone_at timestamp with time zone,
  CONSTRAINT merges_key PRIMARY KEY (org_id, id),
  CONSTRAINT merges_two CHECK (from_customer_id <> into_customer_id),
  CONSTRAINT merges_undone CHECK ((undone_at is null) = (undone_by is null))
);

-- Receipts of the counter (src/db/schema/receipts.ts).

CREATE TABLE books.receipts (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  account_id uuid,
  currency text NOT NULL,
  issued_on date NOT NULL,
  subtotal bigint NOT NULL,
  tax bigint NOT NULL,
  total bigint NOT NULL,
  on_account bigint DEFAULT 0 NOT NULL,
  house_charge bigint DEFAULT 0 NOT NULL,
  money bigint DEFAULT 0 NOT NULL,
  tax_name text DEFAULT '' NOT NULL,
  tax_rate numeric(6, 3),
  return_of uuid,
  note text DEFAULT '' NOT NULL,
  sold_by text NOT NULL,
  created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT receipts_key PRIMARY KEY (org_id, id),
  CONSTRAINT receipts_number UNIQUE (org_id, number),
  CONSTRAINT receipts_kind CHECK (kind in ('sale', 'return')),
  CONSTRAINT receipts_return CHECK ((kind = 'return') = (return_of is not null)),
  CONSTRAINT receipts_foot CHECK (total = subtotal + tax),
  CONSTRAINT receipts_paid CHECK (house_charge + money = total + on_account and money >= 0),
  CONSTRAINT receipts_house_charge CHECK (house_charge between 0 and total),
  CONSTRAINT receipts_amounts CHECK (subtotal >= 0 and tax >= 0 and on_account >= 0 and total + on_account > 0),
  CONSTRAINT receipts_of_account CHECK (account_id is not null or (house_charge = 0 and on_account = 0)),
  CONSTRAINT receipts_return_plain CHECK (kind = 'sale' or on_account = 0)
);

CREATE TABLE books.receipt_lines (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  receipt_id uuid NOT NULL,
  line integer NOT NULL,
  product_id uuid,
  sku text DEFAULT '' NOT NULL,
  description text NOT NULL,
  quantity numeric(18, 6) NOT NULL,
  unit text DEFAULT '' NOT NULL,
  unit_price numeric(24, 8) NOT NULL,
  discount bigint DEFAULT 0 NOT NULL,
  total bigint NOT NULL,
  taxable boolean NOT NULL,
  tax bigint DEFAULT 0 NOT NULL,
  chart_code text NOT NULL,
  return_of uuid,
  returned_line integer,
  CONSTRAINT receipt_lines_key PRIMARY KEY (org_id, receipt_id, line),
  CONSTRAINT receipt_lines_returned_line CHECK ((return_of is null) = (returned_line is null)),
  CONSTRAINT receipt_lines_amounts CHECK (quantity > 0 and unit_price >= 0 and discount >= 0 and total >= 0
    and tax >= 0),
  CONSTRAINT receipt_lines_tax CHECK (taxable or tax = 0)
);

CREATE TABLE books.receipt_tenders (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  receipt_id uuid NOT NULL,
  line integer NOT NULL,
  tender text NOT NULL,
  reference text DEFAULT '' NOT NULL,
  amount bigint NOT NULL,
  given bigint NOT NULL,
  on_account bigint DEFAULT 0 NOT NULL,
  event_number bigint,
  CONSTRAINT receipt_tenders_key PRIMARY KEY (org_id, receipt_id, line),
  CONSTRAINT receipt_tenders_tender CHECK (tender in ('cash', 'check', 'card', 'house-charge')),
  CONSTRAINT receipt_tenders_amount CHECK (amount > 0 and on_account between 0 and amount),
  CONSTRAINT receipt_tenders_given CHECK (given >= amount and (tender = 'cash' or given = amount)),
  CONSTRAINT receipt_tenders_house_charge CHECK (tender <> 'house-charge' or on_account = 0),
  CONSTRAINT receipt_tenders_posted CHECK ((event_number is not null) = (tender = 'house-charge' or on_account > 0))
);

-- Statements as they were issued, and the outbox that sends each thing once (src/db/schema/statements.ts).

CREATE TABLE books.statements (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  account_id uuid NOT NULL,
  currency text NOT NULL,
  number text NOT NULL,
  from_on date NOT NULL,
  as_of date NOT NULL,
  known_at timestamp with time zone NOT NULL,
  head_seq bigint,
  closing bigint NOT NULL,
  snapshot text NOT NULL,
  snapshot_hash bytea NOT NULL,
  issued_by text NOT NULL,
  issued_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT statements_key PRIMARY KEY (org_id, id),
  CONSTRAINT statements_number UNIQUE (org_id, number),
  CONSTRAINT statements_range CHECK (from_on <= as_of),
  CONSTRAINT statements_without_events CHECK (head_seq is not null or closing = 0)
);

CREATE TABLE books.statement_files (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  statement_id uuid NOT NULL,
  pdf bytea NOT NULL,
  hash bytea NOT NULL,
  rendered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT statement_files_key PRIMARY KEY (org_id, statement_id)
);

CREATE TABLE books.outbox (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  dedupe_key text NOT NULL,
  kind text NOT NULL,
  statement_id uuid NOT NULL,
  link_id uuid,
  recipient text NOT NULL,
  status text DEFAULT 'queued' NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  last_error text DEFAULT '' NOT NULL,
  queued_by text NOT NULL,
  queued_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT outbox_key PRIMARY KEY (org_id, id),
  CONSTRAINT outbox_once UNIQUE (org_id, dedupe_key),
  CONSTRAINT outbox_kind CHECK (kind in ('statement-mail')),
  CONSTRAINT outbox_status CHECK (status in ('queued', 'sent', 'failed')),
  CONSTRAINT outbox_sent CHECK ((status = 'sent') = (sent_at is not null))
);

-- Files kept with a customer or a document (src/db/schema/attachments.ts).

CREATE TABLE books.attachment_files (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  hash bytea NOT NULL,
  content bytea NOT NULL,
  size integer NOT NULL,
  CONSTRAINT attachment_files_key PRIMARY KEY (org_id, hash),
  CONSTRAINT attachment_files_hash CHECK (hash = sha256(content)),
  CONSTRAINT attachment_files_size CHECK (size = length(content) and size between 1 and 10 * 1024 * 1024)
);

CREATE TABLE books.attachments (
  org_id uuid DEFAULT books.current_org_id() NOT NULL,
  id uuid DEFAULT books.new_id() NOT NULL,
  customer_id uuid,
  receipt_id uuid,
  invoice_id uuid,
  payment_id uuid,
  name text NOT NULL,
  media_type text NOT NULL,
  hash bytea NOT NULL,
  attached_by text NOT NULL,
  attached_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  removed_by text,
  removed_at timestamp with time zone,
  CONSTRAINT attachments_key PRIMARY KEY (org_id, id),
  CONSTRAINT attachments_of_one CHECK (num_nonnulls(customer_id, receipt_id, invoice_id, payment_id) = 1),
  CONSTRAINT attachments_media_type CHECK (media_type in ('image/png', 'image/jpeg', 'application/pdf')),
  CONSTRAINT attachments_named CHECK (length(name) between 1 and 200),
  CONSTRAINT attachments_removed CHECK ((removed_at is null) = (removed_by is null))
);
