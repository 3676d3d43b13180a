CREATE TABLE "books"."shared_limits" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"net" bigint DEFAULT 0 NOT NULL,
	"earmarked" bigint DEFAULT 0 NOT NULL,
	"reserved" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "shared_limits_key" PRIMARY KEY("org_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "books"."shared_limits" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "books"."split_payments" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "split_payments_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "split_payments_currency" UNIQUE("org_id","currency","id"),
	CONSTRAINT "split_payments_amount" CHECK ("books"."split_payments"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."split_payments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "books"."accounts" ADD COLUMN "shares_limit" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "books"."accounts" ADD COLUMN "limit_of" uuid;
--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "parent_id" uuid;
--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "is_top" boolean GENERATED ALWAYS AS (parent_id is null) STORED;
--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "parent_is_top" boolean GENERATED ALWAYS AS (case when parent_id is not null then true end) STORED;
--> statement-breakpoint
ALTER TABLE "books"."payments" ADD COLUMN "split_id" uuid;
--> statement-breakpoint
ALTER TABLE "books"."shared_limits" ADD CONSTRAINT "shared_limits_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "books"."split_payments" ADD CONSTRAINT "split_payments_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "books"."accounts" ADD CONSTRAINT "accounts_limit_of" FOREIGN KEY ("org_id","limit_of","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_top" UNIQUE("org_id","id","is_top");
--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_parent" FOREIGN KEY ("org_id","parent_id","parent_is_top") REFERENCES "books"."customers"("org_id","id","is_top") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_split" FOREIGN KEY ("org_id","currency","split_id") REFERENCES "books"."split_payments"("org_id","currency","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "accounts_sharing" ON "books"."accounts" USING btree ("org_id","limit_of") WHERE limit_of is not null;
--> statement-breakpoint
CREATE INDEX "customers_children" ON "books"."customers" USING btree ("org_id","parent_id") WHERE parent_id is not null;
--> statement-breakpoint
CREATE INDEX "payments_of_split" ON "books"."payments" USING btree ("org_id","split_id") WHERE split_id is not null;
--> statement-breakpoint
CREATE INDEX "events_opening" ON "books"."events" USING btree ("org_id","number") WHERE kind = 'opening';
--> statement-breakpoint
CREATE POLICY "wall" ON "books"."shared_limits" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
CREATE POLICY "wall" ON "books"."split_payments" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
-- What is used of a shared limit, and whose limit counts, is written by the database alone (functions/limit_used.sql,
-- functions/share_limits.sql).
GRANT SELECT ON books.shared_limits TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (parent_id) ON books.customers TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (shares_limit) ON books.accounts TO onaccount_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON books.split_payments TO onaccount_app;
