CREATE TABLE "books"."discount_classes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "discount_classes_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "discount_classes_name" UNIQUE("org_id","name"),
	CONSTRAINT "discount_classes_named" CHECK (length("books"."discount_classes"."name") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "books"."discount_classes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."discounts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"class_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"percent" numeric(5, 2) NOT NULL,
	CONSTRAINT "discounts_key" PRIMARY KEY("org_id","class_id","group_id"),
	CONSTRAINT "discounts_percent" CHECK ("books"."discounts"."percent" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "books"."discounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."product_groups" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "product_groups_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "product_groups_name" UNIQUE("org_id","name"),
	CONSTRAINT "product_groups_named" CHECK (length("books"."product_groups"."name") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "books"."product_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "mobile" text;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "fax" text;--> statement-breakpoint
-- Found by their mobile phone, too.
ALTER TABLE "books"."customers" drop column "search";--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "search" text GENERATED ALWAYS AS (books.search_text(number || ' ' || name || ' ' || company || ' ' || first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || books.digits(phone) || ' ' || books.digits(mobile) || ' ' || memo)) STORED;--> statement-breakpoint
CREATE INDEX "customers_search" ON "books"."customers" USING gin ("org_id","search" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "discount_class_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD COLUMN "tax_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."products" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD COLUMN "mobile" text;--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD COLUMN "fax" text;--> statement-breakpoint
ALTER TABLE "books"."discounts" ADD CONSTRAINT "discounts_class" FOREIGN KEY ("org_id","class_id") REFERENCES "books"."discount_classes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."discounts" ADD CONSTRAINT "discounts_group" FOREIGN KEY ("org_id","group_id") REFERENCES "books"."product_groups"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_discount_class" FOREIGN KEY ("org_id","discount_class_id") REFERENCES "books"."discount_classes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."jobs" ADD CONSTRAINT "jobs_tax" FOREIGN KEY ("org_id","tax_id") REFERENCES "books"."tax_rates"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."products" ADD CONSTRAINT "products_group" FOREIGN KEY ("org_id","group_id") REFERENCES "books"."product_groups"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."discount_classes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."discounts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."product_groups" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT UPDATE (title, mobile, fax, discount_class_id) ON books.customers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (mobile, fax) ON books.contacts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (group_id) ON books.products TO onaccount_app;--> statement-breakpoint
GRANT INSERT (tax_id), UPDATE (tax_id) ON books.jobs TO onaccount_app;--> statement-breakpoint
GRANT SELECT, INSERT ON books.discount_classes, books.product_groups, books.discounts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (name, version, archived_at) ON books.discount_classes, books.product_groups TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (percent) ON books.discounts TO onaccount_app;
