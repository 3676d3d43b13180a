-- The tables of the house account: products, receipts, attachments, contacts and locations, merges.

-- Typo-tolerant search: trigrams, in an index that begins with the tenant.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
-- As people type it: small letters, no accents, single spaces. Immutable, so that a column can be made of it.
CREATE FUNCTION books.search_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    regexp_replace(normalize(translate(lower(said), 'łøđħıœæßðþ', 'lodhioasdt'), NFKD), '[\u0300-\u036f]', '', 'g'),
    '\s+', ' ', 'g'));
--> statement-breakpoint
-- A phone number as it is written, and its digits alone.
CREATE FUNCTION books.digits(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(phone || ' ' || regexp_replace(phone, '\D', '', 'g'), '');
--> statement-breakpoint
CREATE TABLE "books"."attachment_files" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"hash" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "attachment_files_key" PRIMARY KEY("org_id","hash"),
	CONSTRAINT "attachment_files_hash" CHECK ("books"."attachment_files"."hash" = sha256("books"."attachment_files"."content")),
	CONSTRAINT "attachment_files_size" CHECK ("books"."attachment_files"."size" = length("books"."attachment_files"."content") and "books"."attachment_files"."size" between 1 and 10 * 1024 * 1024)
);
--> statement-breakpoint
ALTER TABLE "books"."attachment_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."attachments" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid,
	"receipt_id" uuid,
	"invoice_id" uuid,
	"payment_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"attached_by" text NOT NULL,
	"attached_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"removed_by" text,
	"removed_at" timestamp with time zone,
	CONSTRAINT "attachments_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "attachments_of_one" CHECK (num_nonnulls("books"."attachments"."customer_id", "books"."attachments"."receipt_id", "books"."attachments"."invoice_id", "books"."attachments"."payment_id") = 1),
	CONSTRAINT "attachments_media_type" CHECK (media_type in ('image/png', 'image/jpeg', 'application/pdf')),
	CONSTRAINT "attachments_named" CHECK (length("books"."attachments"."name") between 1 and 200),
	CONSTRAINT "attachments_removed" CHECK (("books"."attachments"."removed_at" is null) = ("books"."attachments"."removed_by" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."products" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"name" text NOT NULL,
	"sku" text DEFAULT '' NOT NULL,
	"barcode" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"cost" bigint,
	"price" numeric(24, 8) NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"chart_code" text NOT NULL,
	"taxable" boolean DEFAULT true NOT NULL,
	"retainable" boolean DEFAULT true NOT NULL,
	"search" text GENERATED ALWAYS AS (books.search_text(name || ' ' || sku || ' ' || barcode || ' ' || description)) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "products_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "products_named" CHECK (length("books"."products"."name") between 1 and 200),
	CONSTRAINT "products_price" CHECK ("books"."products"."price" >= 0),
	CONSTRAINT "products_cost" CHECK ("books"."products"."cost" >= 0)
);
--> statement-breakpoint
ALTER TABLE "books"."products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."contacts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"email" text,
	"phone" text,
	"gets_statements" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "contacts_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "contacts_named" CHECK (length("books"."contacts"."name") between 1 and 200),
	CONSTRAINT "contacts_mailed" CHECK (not "books"."contacts"."gets_statements" or "books"."contacts"."email" is not null)
);
--> statement-breakpoint
ALTER TABLE "books"."contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."customer_changes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"changed_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"command_id" uuid,
	CONSTRAINT "customer_changes_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "customer_changes_changed" CHECK ("books"."customer_changes"."before" <> "books"."customer_changes"."after")
);
--> statement-breakpoint
ALTER TABLE "books"."customer_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."locations" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address_lines" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "locations_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "locations_named" CHECK (length("books"."locations"."name") between 1 and 200),
	CONSTRAINT "locations_somewhere" CHECK (cardinality("books"."locations"."address_lines") between 1 and 6)
);
--> statement-breakpoint
ALTER TABLE "books"."locations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."merges" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"from_customer_id" uuid NOT NULL,
	"into_customer_id" uuid NOT NULL,
	"merged_on" date NOT NULL,
	"merged_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"command_id" uuid,
	"undone_by" text,
	"undone_at" timestamp with time zone,
	CONSTRAINT "merges_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "merges_two" CHECK ("books"."merges"."from_customer_id" <> "books"."merges"."into_customer_id"),
	CONSTRAINT "merges_undone" CHECK (("books"."merges"."undone_at" is null) = ("books"."merges"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."receipt_lines" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"receipt_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"product_id" uuid,
	"sku" text DEFAULT '' NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric(18, 6) NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"unit_price" numeric(24, 8) NOT NULL,
	"discount" bigint DEFAULT 0 NOT NULL,
	"total" bigint NOT NULL,
	"taxable" boolean NOT NULL,
	"tax" bigint DEFAULT 0 NOT NULL,
	"chart_code" text NOT NULL,
	"return_of" uuid,
	"returned_line" integer,
	CONSTRAINT "receipt_lines_key" PRIMARY KEY("org_id","receipt_id","line"),
	CONSTRAINT "receipt_lines_returned_line" CHECK (("books"."receipt_lines"."return_of" is null) = ("books"."receipt_lines"."returned_line" is null)),
	CONSTRAINT "receipt_lines_amounts" CHECK ("books"."receipt_lines"."quantity" > 0 and "books"."receipt_lines"."unit_price" >= 0 and "books"."receipt_lines"."discount" >= 0 and "books"."receipt_lines"."total" >= 0 and "books"."receipt_lines"."tax" >= 0),
	CONSTRAINT "receipt_lines_tax" CHECK ("books"."receipt_lines"."taxable" or "books"."receipt_lines"."tax" = 0)
);
--> statement-breakpoint
ALTER TABLE "books"."receipt_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."receipt_tenders" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"receipt_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"tender" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"amount" bigint NOT NULL,
	"given" bigint NOT NULL,
	"on_account" bigint DEFAULT 0 NOT NULL,
	"event_number" bigint,
	CONSTRAINT "receipt_tenders_key" PRIMARY KEY("org_id","receipt_id","line"),
	CONSTRAINT "receipt_tenders_tender" CHECK (tender in ('cash', 'check', 'card', 'house-charge')),
	CONSTRAINT "receipt_tenders_amount" CHECK ("books"."receipt_tenders"."amount" > 0 and "books"."receipt_tenders"."on_account" between 0 and "books"."receipt_tenders"."amount"),
	CONSTRAINT "receipt_tenders_given" CHECK ("books"."receipt_tenders"."given" >= "books"."receipt_tenders"."amount" and ("books"."receipt_tenders"."tender" = 'cash' or "books"."receipt_tenders"."given" = "books"."receipt_tenders"."amount")),
	CONSTRAINT "receipt_tenders_house_charge" CHECK ("books"."receipt_tenders"."tender" <> 'house-charge' or "books"."receipt_tenders"."on_account" = 0),
	CONSTRAINT "receipt_tenders_posted" CHECK (("books"."receipt_tenders"."event_number" is not null) = ("books"."receipt_tenders"."tender" = 'house-charge' or "books"."receipt_tenders"."on_account" > 0))
);
--> statement-breakpoint
ALTER TABLE "books"."receipt_tenders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."receipts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"currency" text NOT NULL,
	"issued_on" date NOT NULL,
	"subtotal" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"on_account" bigint DEFAULT 0 NOT NULL,
	"house_charge" bigint DEFAULT 0 NOT NULL,
	"money" bigint DEFAULT 0 NOT NULL,
	"tax_name" text DEFAULT '' NOT NULL,
	"tax_rate" numeric(6, 3),
	"return_of" uuid,
	"note" text DEFAULT '' NOT NULL,
	"sold_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "receipts_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "receipts_number" UNIQUE("org_id","number"),
	CONSTRAINT "receipts_kind" CHECK (kind in ('sale', 'return')),
	CONSTRAINT "receipts_return" CHECK (("books"."receipts"."kind" = 'return') = ("books"."receipts"."return_of" is not null)),
	CONSTRAINT "receipts_foot" CHECK ("books"."receipts"."total" = "books"."receipts"."subtotal" + "books"."receipts"."tax"),
	CONSTRAINT "receipts_paid" CHECK ("books"."receipts"."house_charge" + "books"."receipts"."money" = "books"."receipts"."total" + "books"."receipts"."on_account" and "books"."receipts"."money" >= 0),
	CONSTRAINT "receipts_house_charge" CHECK ("books"."receipts"."house_charge" between 0 and "books"."receipts"."total"),
	CONSTRAINT "receipts_amounts" CHECK ("books"."receipts"."subtotal" >= 0 and "books"."receipts"."tax" >= 0 and "books"."receipts"."on_account" >= 0 and "books"."receipts"."total" + "books"."receipts"."on_account" > 0),
	CONSTRAINT "receipts_of_account" CHECK ("books"."receipts"."account_id" is not null or ("books"."receipts"."house_charge" = 0 and "books"."receipts"."on_account" = 0)),
	CONSTRAINT "receipts_return_plain" CHECK ("books"."receipts"."kind" = 'sale' or "books"."receipts"."on_account" = 0)
);
--> statement-breakpoint
ALTER TABLE "books"."receipts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "shipping_lines" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "search" text GENERATED ALWAYS AS (books.search_text(number || ' ' || name || ' ' || company || ' ' || first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || books.digits(phone) || ' ' || memo)) STORED;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD COLUMN "receipt_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "receipt_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD COLUMN "receipt_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "tax_name" text DEFAULT 'Sales tax' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "tax_rate" numeric(6, 3);--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "count_earmarked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "returned_fee" bigint;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_file" FOREIGN KEY ("org_id","hash") REFERENCES "books"."attachment_files"("org_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_payment" FOREIGN KEY ("org_id","payment_id") REFERENCES "books"."payments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."products" ADD CONSTRAINT "products_chart" FOREIGN KEY ("org_id","chart_code") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD CONSTRAINT "contacts_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."customer_changes" ADD CONSTRAINT "customer_changes_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."customer_changes" ADD CONSTRAINT "customer_changes_command" FOREIGN KEY ("org_id","command_id") REFERENCES "books"."commands"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."locations" ADD CONSTRAINT "locations_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."merges" ADD CONSTRAINT "merges_from" FOREIGN KEY ("org_id","from_customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."merges" ADD CONSTRAINT "merges_into" FOREIGN KEY ("org_id","into_customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."merges" ADD CONSTRAINT "merges_command" FOREIGN KEY ("org_id","command_id") REFERENCES "books"."commands"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipt_lines" ADD CONSTRAINT "receipt_lines_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipt_lines" ADD CONSTRAINT "receipt_lines_product" FOREIGN KEY ("org_id","product_id") REFERENCES "books"."products"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipt_lines" ADD CONSTRAINT "receipt_lines_chart" FOREIGN KEY ("org_id","chart_code") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipt_lines" ADD CONSTRAINT "receipt_lines_returned" FOREIGN KEY ("org_id","return_of","returned_line") REFERENCES "books"."receipt_lines"("org_id","receipt_id","line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipt_tenders" ADD CONSTRAINT "receipt_tenders_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipt_tenders" ADD CONSTRAINT "receipt_tenders_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipts" ADD CONSTRAINT "receipts_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipts" ADD CONSTRAINT "receipts_return_of" FOREIGN KEY ("org_id","return_of") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_customer" ON "books"."attachments" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "attachments_of_receipt" ON "books"."attachments" USING btree ("org_id","receipt_id");--> statement-breakpoint
CREATE INDEX "attachments_of_invoice" ON "books"."attachments" USING btree ("org_id","invoice_id");--> statement-breakpoint
CREATE INDEX "attachments_of_payment" ON "books"."attachments" USING btree ("org_id","payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_sku" ON "books"."products" USING btree ("org_id","sku") WHERE sku <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "products_barcode" ON "books"."products" USING btree ("org_id","barcode") WHERE barcode <> '';--> statement-breakpoint
CREATE INDEX "products_by_name" ON "books"."products" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "products_search" ON "books"."products" USING gin ("org_id","search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contacts_of_customer" ON "books"."contacts" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "customer_changes_of_customer" ON "books"."customer_changes" USING btree ("org_id","customer_id","recorded_at");--> statement-breakpoint
CREATE INDEX "locations_of_customer" ON "books"."locations" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "merges_of_from" ON "books"."merges" USING btree ("org_id","from_customer_id");--> statement-breakpoint
CREATE INDEX "merges_of_into" ON "books"."merges" USING btree ("org_id","into_customer_id");--> statement-breakpoint
CREATE INDEX "receipt_lines_of_product" ON "books"."receipt_lines" USING btree ("org_id","product_id");--> statement-breakpoint
CREATE INDEX "receipt_lines_of_returned" ON "books"."receipt_lines" USING btree ("org_id","return_of","returned_line");--> statement-breakpoint
CREATE INDEX "receipt_tenders_of_event" ON "books"."receipt_tenders" USING btree ("org_id","event_number");--> statement-breakpoint
CREATE INDEX "receipts_of_account" ON "books"."receipts" USING btree ("org_id","account_id","issued_on");--> statement-breakpoint
CREATE INDEX "receipts_by_time" ON "books"."receipts" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "receipts_returned" ON "books"."receipts" USING btree ("org_id","return_of");--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_merged_into" FOREIGN KEY ("org_id","merged_into") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD CONSTRAINT "credit_memos_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_merged" ON "books"."customers" USING btree ("org_id","merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "customers_search" ON "books"."customers" USING gin ("org_id","search" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "credit_memos_one_per_receipt" ON "books"."credit_memos" USING btree ("org_id","receipt_id") WHERE receipt_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_one_per_receipt" ON "books"."invoices" USING btree ("org_id","receipt_id") WHERE receipt_id is not null;--> statement-breakpoint
CREATE INDEX "payments_of_receipt" ON "books"."payments" USING btree ("org_id","receipt_id");--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_not_into_itself" CHECK ("books"."customers"."merged_into" <> "books"."customers"."id");--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_of_receipt" CHECK (("books"."invoices"."source" = 'receipt') = ("books"."invoices"."receipt_id" is not null));--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_tax_rate" CHECK ("books"."settings"."tax_rate" between 0 and 100);--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_returned_fee" CHECK ("books"."settings"."returned_fee" > 0);--> statement-breakpoint
CREATE POLICY "wall" ON "books"."attachment_files" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."attachments" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."products" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."contacts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."customer_changes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."locations" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."merges" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."receipt_lines" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."receipt_tenders" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."receipts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
REVOKE ALL ON FUNCTION books.search_text(text), books.digits(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION books.search_text(text), books.digits(text) TO onaccount_app, onaccount_backup;
--> statement-breakpoint
GRANT SELECT, INSERT ON books.products, books.contacts, books.locations, books.customer_changes, books.merges, books.receipts,
  books.receipt_lines, books.receipt_tenders, books.attachment_files, books.attachments TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (name, sku, barcode, description, cost, price, unit, chart_code, taxable, retainable, version, archived_at)
  ON books.products TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (name, title, email, phone, gets_statements, version, removed_at) ON books.contacts TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (name, address_lines, version, removed_at) ON books.locations TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (undone_by, undone_at) ON books.merges TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (removed_by, removed_at) ON books.attachments TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (shipping_lines, merged_into) ON books.customers TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (tax_name, tax_rate, count_earmarked, returned_fee) ON books.settings TO onaccount_app;
--> statement-breakpoint
DO $$
declare
  facts text;
begin
  foreach facts in array array['receipts', 'receipt_lines', 'receipt_tenders', 'customer_changes', 'attachment_files'] loop
    execute format('create trigger %I before update or delete or truncate on books.%I for each statement execute function books.facts_stay()', facts || '_stay', facts);
  end loop;
end $$;
--> statement-breakpoint
-- A receipt's lines and tenders are written with it, whole: they add up to what it says, and nobody adds to one later.
CREATE FUNCTION books.receipts_foot() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from written r
    cross join lateral (
      select coalesce(sum(l.total), 0) as total, coalesce(sum(l.tax), 0) as tax from books.receipt_lines l
      where l.org_id = r.org_id and l.receipt_id = r.id offset 0) l
    cross join lateral (
      select coalesce(sum(t.amount) filter (where t.tender = 'house-charge'), 0) as charged,
        coalesce(sum(t.amount) filter (where t.tender <> 'house-charge'), 0) as money,
        coalesce(sum(t.on_account), 0) as on_account
      from books.receipt_tenders t where t.org_id = r.org_id and t.receipt_id = r.id offset 0) t
    where (l.total, l.tax, t.charged, t.money, t.on_account)
      is distinct from (r.subtotal, r.tax, r.house_charge, r.money, r.on_account)
  ) then
    raise exception 'a receipt is not the sum of its lines and tenders' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER receipts_foot AFTER INSERT ON books.receipts
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.receipts_foot();
--> statement-breakpoint
CREATE FUNCTION books.receipt_parts_foot() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, receipt_id from written) w
    join books.receipts r on r.org_id = w.org_id and r.id = w.receipt_id
    cross join lateral (
      select coalesce(sum(l.total), 0) as total, coalesce(sum(l.tax), 0) as tax from books.receipt_lines l
      where l.org_id = r.org_id and l.receipt_id = r.id offset 0) l
    cross join lateral (
      select coalesce(sum(t.amount) filter (where t.tender = 'house-charge'), 0) as charged,
        coalesce(sum(t.amount) filter (where t.tender <> 'house-charge'), 0) as money,
        coalesce(sum(t.on_account), 0) as on_account
      from books.receipt_tenders t where t.org_id = r.org_id and t.receipt_id = r.id offset 0) t
    where (l.total, l.tax, t.charged, t.money, t.on_account)
      is distinct from (r.subtotal, r.tax, r.house_charge, r.money, r.on_account)
  ) then
    raise exception 'a receipt is not the sum of its lines and tenders' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER receipt_lines_foot AFTER INSERT ON books.receipt_lines
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.receipt_parts_foot();
--> statement-breakpoint
CREATE TRIGGER receipt_tenders_foot AFTER INSERT ON books.receipt_tenders
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.receipt_parts_foot();
--> statement-breakpoint
-- No more comes back of a line than was sold, in quantity, amount and tax, also when two bring it back at once: the
-- sold receipt is locked by its verb, and this looks after that.
CREATE FUNCTION books.returns_within() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, return_of, returned_line from written where return_of is not null) w
    join books.receipt_lines s on s.org_id = w.org_id and s.receipt_id = w.return_of and s.line = w.returned_line
    cross join lateral (
      select sum(b.quantity) as quantity, sum(b.total) as total, sum(b.tax) as tax from books.receipt_lines b
      where b.org_id = w.org_id and b.return_of = w.return_of and b.returned_line = w.returned_line offset 0) b
    where b.quantity > s.quantity or b.total > s.total or b.tax > s.tax
  ) then
    raise exception 'more comes back than was sold' using errcode = 'OA011';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER receipt_lines_returned AFTER INSERT ON books.receipt_lines
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.returns_within();
--> statement-breakpoint
REVOKE ALL ON FUNCTION books.receipts_foot(), books.receipt_parts_foot(), books.returns_within() FROM PUBLIC;
--> statement-breakpoint
-- Existing businesses number their receipts, too.
INSERT INTO books.counters (org_id, series, prefix, padding) SELECT org_id, 'receipt', 'R-', 5 FROM books.settings;
--> statement-breakpoint
-- The planner is told of the new tables what 0006_speed.sql told it of the others.
DO $$
declare
  walled record;
begin
  for walled in
    select table_name::text, column_name::text from information_schema.columns
    where table_schema = 'books' and column_name in ('org_id', 'account_id') and table_name in ('products', 'contacts', 'locations',
      'customer_changes', 'merges', 'receipts', 'receipt_lines', 'receipt_tenders', 'attachment_files', 'attachments')
  loop
    if walled.column_name = 'org_id' then
      execute format('alter table books.%I alter column org_id set statistics 0', walled.table_name);
    end if;
    if current_setting('server_version_num')::int >= 180000 then
      perform pg_restore_attribute_stats('schemaname', 'books', 'relname', walled.table_name, 'attname', walled.column_name,
        'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real);
    end if;
  end loop;
end $$;
