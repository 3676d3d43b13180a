CREATE SCHEMA IF NOT EXISTS "directory";
--> statement-breakpoint
CREATE TABLE "books"."accounts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'good' NOT NULL,
	"charging_allowed" boolean DEFAULT false NOT NULL,
	"unlimited" boolean DEFAULT false NOT NULL,
	"limit_cents" bigint,
	"temporary_limit_cents" bigint,
	"temporary_until" date,
	"held_for_age" boolean DEFAULT false NOT NULL,
	"oldest_due_on" date,
	"net" bigint DEFAULT 0 NOT NULL,
	"open_items" bigint DEFAULT 0 NOT NULL,
	"open_credit" bigint DEFAULT 0 NOT NULL,
	"earmarked" bigint DEFAULT 0 NOT NULL,
	"reserved" bigint DEFAULT 0 NOT NULL,
	"retained" bigint DEFAULT 0 NOT NULL,
	"last_seq" bigint,
	"head_hash" "bytea",
	"head_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "accounts_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "accounts_one_per_currency" UNIQUE("org_id","customer_id","currency"),
	CONSTRAINT "accounts_currency" UNIQUE("org_id","id","currency"),
	CONSTRAINT "accounts_status" CHECK (status in ('good', 'hold', 'charge-off', 'closed')),
	CONSTRAINT "accounts_net" CHECK ("books"."accounts"."net" = "books"."accounts"."open_items" - "books"."accounts"."open_credit"),
	CONSTRAINT "accounts_open_items" CHECK ("books"."accounts"."open_items" >= 0),
	CONSTRAINT "accounts_earmarks" CHECK ("books"."accounts"."earmarked" between 0 and "books"."accounts"."open_credit"),
	CONSTRAINT "accounts_reserved" CHECK ("books"."accounts"."reserved" >= 0),
	CONSTRAINT "accounts_retained" CHECK ("books"."accounts"."retained" >= 0),
	CONSTRAINT "accounts_limit" CHECK ("books"."accounts"."limit_cents" >= 0 and not ("books"."accounts"."unlimited" and "books"."accounts"."limit_cents" is not null)),
	CONSTRAINT "accounts_temporary" CHECK (("books"."accounts"."temporary_limit_cents" is null) = ("books"."accounts"."temporary_until" is null)),
	CONSTRAINT "accounts_unposted" CHECK ("books"."accounts"."last_seq" is not null or ("books"."accounts"."open_items" = 0 and "books"."accounts"."open_credit" = 0 and "books"."accounts"."retained" = 0))
);
--> statement-breakpoint
ALTER TABLE "books"."accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."customers" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"last_name" text DEFAULT '' NOT NULL,
	"email" text,
	"phone" text,
	"address_lines" text[] DEFAULT '{}' NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"terms_days" integer DEFAULT 30 NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	"private_notes" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "customers_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "customers_number" UNIQUE("org_id","number"),
	CONSTRAINT "customers_terms" CHECK ("books"."customers"."terms_days" between 0 and 365),
	CONSTRAINT "customers_named" CHECK (length("books"."customers"."name") between 1 and 200 and length("books"."customers"."number") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "books"."customers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."earmarks" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"released_by" text,
	"released_at" timestamp with time zone,
	CONSTRAINT "earmarks_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "earmarks_amount" CHECK ("books"."earmarks"."amount" > 0),
	CONSTRAINT "earmarks_released" CHECK (("books"."earmarks"."released_at" is null) = ("books"."earmarks"."released_by" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."earmarks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."limit_changes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"approved_by" text,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "limit_changes_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "limit_changes_two_people" CHECK ("books"."limit_changes"."approved_by" <> "books"."limit_changes"."requested_by")
);
--> statement-breakpoint
ALTER TABLE "books"."limit_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."overrides" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"approved_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_by_event" bigint,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "overrides_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "overrides_amount" CHECK ("books"."overrides"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."reservations" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "reservations_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "reservations_amount" CHECK ("books"."reservations"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."reservations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory"."mailed_links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"payload" jsonb,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailed_links_purpose_known" CHECK ("directory"."mailed_links"."purpose" in ('sign-in', 'sign-up'))
);
--> statement-breakpoint
CREATE TABLE "directory"."memberships" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("org_id","user_id"),
	CONSTRAINT "memberships_role_known" CHECK (role in ('owner', 'admin', 'bookkeeper', 'clerk', 'project-manager', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "directory"."orgs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"zone" text NOT NULL,
	"locale" text DEFAULT 'en-US' NOT NULL,
	"country" text DEFAULT 'US' NOT NULL,
	"books_start_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orgs_slug_key" UNIQUE("slug"),
	CONSTRAINT "orgs_slug_form" CHECK ("directory"."orgs"."slug" ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'),
	CONSTRAINT "orgs_name_said" CHECK (length(trim("directory"."orgs"."name")) between 1 and 120),
	CONSTRAINT "orgs_currency_form" CHECK ("directory"."orgs"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "orgs_country_form" CHECK ("directory"."orgs"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "directory"."sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "directory"."statement_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "statement_links_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "directory"."tries" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"password_hash" text,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "users_email_key" UNIQUE("email"),
	CONSTRAINT "users_email_lower" CHECK ("directory"."users"."email" = lower("directory"."users"."email"))
);
--> statement-breakpoint
CREATE TABLE "books"."credit_memos" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"subtotal" bigint NOT NULL,
	"tax" bigint DEFAULT 0 NOT NULL,
	"total" bigint NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"event_number" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "credit_memos_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "credit_memos_number" UNIQUE("org_id","number"),
	CONSTRAINT "credit_memos_one_event" UNIQUE("org_id","event_number"),
	CONSTRAINT "credit_memos_foot" CHECK ("books"."credit_memos"."total" = "books"."credit_memos"."subtotal" + "books"."credit_memos"."tax" and "books"."credit_memos"."total" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."invoice_lines" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric(18, 6) DEFAULT '1' NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"unit_price" numeric(24, 8) NOT NULL,
	"total" bigint NOT NULL,
	"retainage" bigint DEFAULT 0 NOT NULL,
	"chart_code" text NOT NULL,
	CONSTRAINT "invoice_lines_key" PRIMARY KEY("org_id","invoice_id","line")
);
--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."invoices" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"job_id" uuid,
	"source" text NOT NULL,
	"number" text,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"subtotal" bigint NOT NULL,
	"tax" bigint DEFAULT 0 NOT NULL,
	"retainage" bigint DEFAULT 0 NOT NULL,
	"total" bigint NOT NULL,
	"disputed" boolean DEFAULT false NOT NULL,
	"notes_to_customer" text DEFAULT '' NOT NULL,
	"notes_internal" text DEFAULT '' NOT NULL,
	"event_number" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "invoices_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invoices_number" UNIQUE("org_id","number"),
	CONSTRAINT "invoices_one_event" UNIQUE("org_id","event_number"),
	CONSTRAINT "invoices_source" CHECK (source in ('hand', 'receipt', 'contract', 'import', 'release')),
	CONSTRAINT "invoices_foot" CHECK ("books"."invoices"."total" = "books"."invoices"."subtotal" + "books"."invoices"."tax" - "books"."invoices"."retainage"),
	CONSTRAINT "invoices_due" CHECK ("books"."invoices"."due_on" >= "books"."invoices"."issued_on"),
	CONSTRAINT "invoices_posted" CHECK ("books"."invoices"."event_number" is null or "books"."invoices"."number" is not null)
);
--> statement-breakpoint
ALTER TABLE "books"."invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."jobs" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"limit_cents" bigint,
	"exposure" bigint DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "jobs_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "jobs_number" UNIQUE("org_id","number")
);
--> statement-breakpoint
ALTER TABLE "books"."jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."payments" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"number" text,
	"method" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"received_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"event_number" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "payments_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "payments_number" UNIQUE("org_id","number"),
	CONSTRAINT "payments_one_event" UNIQUE("org_id","event_number"),
	CONSTRAINT "payments_method" CHECK (method in ('check', 'card', 'cash', 'direct-deposit', 'record-only', 'import')),
	CONSTRAINT "payments_amount" CHECK ("books"."payments"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."events" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"number" bigint NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"seq" bigint NOT NULL,
	"prev_seq" bigint,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"period" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"amount" bigint NOT NULL,
	"open_items" bigint NOT NULL,
	"open_credit" bigint NOT NULL,
	"retained" bigint NOT NULL,
	"prev_balance" bigint NOT NULL,
	"balance_after" bigint NOT NULL,
	"actor" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	"memo_salt" "bytea",
	"memo_digest" "bytea",
	"document_id" uuid,
	"reverses" bigint,
	"negated" bigint GENERATED ALWAYS AS (- amount) STORED,
	"command_id" uuid,
	"gated" boolean DEFAULT false NOT NULL,
	"override_id" uuid,
	"prev_hash" "bytea",
	"hash" "bytea" NOT NULL,
	CONSTRAINT "events_key" PRIMARY KEY("org_id","number"),
	CONSTRAINT "events_seq" UNIQUE("org_id","account_id","seq"),
	CONSTRAINT "events_head" UNIQUE("org_id","account_id","seq","balance_after"),
	CONSTRAINT "events_amount" UNIQUE("org_id","account_id","number","amount"),
	CONSTRAINT "events_kind" CHECK (kind in ('invoice', 'opening', 'credit-memo', 'payment', 'application', 'un-application', 'refund', 'returned-payment', 'returned-payment-fee', 'adjustment-up', 'adjustment-down', 'write-off', 'recovery', 'finance-charge', 'discount', 'retainage-release', 'transfer-out', 'transfer-in', 'reversal')),
	CONSTRAINT "events_sum" CHECK ("books"."events"."balance_after" = "books"."events"."prev_balance" + "books"."events"."amount"),
	CONSTRAINT "events_first" CHECK (("books"."events"."seq" = 1 and "books"."events"."prev_seq" is null and "books"."events"."prev_balance" = 0) or ("books"."events"."seq" > 1 and "books"."events"."prev_seq" = "books"."events"."seq" - 1)),
	CONSTRAINT "events_amount_is_net" CHECK ("books"."events"."amount" = "books"."events"."open_items" - "books"."events"."open_credit"),
	CONSTRAINT "events_period_is_month" CHECK (extract(day from "books"."events"."period") = 1),
	CONSTRAINT "events_reversal_names_one" CHECK (("books"."events"."kind" in ('reversal', 'returned-payment')) = ("books"."events"."reverses" is not null)),
	CONSTRAINT "events_number" CHECK ("books"."events"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."audit_entries" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"input" text NOT NULL,
	"request_id" text NOT NULL,
	"command_id" uuid,
	CONSTRAINT "audit_entries_key" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "books"."audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."chart" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"role" text,
	CONSTRAINT "chart_key" PRIMARY KEY("org_id","code"),
	CONSTRAINT "chart_role" UNIQUE("org_id","role"),
	CONSTRAINT "chart_kind" CHECK (kind in ('asset', 'liability', 'equity', 'revenue', 'expense'))
);
--> statement-breakpoint
ALTER TABLE "books"."chart" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."commands" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"key" text NOT NULL,
	"procedure" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"actor" text NOT NULL,
	"answer" text,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "commands_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "commands_once" UNIQUE("org_id","key"),
	CONSTRAINT "commands_request_hash" CHECK (length("books"."commands"."request_hash") = 32),
	CONSTRAINT "commands_key_length" CHECK (length("books"."commands"."key") between 8 and 200)
);
--> statement-breakpoint
ALTER TABLE "books"."commands" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."counters" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"series" text NOT NULL,
	"prefix" text DEFAULT '' NOT NULL,
	"padding" integer DEFAULT 1 NOT NULL,
	"next" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "counters_key" PRIMARY KEY("org_id","series"),
	CONSTRAINT "counters_next" CHECK ("books"."counters"."next" > 0 and "books"."counters"."padding" between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "books"."counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."imports" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" "bytea" NOT NULL,
	"row_count" integer NOT NULL,
	"imported_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "imports_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "imports_once" UNIQUE("org_id","kind","file_hash")
);
--> statement-breakpoint
ALTER TABLE "books"."imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."periods" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"month" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	CONSTRAINT "periods_key" PRIMARY KEY("org_id","month"),
	CONSTRAINT "periods_month" CHECK (extract(day from "books"."periods"."month") = 1),
	CONSTRAINT "periods_status" CHECK (status in ('open', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "books"."periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."proofs" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"proven_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"events" bigint NOT NULL,
	"broken" integer NOT NULL,
	"says" text DEFAULT '' NOT NULL,
	"took_ms" integer NOT NULL,
	CONSTRAINT "proofs_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "proofs_counts" CHECK ("books"."proofs"."events" >= 0 and "books"."proofs"."broken" >= 0 and "books"."proofs"."took_ms" >= 0)
);
--> statement-breakpoint
ALTER TABLE "books"."proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."settings" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"address_lines" text[] DEFAULT '{}' NOT NULL,
	"phone" text,
	"email" text,
	"start_on" date DEFAULT '2000-01-01' NOT NULL,
	"paper" text DEFAULT 'LETTER' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "settings_key" PRIMARY KEY("org_id"),
	CONSTRAINT "settings_paper" CHECK (paper in ('A4', 'LETTER'))
);
--> statement-breakpoint
ALTER TABLE "books"."settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."journal_lines" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"event_number" bigint NOT NULL,
	"line" integer NOT NULL,
	"chart_code" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "journal_lines_key" PRIMARY KEY("org_id","event_number","line"),
	CONSTRAINT "journal_lines_amount" CHECK ("books"."journal_lines"."amount" <> 0)
);
--> statement-breakpoint
ALTER TABLE "books"."journal_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."retainage" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"event_number" bigint NOT NULL,
	"line" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"invoice_id" uuid NOT NULL,
	"invoice_line" integer NOT NULL,
	"amount" bigint NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retainage_key" PRIMARY KEY("org_id","event_number","line"),
	CONSTRAINT "retainage_amount" CHECK ("books"."retainage"."amount" <> 0)
);
--> statement-breakpoint
ALTER TABLE "books"."retainage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."allocations" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"event_number" bigint NOT NULL,
	"line" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"credit_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "allocations_key" PRIMARY KEY("org_id","event_number","line"),
	CONSTRAINT "allocations_amount" CHECK ("books"."allocations"."amount" <> 0)
);
--> statement-breakpoint
ALTER TABLE "books"."allocations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."credits" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" bigint NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"document_id" uuid,
	"amount" bigint NOT NULL,
	"applied" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"reversed" bigint DEFAULT 0 NOT NULL,
	"open" bigint GENERATED ALWAYS AS (amount - applied - refunded - reversed) STORED,
	"effective_on" date NOT NULL,
	"issued_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"touched_on" date NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credits_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "credits_account" UNIQUE("org_id","account_id","currency","id"),
	CONSTRAINT "credits_amount" CHECK ("books"."credits"."amount" > 0),
	CONSTRAINT "credits_use" CHECK ("books"."credits"."applied" >= 0 and "books"."credits"."refunded" >= 0 and "books"."credits"."reversed" >= 0 and "books"."credits"."applied" + "books"."credits"."refunded" + "books"."credits"."reversed" <= "books"."credits"."amount")
);
--> statement-breakpoint
ALTER TABLE "books"."credits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."items" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" bigint NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"document_id" uuid,
	"amount" bigint NOT NULL,
	"applied" bigint DEFAULT 0 NOT NULL,
	"reversed" bigint DEFAULT 0 NOT NULL,
	"open" bigint GENERATED ALWAYS AS (amount - applied - reversed) STORED,
	"effective_on" date NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"touched_on" date NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "items_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "items_account" UNIQUE("org_id","account_id","currency","id"),
	CONSTRAINT "items_amount" CHECK ("books"."items"."amount" > 0),
	CONSTRAINT "items_use" CHECK ("books"."items"."applied" >= 0 and "books"."items"."reversed" >= 0 and "books"."items"."applied" + "books"."items"."reversed" <= "books"."items"."amount")
);
--> statement-breakpoint
ALTER TABLE "books"."items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."reductions" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"event_number" bigint NOT NULL,
	"line" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"item_id" bigint,
	"credit_id" bigint,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reductions_key" PRIMARY KEY("org_id","event_number","line"),
	CONSTRAINT "reductions_of_one" CHECK (("books"."reductions"."item_id" is null) <> ("books"."reductions"."credit_id" is null)),
	CONSTRAINT "reductions_kind" CHECK (kind in ('reversed', 'refunded', 'transferred')),
	CONSTRAINT "reductions_amount" CHECK ("books"."reductions"."amount" <> 0),
	CONSTRAINT "reductions_final" CHECK ("books"."reductions"."kind" <> 'reversed' or "books"."reductions"."amount" > 0),
	CONSTRAINT "reductions_refund" CHECK ("books"."reductions"."kind" <> 'refunded' or "books"."reductions"."credit_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "books"."reductions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."outbox" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"dedupe_key" text NOT NULL,
	"kind" text NOT NULL,
	"statement_id" uuid NOT NULL,
	"link_id" uuid,
	"recipient" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text DEFAULT '' NOT NULL,
	"queued_by" text NOT NULL,
	"queued_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "outbox_once" UNIQUE("org_id","dedupe_key"),
	CONSTRAINT "outbox_kind" CHECK (kind in ('statement-mail')),
	CONSTRAINT "outbox_status" CHECK (status in ('queued', 'sent', 'failed')),
	CONSTRAINT "outbox_sent" CHECK (("books"."outbox"."status" = 'sent') = ("books"."outbox"."sent_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "books"."outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."statement_files" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"statement_id" uuid NOT NULL,
	"pdf" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"rendered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "statement_files_key" PRIMARY KEY("org_id","statement_id")
);
--> statement-breakpoint
ALTER TABLE "books"."statement_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."statements" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"number" text NOT NULL,
	"from_on" date NOT NULL,
	"as_of" date NOT NULL,
	"known_at" timestamp with time zone NOT NULL,
	"head_seq" bigint,
	"closing" bigint NOT NULL,
	"snapshot" text NOT NULL,
	"snapshot_hash" "bytea" NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "statements_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "statements_number" UNIQUE("org_id","number"),
	CONSTRAINT "statements_range" CHECK ("books"."statements"."from_on" <= "books"."statements"."as_of"),
	CONSTRAINT "statements_without_events" CHECK ("books"."statements"."head_seq" is not null or "books"."statements"."closing" = 0)
);
--> statement-breakpoint
ALTER TABLE "books"."statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."accounts" ADD CONSTRAINT "accounts_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."earmarks" ADD CONSTRAINT "earmarks_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."limit_changes" ADD CONSTRAINT "limit_changes_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD CONSTRAINT "reservations_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD CONSTRAINT "memberships_org_id_orgs_id_fk" FOREIGN KEY ("org_id") REFERENCES "directory"."orgs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ADD CONSTRAINT "statement_links_org_id_orgs_id_fk" FOREIGN KEY ("org_id") REFERENCES "directory"."orgs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ADD CONSTRAINT "statement_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "directory"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD CONSTRAINT "credit_memos_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD CONSTRAINT "credit_memos_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_period" FOREIGN KEY ("org_id","period") REFERENCES "books"."periods"("org_id","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_command" FOREIGN KEY ("org_id","command_id") REFERENCES "books"."commands"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_override" FOREIGN KEY ("org_id","override_id") REFERENCES "books"."overrides"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_chain" FOREIGN KEY ("org_id","account_id","prev_seq","prev_balance") REFERENCES "books"."events"("org_id","account_id","seq","balance_after") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_reversal" FOREIGN KEY ("org_id","account_id","reverses","negated") REFERENCES "books"."events"("org_id","account_id","number","amount") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."audit_entries" ADD CONSTRAINT "audit_entries_command" FOREIGN KEY ("org_id","command_id") REFERENCES "books"."commands"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."journal_lines" ADD CONSTRAINT "journal_lines_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."journal_lines" ADD CONSTRAINT "journal_lines_chart" FOREIGN KEY ("org_id","chart_code") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."retainage" ADD CONSTRAINT "retainage_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."retainage" ADD CONSTRAINT "retainage_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."allocations" ADD CONSTRAINT "allocations_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."allocations" ADD CONSTRAINT "allocations_credit" FOREIGN KEY ("org_id","account_id","currency","credit_id") REFERENCES "books"."credits"("org_id","account_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."allocations" ADD CONSTRAINT "allocations_item" FOREIGN KEY ("org_id","account_id","currency","item_id") REFERENCES "books"."items"("org_id","account_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credits" ADD CONSTRAINT "credits_event" FOREIGN KEY ("org_id","id") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credits" ADD CONSTRAINT "credits_of_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."items" ADD CONSTRAINT "items_event" FOREIGN KEY ("org_id","id") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."items" ADD CONSTRAINT "items_of_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."reductions" ADD CONSTRAINT "reductions_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."reductions" ADD CONSTRAINT "reductions_item" FOREIGN KEY ("org_id","account_id","currency","item_id") REFERENCES "books"."items"("org_id","account_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."reductions" ADD CONSTRAINT "reductions_credit" FOREIGN KEY ("org_id","account_id","currency","credit_id") REFERENCES "books"."credits"("org_id","account_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_statement" FOREIGN KEY ("org_id","statement_id") REFERENCES "books"."statements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statement_files" ADD CONSTRAINT "statement_files_statement" FOREIGN KEY ("org_id","statement_id") REFERENCES "books"."statements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statements" ADD CONSTRAINT "statements_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statements" ADD CONSTRAINT "statements_head" FOREIGN KEY ("org_id","account_id","head_seq") REFERENCES "books"."events"("org_id","account_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_with_debt" ON "books"."accounts" USING btree ("org_id","open_items");--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "books"."customers" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "earmarks_live" ON "books"."earmarks" USING btree ("org_id","account_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "limit_changes_of_account" ON "books"."limit_changes" USING btree ("org_id","account_id","recorded_at");--> statement-breakpoint
CREATE INDEX "overrides_unused" ON "books"."overrides" USING btree ("org_id","account_id") WHERE used_by_event is null;--> statement-breakpoint
CREATE INDEX "reservations_live" ON "books"."reservations" USING btree ("org_id","account_id","expires_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "mailed_links_by_email" ON "directory"."mailed_links" USING btree ("email");--> statement-breakpoint
CREATE INDEX "memberships_by_user" ON "directory"."memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "directory"."sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "statement_links_by_statement" ON "directory"."statement_links" USING btree ("org_id","statement_id");--> statement-breakpoint
CREATE INDEX "tries_by_reset" ON "directory"."tries" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "credit_memos_of_account" ON "books"."credit_memos" USING btree ("org_id","account_id","issued_on");--> statement-breakpoint
CREATE INDEX "invoices_of_account" ON "books"."invoices" USING btree ("org_id","account_id","issued_on");--> statement-breakpoint
CREATE INDEX "jobs_of_customer" ON "books"."jobs" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "payments_of_account" ON "books"."payments" USING btree ("org_id","account_id","received_on");--> statement-breakpoint
CREATE UNIQUE INDEX "events_reversed_once" ON "books"."events" USING btree ("org_id","reverses") WHERE reverses is not null;--> statement-breakpoint
CREATE INDEX "events_history" ON "books"."events" USING btree ("org_id","account_id","effective_on","number");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "books"."audit_entries" USING btree ("org_id","recorded_at");--> statement-breakpoint
CREATE INDEX "proofs_by_time" ON "books"."proofs" USING btree ("org_id","proven_at");--> statement-breakpoint
CREATE INDEX "journal_lines_by_chart" ON "books"."journal_lines" USING btree ("org_id","chart_code","event_number");--> statement-breakpoint
CREATE INDEX "retainage_of_line" ON "books"."retainage" USING btree ("org_id","invoice_id","invoice_line");--> statement-breakpoint
CREATE INDEX "retainage_of_account" ON "books"."retainage" USING btree ("org_id","account_id","effective_on");--> statement-breakpoint
CREATE INDEX "allocations_of_item" ON "books"."allocations" USING btree ("org_id","item_id");--> statement-breakpoint
CREATE INDEX "allocations_of_credit" ON "books"."allocations" USING btree ("org_id","credit_id");--> statement-breakpoint
CREATE INDEX "credits_open" ON "books"."credits" USING btree ("org_id","account_id","issued_on","id") WHERE amount - applied - refunded - reversed > 0;--> statement-breakpoint
CREATE INDEX "credits_touched_on" ON "books"."credits" USING btree ("org_id","touched_on","effective_on");--> statement-breakpoint
CREATE INDEX "credits_touched_at" ON "books"."credits" USING btree ("org_id","touched_at");--> statement-breakpoint
CREATE INDEX "credits_of_account_by_day" ON "books"."credits" USING btree ("org_id","account_id","touched_on");--> statement-breakpoint
CREATE INDEX "items_open" ON "books"."items" USING btree ("org_id","account_id","due_on","id") WHERE amount - applied - reversed > 0;--> statement-breakpoint
CREATE INDEX "items_touched_on" ON "books"."items" USING btree ("org_id","touched_on","effective_on");--> statement-breakpoint
CREATE INDEX "items_touched_at" ON "books"."items" USING btree ("org_id","touched_at");--> statement-breakpoint
CREATE INDEX "items_of_account_by_day" ON "books"."items" USING btree ("org_id","account_id","touched_on");--> statement-breakpoint
CREATE INDEX "reductions_of_item" ON "books"."reductions" USING btree ("org_id","item_id") WHERE item_id is not null;--> statement-breakpoint
CREATE INDEX "reductions_of_credit" ON "books"."reductions" USING btree ("org_id","credit_id") WHERE credit_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_of_statement" ON "books"."outbox" USING btree ("org_id","statement_id");--> statement-breakpoint
CREATE INDEX "statements_of_account" ON "books"."statements" USING btree ("org_id","account_id","issued_at");--> statement-breakpoint
CREATE INDEX "statements_by_time" ON "books"."statements" USING btree ("org_id","issued_at");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."accounts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."customers" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."earmarks" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."limit_changes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."overrides" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."reservations" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."credit_memos" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."invoice_lines" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."invoices" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."jobs" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."payments" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."events" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."audit_entries" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."chart" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."commands" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."counters" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."imports" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."periods" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."proofs" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."settings" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."journal_lines" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."retainage" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."allocations" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."credits" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."items" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."reductions" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."outbox" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."statement_files" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."statements" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());