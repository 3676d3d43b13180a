CREATE TABLE "books"."customer_labels" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"label_id" uuid NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	CONSTRAINT "customer_labels_key" PRIMARY KEY("org_id","customer_id","label_id")
);
--> statement-breakpoint
ALTER TABLE "books"."customer_labels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."labels" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "labels_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "labels_named" CHECK (length("books"."labels"."name") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "books"."labels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."online_returns" DROP CONSTRAINT "online_returns_kind";--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "charge_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "tells" text;--> statement-breakpoint
ALTER TABLE "books"."customer_labels" ADD CONSTRAINT "customer_labels_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."customer_labels" ADD CONSTRAINT "customer_labels_label" FOREIGN KEY ("org_id","label_id") REFERENCES "books"."labels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_labels_of_label" ON "books"."customer_labels" USING btree ("org_id","label_id","customer_id") WHERE is_on;--> statement-breakpoint
CREATE UNIQUE INDEX "labels_name" ON "books"."labels" USING btree ("org_id",lower(name));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_charge" FOREIGN KEY ("org_id","charge_id") REFERENCES "books"."autopay_charges"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_of_charge" ON "books"."outbox" USING btree ("org_id","charge_id") WHERE charge_id is not null;--> statement-breakpoint
ALTER TABLE "books"."online_returns" ADD CONSTRAINT "online_returns_kind" CHECK (kind in ('refund', 'refund-failed', 'chargeback', 'chargeback-won'));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_tells" CHECK (tells in ('announce', 'again', 'given-up'));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_tells_of" CHECK (("books"."outbox"."charge_id" is null) = ("books"."outbox"."tells" is null) and ("books"."outbox"."charge_id" is null or "books"."outbox"."statement_id" is not null));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."customer_labels" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."labels" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.labels, books.customer_labels TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (name, version, archived_at) ON books.labels TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (is_on) ON books.customer_labels TO onaccount_app;
