CREATE TABLE "books"."billing_terms" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "billing_terms_key" PRIMARY KEY("org_id","code"),
	CONSTRAINT "billing_terms_form" CHECK (code ~ '^(net-[0-9]{1,3}|day-[0-9]{1,2}|eom)(-[0-9]{1,2}([.][0-9]{1,3})?-[0-9]{1,3})?$')
);
--> statement-breakpoint
ALTER TABLE "books"."billing_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."customers" DROP CONSTRAINT "customers_terms";--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "terms" text DEFAULT 'net-30' NOT NULL;--> statement-breakpoint
-- What was a number of days is the code of those days.
UPDATE books.customers SET terms = 'net-' || terms_days WHERE terms_days <> 30;--> statement-breakpoint
ALTER TABLE "books"."customers" DROP COLUMN "terms_days";--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_terms" CHECK (terms ~ '^(net-[0-9]{1,3}|day-[0-9]{1,2}|eom)(-[0-9]{1,2}([.][0-9]{1,3})?-[0-9]{1,3})?$');--> statement-breakpoint
CREATE POLICY "wall" ON "books"."billing_terms" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON books.billing_terms TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (terms) ON books.customers TO onaccount_app;--> statement-breakpoint
INSERT INTO books.billing_terms (org_id, code)
  SELECT s.org_id, t.code FROM books.settings s, (VALUES ('net-0'), ('net-15'), ('net-30'), ('net-60')) t (code);
