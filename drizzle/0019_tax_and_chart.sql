CREATE TABLE "books"."receipt_taxes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"receipt_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency" text NOT NULL,
	"name" text NOT NULL,
	"rate" numeric(6, 3) NOT NULL,
	"base" bigint NOT NULL,
	"tax" bigint NOT NULL,
	CONSTRAINT "receipt_taxes_key" PRIMARY KEY("org_id","receipt_id","line"),
	CONSTRAINT "receipt_taxes_rate" CHECK ("books"."receipt_taxes"."rate" between 0 and 100),
	CONSTRAINT "receipt_taxes_amounts" CHECK ("books"."receipt_taxes"."base" >= 0 and "books"."receipt_taxes"."tax" >= 0)
);
--> statement-breakpoint
ALTER TABLE "books"."receipt_taxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."tax_exemptions" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"certificate" text NOT NULL,
	"expires_on" date,
	"attachment_id" uuid,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_by" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "tax_exemptions_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "tax_exemptions_certificate" CHECK (length("books"."tax_exemptions"."certificate") between 1 and 60),
	CONSTRAINT "tax_exemptions_ended" CHECK (("books"."tax_exemptions"."ended_at" is null) = ("books"."tax_exemptions"."ended_by" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."tax_exemptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."tax_agencies" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"name" text NOT NULL,
	"chart_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tax_agencies_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "tax_agencies_name" UNIQUE("org_id","name"),
	CONSTRAINT "tax_agencies_chart" UNIQUE("org_id","chart_code"),
	CONSTRAINT "tax_agencies_named" CHECK (length("books"."tax_agencies"."name") between 1 and 80)
);
--> statement-breakpoint
ALTER TABLE "books"."tax_agencies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."tax_parts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"combined_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"rate_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	CONSTRAINT "tax_parts_key" PRIMARY KEY("org_id","combined_id","line"),
	CONSTRAINT "tax_parts_once" UNIQUE("org_id","combined_id","rate_id")
);
--> statement-breakpoint
ALTER TABLE "books"."tax_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."tax_rates" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"name" text NOT NULL,
	"agency_id" uuid,
	"is_default" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "tax_rates_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "tax_rates_name" UNIQUE("org_id","name"),
	CONSTRAINT "tax_rates_agency_said" UNIQUE("org_id","id","agency_id"),
	CONSTRAINT "tax_rates_named" CHECK (length("books"."tax_rates"."name") between 1 and 40),
	CONSTRAINT "tax_rates_default_stays" CHECK (not "books"."tax_rates"."is_default" or "books"."tax_rates"."archived_at" is null)
);
--> statement-breakpoint
ALTER TABLE "books"."tax_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."tax_steps" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"rate_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"percent" numeric(6, 3) NOT NULL,
	"decided_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "tax_steps_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "tax_steps_percent" CHECK ("books"."tax_steps"."percent" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "books"."tax_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."settings" DROP CONSTRAINT "settings_tax_rate";--> statement-breakpoint
ALTER TABLE "books"."settings" DROP CONSTRAINT "settings_tax_answered";--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "tax_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."chart" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."chart" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "books"."locations" ADD COLUMN "tax_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."receipt_taxes" ADD CONSTRAINT "receipt_taxes_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."receipt_taxes" ADD CONSTRAINT "receipt_taxes_agency" FOREIGN KEY ("org_id","agency_id") REFERENCES "books"."tax_agencies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."tax_exemptions" ADD CONSTRAINT "tax_exemptions_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."tax_exemptions" ADD CONSTRAINT "tax_exemptions_file" FOREIGN KEY ("org_id","attachment_id") REFERENCES "books"."attachments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."tax_agencies" ADD CONSTRAINT "tax_agencies_account" FOREIGN KEY ("org_id","chart_code") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."tax_parts" ADD CONSTRAINT "tax_parts_combined" FOREIGN KEY ("org_id","combined_id") REFERENCES "books"."tax_rates"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."tax_parts" ADD CONSTRAINT "tax_parts_rate" FOREIGN KEY ("org_id","rate_id","agency_id") REFERENCES "books"."tax_rates"("org_id","id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."tax_rates" ADD CONSTRAINT "tax_rates_agency" FOREIGN KEY ("org_id","agency_id") REFERENCES "books"."tax_agencies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."tax_steps" ADD CONSTRAINT "tax_steps_rate" FOREIGN KEY ("org_id","rate_id") REFERENCES "books"."tax_rates"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "receipt_taxes_of_agency" ON "books"."receipt_taxes" USING btree ("org_id","agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tax_exemptions_standing" ON "books"."tax_exemptions" USING btree ("org_id","customer_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "tax_parts_of_rate" ON "books"."tax_parts" USING btree ("org_id","rate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tax_rates_one_default" ON "books"."tax_rates" USING btree ("org_id") WHERE is_default;--> statement-breakpoint
CREATE INDEX "tax_steps_of_rate" ON "books"."tax_steps" USING btree ("org_id","rate_id","from_on","id");--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_tax" FOREIGN KEY ("org_id","tax_id") REFERENCES "books"."tax_rates"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."locations" ADD CONSTRAINT "locations_tax" FOREIGN KEY ("org_id","tax_id") REFERENCES "books"."tax_rates"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The one tax that a business had is the first rate of its first agency, since ever, and its receipts were taxed with it.
INSERT INTO books.tax_agencies (org_id, name, chart_code) SELECT org_id, 'Tax agency', code FROM books.chart WHERE role = 'sales-tax';--> statement-breakpoint
INSERT INTO books.tax_rates (org_id, name, agency_id, is_default)
  SELECT s.org_id, s.tax_name, a.id, true FROM books.settings s JOIN books.tax_agencies a USING (org_id) WHERE s.tax_rate IS NOT NULL;--> statement-breakpoint
INSERT INTO books.tax_steps (org_id, rate_id, from_on, percent, decided_by)
  SELECT r.org_id, r.id, '1900-01-01', s.tax_rate, 'Onaccount' FROM books.tax_rates r JOIN books.settings s USING (org_id);--> statement-breakpoint
INSERT INTO books.receipt_taxes (org_id, receipt_id, line, agency_id, agency, name, rate, base, tax)
  SELECT r.org_id, r.id, 1, a.id, a.name, r.tax_name, r.tax_rate, coalesce((SELECT sum(l.total) FROM books.receipt_lines l
    WHERE l.org_id = r.org_id AND l.receipt_id = r.id AND l.taxable), 0), r.tax
  FROM books.receipts r JOIN books.tax_agencies a USING (org_id) WHERE r.tax_rate IS NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."settings" DROP COLUMN "tax_name";--> statement-breakpoint
ALTER TABLE "books"."settings" DROP COLUMN "tax_rate";--> statement-breakpoint
ALTER TABLE "books"."receipts" DROP COLUMN "tax_name";--> statement-breakpoint
ALTER TABLE "books"."receipts" DROP COLUMN "tax_rate";--> statement-breakpoint
ALTER TABLE "books"."chart" ADD CONSTRAINT "chart_role_stays" CHECK ("books"."chart"."role" is null or "books"."chart"."archived_at" is null);--> statement-breakpoint
ALTER TABLE "books"."chart" ADD CONSTRAINT "chart_named" CHECK (length("books"."chart"."name") between 1 and 80);--> statement-breakpoint
CREATE POLICY "wall" ON "books"."receipt_taxes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."tax_exemptions" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."tax_agencies" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."tax_parts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."tax_rates" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."tax_steps" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.tax_agencies, books.tax_rates, books.tax_steps, books.tax_parts, books.tax_exemptions, books.receipt_taxes
  TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (version, archived_at) ON books.chart TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (name, version) ON books.tax_agencies TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (name, is_default, version, archived_at) ON books.tax_rates TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (ended_by, ended_at) ON books.tax_exemptions TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (tax_id) ON books.customers, books.locations TO onaccount_app;
