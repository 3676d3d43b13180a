ALTER TABLE "books"."jobs" DROP CONSTRAINT "jobs_number";
--> statement-breakpoint
ALTER TABLE "books"."invoices" DROP CONSTRAINT "invoices_job";
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "currency" text NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "number_key" text GENERATED ALWAYS AS (upper(number)) STORED;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "status" text DEFAULT 'open' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "manager_id" uuid;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "manager_name" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "address_lines" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "city" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "region" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "postal_code" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "country" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "starts_on" date;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "ends_on" date;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "contract_number" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "contract_on" date;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "contract_sum" bigint;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "chart_code" text;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "retainage_work" numeric;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "retainage_stored" numeric;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "notes" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "changed_by" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "search" text GENERATED ALWAYS AS (books.search_text(number || ' ' || name || ' ' || contract_number || ' ' || city || ' ' || manager_name)) STORED;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "archived_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "books"."items" ADD COLUMN "job_id" uuid;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_currency" UNIQUE("org_id","currency","id");
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_number" UNIQUE("org_id","number_key");
--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_job" FOREIGN KEY ("org_id","currency","job_id") REFERENCES "books"."jobs"("org_id","currency","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_chart" FOREIGN KEY ("org_id","chart_code") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "books"."items" ADD CONSTRAINT "items_job" FOREIGN KEY ("org_id","currency","job_id") REFERENCES "books"."jobs"("org_id","currency","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "invoices_of_job" ON "books"."invoices" USING btree ("org_id","job_id","issued_on") WHERE job_id is not null;
--> statement-breakpoint
CREATE INDEX "jobs_by_number" ON "books"."jobs" USING btree ("org_id",number collate books.natural,"id");
--> statement-breakpoint
CREATE INDEX "jobs_by_name" ON "books"."jobs" USING btree ("org_id",lower(name) collate "und-x-icu","id");
--> statement-breakpoint
CREATE INDEX "items_of_job" ON "books"."items" USING btree ("org_id","job_id") WHERE job_id is not null and amount - applied - reversed > 0;
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_named" CHECK (length("books"."jobs"."name") between 1 and 200 and length("books"."jobs"."number") between 1 and 60);
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_status" CHECK (status in ('open', 'on-hold', 'complete', 'closed'));
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_manager" CHECK ("books"."jobs"."manager_id" is null or "books"."jobs"."manager_name" <> '');
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_country_form" CHECK ("books"."jobs"."country" ~ '^([A-Z]{2})?$');
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_days" CHECK ("books"."jobs"."ends_on" >= "books"."jobs"."starts_on");
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_contract_sum" CHECK ("books"."jobs"."contract_sum" >= 0);
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_limit" CHECK ("books"."jobs"."limit_cents" >= 0);
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_retainage_work" CHECK ("books"."jobs"."retainage_work" between 0 and 100 and scale("books"."jobs"."retainage_work") <= 3);
--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_retainage_stored" CHECK ("books"."jobs"."retainage_stored" between 0 and 100 and scale("books"."jobs"."retainage_stored") <= 3);
--> statement-breakpoint
-- Its exposure is written by the database alone (functions/expose_jobs.sql).
REVOKE INSERT ON books.jobs FROM onaccount_app;
--> statement-breakpoint
GRANT INSERT (customer_id, currency, number, name, status, manager_id, manager_name, address_lines, city, region, postal_code, country,
  starts_on, ends_on, limit_cents, contract_number, contract_on, contract_sum, chart_code, retainage_work, retainage_stored,
  notes, changed_by) ON books.jobs TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (number, name, status, manager_id, manager_name, address_lines, city, region, postal_code, country, starts_on,
  ends_on, limit_cents, contract_number, contract_on, contract_sum, chart_code, retainage_work, retainage_stored, notes,
  changed_by, version, archived_at) ON books.jobs TO onaccount_app;
--> statement-breakpoint
INSERT INTO books.counters (org_id, series, prefix, padding) SELECT org_id, 'job', 'J-', 4 FROM books.settings;
