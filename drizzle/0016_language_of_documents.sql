ALTER TABLE "books"."settings" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_language" CHECK (language in ('en', 'de', 'fr', 'es'));--> statement-breakpoint
-- Whoever writes amounts and days as a country does is taken to write in its language, where there are words for it.
UPDATE "books"."settings" s SET "language" = left(o.locale, 2)
  FROM "directory"."orgs" o WHERE o.id = s.org_id AND o.locale ~ '^(de|fr|es)(-|$)';--> statement-breakpoint
GRANT UPDATE (language) ON books.settings TO onaccount_app;
