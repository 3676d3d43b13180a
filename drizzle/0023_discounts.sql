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
ALTER TABLE "books"."customers" ADD COLUMN "discount_class_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."products" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."discounts" ADD CONSTRAINT "discounts_class" FOREIGN KEY ("org_id","class_id") REFERENCES "books"."discount_classes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."discounts" ADD CONSTRAINT "discounts_group" FOREIGN KEY ("org_id","group_id") REFERENCES "books"."product_groups"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_discount_class" FOREIGN KEY ("org_id","discount_class_id") REFERENCES "books"."discount_classes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."products" ADD CONSTRAINT "products_group" FOREIGN KEY ("org_id","group_id") REFERENCES "books"."product_groups"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."discount_classes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."discounts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."product_groups" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.discount_classes, books.product_groups, books.discounts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (name, version, archived_at) ON books.discount_classes, books.product_groups TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (percent) ON books.discounts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (discount_class_id) ON books.customers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (group_id) ON books.products TO onaccount_app;
