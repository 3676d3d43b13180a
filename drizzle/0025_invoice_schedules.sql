CREATE TABLE "books"."invoice_schedule_runs" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"schedule_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"draft_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "invoice_schedule_runs_key" PRIMARY KEY("org_id","schedule_id","on_day")
);
--> statement-breakpoint
ALTER TABLE "books"."invoice_schedule_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."invoice_schedules" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"job_id" uuid,
	"content" text NOT NULL,
	"every" text NOT NULL,
	"day" integer,
	"next_on" date NOT NULL,
	"ends_on" date,
	"left_count" integer,
	"makes" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"fault" text,
	"fault_at" timestamp with time zone,
	"made_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "invoice_schedules_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invoice_schedules_state" CHECK (state in ('active', 'paused', 'ended')),
	CONSTRAINT "invoice_schedules_makes" CHECK (makes in ('draft', 'issued')),
	CONSTRAINT "invoice_schedules_day" CHECK (("books"."invoice_schedules"."every" = 'week' and "books"."invoice_schedules"."day" is null) or ("books"."invoice_schedules"."every" = 'month' and "books"."invoice_schedules"."day" is not null and "books"."invoice_schedules"."day" between 1 and 31)),
	CONSTRAINT "invoice_schedules_left" CHECK ("books"."invoice_schedules"."left_count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "books"."invoice_schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."billing_terms" ADD COLUMN "offered" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoice_schedule_runs" ADD CONSTRAINT "invoice_schedule_runs_schedule" FOREIGN KEY ("org_id","schedule_id") REFERENCES "books"."invoice_schedules"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_schedule_runs" ADD CONSTRAINT "invoice_schedule_runs_draft" FOREIGN KEY ("org_id","draft_id") REFERENCES "books"."invoice_drafts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_schedules" ADD CONSTRAINT "invoice_schedules_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoice_schedules" ADD CONSTRAINT "invoice_schedules_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_schedules_due" ON "books"."invoice_schedules" USING btree ("org_id","next_on","id") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "invoice_schedules_next" ON "books"."invoice_schedules" USING btree ("org_id","next_on","id");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."invoice_schedule_runs" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."invoice_schedules" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.invoice_schedules, books.invoice_schedule_runs TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (next_on, left_count, state, fault, fault_at) ON books.invoice_schedules TO onaccount_app;--> statement-breakpoint
-- Terms are taken off the list, and no row of theirs is deleted.
REVOKE DELETE ON books.billing_terms FROM onaccount_app;--> statement-breakpoint
GRANT UPDATE (offered) ON books.billing_terms TO onaccount_app;
