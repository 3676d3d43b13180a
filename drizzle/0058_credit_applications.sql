CREATE TABLE "books"."credit_applications" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"business" text NOT NULL,
	"contact" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"tax_number" text NOT NULL,
	"years" integer NOT NULL,
	"monthly" bigint NOT NULL,
	"wanted" bigint NOT NULL,
	"named" text NOT NULL,
	"consent" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"customer_id" uuid,
	"request_id" uuid,
	"given" bigint,
	"reason" text DEFAULT '' NOT NULL,
	"told" text DEFAULT '' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "credit_applications_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "credit_applications_state" CHECK (state in ('waiting', 'approved', 'declined')),
	CONSTRAINT "credit_applications_decided" CHECK (num_nonnulls("books"."credit_applications"."decided_by", "books"."credit_applications"."decided_at") = case when state = 'waiting' then 0 else 2 end
        and (("books"."credit_applications"."customer_id" is not null and "books"."credit_applications"."given" > 0) or state <> 'approved')),
	CONSTRAINT "credit_applications_waits" CHECK ("books"."credit_applications"."request_id" is null or (state = 'waiting' and "books"."credit_applications"."customer_id" is not null)),
	CONSTRAINT "credit_applications_said" CHECK ("books"."credit_applications"."business" <> '' and "books"."credit_applications"."consent" <> '' and "books"."credit_applications"."years" >= 0 and "books"."credit_applications"."monthly" >= 0 and "books"."credit_applications"."wanted" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."attachments" DROP CONSTRAINT "attachments_of_one";--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "apply_code" text;--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD CONSTRAINT "credit_applications_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD CONSTRAINT "credit_applications_request" FOREIGN KEY ("org_id","request_id") REFERENCES "books"."limit_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_applications_by_time" ON "books"."credit_applications" USING btree ("org_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "credit_applications_by_state" ON "books"."credit_applications" USING btree ("org_id","state","recorded_at","id");--> statement-breakpoint
CREATE INDEX "credit_applications_of_customer" ON "books"."credit_applications" USING btree ("org_id","customer_id") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "credit_applications_of_request" ON "books"."credit_applications" USING btree ("org_id","request_id") WHERE request_id is not null;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_application" FOREIGN KEY ("org_id","application_id") REFERENCES "books"."credit_applications"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_application" ON "books"."attachments" USING btree ("org_id","application_id");--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_of_one" CHECK (num_nonnulls("books"."attachments"."customer_id", "books"."attachments"."receipt_id", "books"."attachments"."invoice_id", "books"."attachments"."payment_id", "books"."attachments"."draft_id", "books"."attachments"."buyer_id", "books"."attachments"."application_id") = 1);--> statement-breakpoint
CREATE POLICY "wall" ON "books"."credit_applications" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.credit_applications TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, customer_id, request_id, given, reason, told, decided_by, decided_at) ON books.credit_applications TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (apply_code) ON books.settings TO onaccount_app;
