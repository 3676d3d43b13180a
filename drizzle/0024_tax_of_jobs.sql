ALTER TABLE "books"."jobs" ADD COLUMN "tax_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_tax" FOREIGN KEY ("org_id","tax_id") REFERENCES "books"."tax_rates"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT INSERT (tax_id), UPDATE (tax_id) ON books.jobs TO onaccount_app;
