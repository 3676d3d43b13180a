CREATE TABLE "books"."release_conditions" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"invoice_line" integer NOT NULL,
	"kind" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"met_on" date,
	"met_by" text DEFAULT '' NOT NULL,
	"dropped" boolean DEFAULT false NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "release_conditions_key" PRIMARY KEY("org_id","invoice_id","invoice_line","kind","words"),
	CONSTRAINT "release_conditions_kind" CHECK (kind in ('completion', 'waiver', 'close-out', 'other')),
	CONSTRAINT "release_conditions_words" CHECK (("books"."release_conditions"."kind" = 'other') = ("books"."release_conditions"."words" <> '')),
	CONSTRAINT "release_conditions_met" CHECK (("books"."release_conditions"."met_on" is null) = ("books"."release_conditions"."met_by" = ''))
);
--> statement-breakpoint
ALTER TABLE "books"."release_conditions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."release_days" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"invoice_line" integer NOT NULL,
	"expected_on" date,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "release_days_key" PRIMARY KEY("org_id","invoice_id","invoice_line")
);
--> statement-breakpoint
ALTER TABLE "books"."release_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "dispute_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."release_conditions" ADD CONSTRAINT "release_conditions_line" FOREIGN KEY ("org_id","invoice_id","invoice_line") REFERENCES "books"."invoice_lines"("org_id","invoice_id","line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."release_days" ADD CONSTRAINT "release_days_line" FOREIGN KEY ("org_id","invoice_id","invoice_line") REFERENCES "books"."invoice_lines"("org_id","invoice_id","line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."release_conditions" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."release_days" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.release_days, books.release_conditions TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (expected_on, changed_by, changed_at) ON books.release_days TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (met_on, met_by, dropped, changed_by, changed_at) ON books.release_conditions TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (disputed, dispute_note) ON books.invoices TO onaccount_app;
