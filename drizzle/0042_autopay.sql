CREATE TABLE "books"."autopay_charges" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"autopay_id" uuid NOT NULL,
	"charge_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"state" text DEFAULT 'announced' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"try_on" date NOT NULL,
	"online_payment_id" uuid,
	"fault" text DEFAULT '' NOT NULL,
	"told_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "autopay_charges_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "autopay_charges_once" UNIQUE("org_id","autopay_id","charge_on"),
	CONSTRAINT "autopay_charges_state" CHECK (state in ('announced', 'charging', 'retrying', 'paid', 'failed', 'skipped')),
	CONSTRAINT "autopay_charges_amount" CHECK ("books"."autopay_charges"."amount" > 0),
	CONSTRAINT "autopay_charges_tries" CHECK ("books"."autopay_charges"."tries" >= 0),
	CONSTRAINT "autopay_charges_charging" CHECK ("books"."autopay_charges"."online_payment_id" is not null or "books"."autopay_charges"."state" not in ('charging', 'retrying', 'paid'))
);
--> statement-breakpoint
ALTER TABLE "books"."autopay_charges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."autopays" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"on_day" integer NOT NULL,
	"most" bigint,
	"consent" text NOT NULL,
	"agreed_by" text NOT NULL,
	"session_id" text,
	"stripe_customer" text,
	"stripe_method" text,
	"paid_by" text DEFAULT '' NOT NULL,
	"next_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"stopped_at" timestamp with time zone,
	"stopped_by" text,
	CONSTRAINT "autopays_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "autopays_session" UNIQUE("org_id","session_id"),
	CONSTRAINT "autopays_state" CHECK (state in ('asked', 'active', 'stopped')),
	CONSTRAINT "autopays_day" CHECK ("books"."autopays"."on_day" between 1 and 28),
	CONSTRAINT "autopays_most" CHECK ("books"."autopays"."most" > 0),
	CONSTRAINT "autopays_active" CHECK ("books"."autopays"."state" <> 'active' or ("books"."autopays"."stripe_customer" is not null and "books"."autopays"."stripe_method" is not null)),
	CONSTRAINT "autopays_stopped" CHECK (("books"."autopays"."state" = 'stopped') = ("books"."autopays"."stopped_at" is not null)),
	CONSTRAINT "autopays_stopped_by" CHECK (("books"."autopays"."stopped_at" is null) = ("books"."autopays"."stopped_by" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."autopays" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."autopay_charges" ADD CONSTRAINT "autopay_charges_autopay" FOREIGN KEY ("org_id","autopay_id") REFERENCES "books"."autopays"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."autopay_charges" ADD CONSTRAINT "autopay_charges_payment" FOREIGN KEY ("org_id","online_payment_id") REFERENCES "books"."online_payments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."autopays" ADD CONSTRAINT "autopays_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "autopay_charges_due" ON "books"."autopay_charges" USING btree ("org_id","try_on") WHERE state in ('announced', 'charging', 'retrying');--> statement-breakpoint
CREATE UNIQUE INDEX "autopays_one_active" ON "books"."autopays" USING btree ("org_id","account_id") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "autopays_of_account" ON "books"."autopays" USING btree ("org_id","account_id","created_at");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."autopay_charges" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."autopays" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.autopays, books.autopay_charges TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, session_id, stripe_customer, stripe_method, paid_by, next_on, stopped_at, stopped_by) ON books.autopays TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, tries, try_on, online_payment_id, fault) ON books.autopay_charges TO onaccount_app;
