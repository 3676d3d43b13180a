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
ALTER TABLE "books"."split_payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD COLUMN "split_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."split_payments" ADD CONSTRAINT "split_payments_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_split" FOREIGN KEY ("org_id","currency","split_id") REFERENCES "books"."split_payments"("org_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_of_split" ON "books"."payments" USING btree ("org_id","split_id") WHERE split_id is not null;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."split_payments" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.split_payments TO onaccount_app;
