ALTER TABLE "books"."accounts" ADD COLUMN "hold_exempt" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."accounts" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "hold_after_days" integer;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "hold_over" bigint;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "invoice_policy" text DEFAULT 'warn' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "approve_above" bigint;--> statement-breakpoint
CREATE INDEX "accounts_to_review" ON "books"."accounts" USING btree ("org_id","review_on") WHERE review_on is not null;--> statement-breakpoint
ALTER TABLE "books"."accounts" DROP COLUMN "held_for_age";--> statement-breakpoint
ALTER TABLE "books"."accounts" DROP COLUMN "oldest_due_on";--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_holds" CHECK ("books"."settings"."hold_after_days" > 0 and "books"."settings"."hold_over" >= 0);--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_invoice_policy" CHECK (invoice_policy in ('warn', 'ask', 'block'));--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_approve_above" CHECK ("books"."settings"."approve_above" >= 0);--> statement-breakpoint
GRANT UPDATE (hold_exempt, review_on) ON books.accounts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (hold_after_days, hold_over, invoice_policy, approve_above) ON books.settings TO onaccount_app;
