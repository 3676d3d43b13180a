ALTER TABLE "books"."settings" ADD COLUMN "tax_answered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Who has a rate has said so. Who has none may never have been asked, so they are.
UPDATE "books"."settings" SET "tax_answered" = true WHERE "tax_rate" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_tax_answered" CHECK ("books"."settings"."tax_answered" or "books"."settings"."tax_rate" is null);--> statement-breakpoint
GRANT UPDATE (tax_answered) ON books.settings TO onaccount_app;
