ALTER TABLE "books"."customers" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "mobile" text;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "fax" text;--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD COLUMN "mobile" text;--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD COLUMN "fax" text;--> statement-breakpoint
-- Found by their mobile phone, too.
ALTER TABLE "books"."customers" drop column "search";--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "search" text GENERATED ALWAYS AS (books.search_text(number || ' ' || name || ' ' || company || ' ' || first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || books.digits(phone) || ' ' || books.digits(mobile) || ' ' || memo)) STORED;--> statement-breakpoint
CREATE INDEX "customers_search" ON "books"."customers" USING gin ("org_id","search" gin_trgm_ops);--> statement-breakpoint
GRANT UPDATE (title, mobile, fax) ON books.customers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (mobile, fax) ON books.contacts TO onaccount_app;
