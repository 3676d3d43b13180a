CREATE TABLE "books"."deposit_lines" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"deposit_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "deposit_lines_key" PRIMARY KEY("org_id","deposit_id","line"),
	CONSTRAINT "deposit_lines_once" UNIQUE("org_id","deposit_id","payment_id")
);
--> statement-breakpoint
ALTER TABLE "books"."deposit_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."deposits" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"number" text NOT NULL,
	"currency" text NOT NULL,
	"deposited_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"memo" text DEFAULT '' NOT NULL,
	"made_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"reversed_on" date,
	"reversed_by" text,
	"reversed_because" text,
	"reversed_at" timestamp with time zone,
	CONSTRAINT "deposits_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "deposits_number" UNIQUE("org_id","number"),
	CONSTRAINT "deposits_currency" UNIQUE("org_id","currency","id"),
	CONSTRAINT "deposits_amount" CHECK ("books"."deposits"."amount" > 0),
	CONSTRAINT "deposits_reversed" CHECK (num_nulls("books"."deposits"."reversed_on", "books"."deposits"."reversed_by", "books"."deposits"."reversed_because", "books"."deposits"."reversed_at") in (0, 4) and coalesce("books"."deposits"."reversed_on" >= "books"."deposits"."deposited_on", true))
);
--> statement-breakpoint
ALTER TABLE "books"."deposits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "books"."payments" ADD COLUMN "deposit_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."deposit_lines" ADD CONSTRAINT "deposit_lines_deposit" FOREIGN KEY ("org_id","deposit_id") REFERENCES "books"."deposits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."deposit_lines" ADD CONSTRAINT "deposit_lines_payment" FOREIGN KEY ("org_id","payment_id") REFERENCES "books"."payments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deposit_lines_of_payment" ON "books"."deposit_lines" USING btree ("org_id","payment_id");--> statement-breakpoint
CREATE INDEX "deposits_by_day" ON "books"."deposits" USING btree ("org_id","deposited_on","id");--> statement-breakpoint
CREATE INDEX "deposits_by_amount" ON "books"."deposits" USING btree ("org_id","amount","id");--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_deposit" FOREIGN KEY ("org_id","currency","deposit_id") REFERENCES "books"."deposits"("org_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_undeposited" ON "books"."payments" USING btree ("org_id","currency","received_on","event_number") WHERE deposit_id is null;--> statement-breakpoint
CREATE INDEX "payments_of_deposit" ON "books"."payments" USING btree ("org_id","deposit_id") WHERE deposit_id is not null;--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_kind" CHECK (kind in ('invoice', 'opening', 'credit-memo', 'payment', 'deposit', 'application', 'un-application', 'refund', 'returned-payment', 'returned-payment-fee', 'adjustment-up', 'adjustment-down', 'write-off', 'recovery', 'finance-charge', 'discount', 'retainage-release', 'transfer-out', 'transfer-in', 'reversal'));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."deposit_lines" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."deposits" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.deposits, books.deposit_lines TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (reversed_on, reversed_by, reversed_because, reversed_at) ON books.deposits TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (deposit_id) ON books.payments TO onaccount_app;--> statement-breakpoint
INSERT INTO books.counters (org_id, series, prefix, padding) SELECT org_id, 'deposit', 'D-', 5 FROM books.settings;--> statement-breakpoint
-- The bank account of a business that has given that number to another account gets the next one that is free.
INSERT INTO books.chart (org_id, code, name, kind, role)
  SELECT s.org_id, (SELECT n::text FROM generate_series(1000, 1099) n WHERE NOT EXISTS (
    SELECT FROM books.chart c WHERE c.org_id = s.org_id AND c.code = n::text) ORDER BY n LIMIT 1), 'Bank', 'asset', 'bank'
  FROM books.settings s;
