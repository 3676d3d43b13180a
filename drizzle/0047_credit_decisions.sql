CREATE TABLE "books"."credit_decisions" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"job_id" uuid,
	"amount" bigint NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"because" text,
	"figures" text NOT NULL,
	"decided_on" date NOT NULL,
	"asked_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "credit_decisions_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "credit_decisions_amount" CHECK ("books"."credit_decisions"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."credit_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."reservations" ALTER COLUMN "id" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD COLUMN "reserved_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD COLUMN "ended_as" text;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD COLUMN "captured" bigint;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD COLUMN "receipt_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."credit_decisions" ADD CONSTRAINT "credit_decisions_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_decisions" ADD CONSTRAINT "credit_decisions_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_decisions_of_account" ON "books"."credit_decisions" USING btree ("org_id","account_id","recorded_at");--> statement-breakpoint
CREATE INDEX "credit_decisions_of_job" ON "books"."credit_decisions" USING btree ("org_id","job_id") WHERE job_id is not null;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD CONSTRAINT "reservations_decision" FOREIGN KEY ("org_id","id") REFERENCES "books"."credit_decisions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD CONSTRAINT "reservations_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD CONSTRAINT "reservations_receipt" FOREIGN KEY ("org_id","receipt_id") REFERENCES "books"."receipts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reservations_on_job" ON "books"."reservations" USING btree ("org_id","job_id","expires_at") WHERE ended_at is null and job_id is not null;--> statement-breakpoint
CREATE INDEX "reservations_of_receipt" ON "books"."reservations" USING btree ("org_id","receipt_id") WHERE receipt_id is not null;--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD CONSTRAINT "reservations_ended_as" CHECK (ended_as in ('captured', 'released', 'expired'));--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD CONSTRAINT "reservations_ending" CHECK (num_nonnulls("books"."reservations"."ended_at", "books"."reservations"."ended_as", "books"."reservations"."ended_by") in (0, 3));--> statement-breakpoint
ALTER TABLE "books"."reservations" ADD CONSTRAINT "reservations_captured" CHECK (("books"."reservations"."ended_as" is not distinct from 'captured') = ("books"."reservations"."captured" is not null) and "books"."reservations"."captured" between 1 and "books"."reservations"."amount"
        and ("books"."reservations"."receipt_id" is null or "books"."reservations"."captured" is not null));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."credit_decisions" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
REVOKE UPDATE (reserved) ON books.accounts FROM onaccount_app;--> statement-breakpoint
GRANT SELECT, INSERT ON books.credit_decisions TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (ended_as, ended_by, captured, receipt_id) ON books.reservations TO onaccount_app;
