CREATE TABLE "books"."invoice_drafts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid,
	"job_id" uuid,
	"issued_on" date,
	"due_on" date,
	"content" text NOT NULL,
	"total" bigint,
	"corrects" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"invoice_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"started_by" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "invoice_drafts_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invoice_drafts_state" CHECK (state in ('open', 'issued', 'discarded')),
	CONSTRAINT "invoice_drafts_issued" CHECK (("books"."invoice_drafts"."state" = 'issued') = ("books"."invoice_drafts"."invoice_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "books"."invoice_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."invoice_taxes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency" text NOT NULL,
	"name" text NOT NULL,
	"rate" numeric(6, 3) NOT NULL,
	"base" bigint NOT NULL,
	"tax" bigint NOT NULL,
	CONSTRAINT "invoice_taxes_key" PRIMARY KEY("org_id","invoice_id","line"),
	CONSTRAINT "invoice_taxes_rate" CHECK ("books"."invoice_taxes"."rate" between 0 and 100),
	CONSTRAINT "invoice_taxes_tax" CHECK ("books"."invoice_taxes"."base" >= 0 and "books"."invoice_taxes"."tax" = round("books"."invoice_taxes"."base" * "books"."invoice_taxes"."rate" / 100))
);
--> statement-breakpoint
ALTER TABLE "books"."invoice_taxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "kind" text DEFAULT 'item' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "product_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "sku" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "discount" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "taxable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "tax" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "terms" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "po_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "salesperson" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "billing_address" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "service_address" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "books"."invoice_drafts" ADD CONSTRAINT "invoice_drafts_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_drafts" ADD CONSTRAINT "invoice_drafts_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_drafts" ADD CONSTRAINT "invoice_drafts_corrects" FOREIGN KEY ("org_id","corrects") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_drafts" ADD CONSTRAINT "invoice_drafts_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_taxes" ADD CONSTRAINT "invoice_taxes_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_taxes" ADD CONSTRAINT "invoice_taxes_agency" FOREIGN KEY ("org_id","agency_id") REFERENCES "books"."tax_agencies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_drafts_open" ON "books"."invoice_drafts" USING btree ("org_id","changed_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "invoice_taxes_of_agency" ON "books"."invoice_taxes" USING btree ("org_id","agency_id");--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_product" FOREIGN KEY ("org_id","product_id") REFERENCES "books"."products"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_corrected" FOREIGN KEY ("org_id","corrects") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_lines_of_product" ON "books"."invoice_lines" USING btree ("org_id","product_id") WHERE product_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_corrected_once" ON "books"."invoices" USING btree ("org_id","corrects") WHERE corrects is not null;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_kind" CHECK (kind in ('item', 'text', 'subtotal'));--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_words" CHECK ("books"."invoice_lines"."kind" = 'item' or ("books"."invoice_lines"."total" = 0 and "books"."invoice_lines"."discount" = 0 and "books"."invoice_lines"."tax" = 0));--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_amounts" CHECK ("books"."invoice_lines"."discount" >= 0 and "books"."invoice_lines"."tax" >= 0);--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_tax" CHECK ("books"."invoice_lines"."taxable" or "books"."invoice_lines"."tax" = 0);--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_retainage" CHECK ("books"."invoice_lines"."retainage" >= 0 and ("books"."invoice_lines"."retainage" = 0 or "books"."invoice_lines"."retainage" <= "books"."invoice_lines"."total"));--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_corrects_another" CHECK ("books"."invoices"."corrects" <> "books"."invoices"."id");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."invoice_drafts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."invoice_taxes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.invoice_drafts, books.invoice_taxes TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (customer_id, job_id, issued_on, due_on, content, total, state, invoice_id, version, changed_by, changed_at) ON books.invoice_drafts TO onaccount_app;
