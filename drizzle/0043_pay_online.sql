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
CREATE TABLE "books"."online_payments" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"link_id" uuid,
	"state" text DEFAULT 'started' NOT NULL,
	"amount" bigint NOT NULL,
	"surcharge" bigint NOT NULL,
	"planned" text NOT NULL,
	"session_id" text,
	"session_url" text,
	"intent_id" text,
	"payment_id" uuid,
	"surcharge_event" bigint,
	"fee" bigint,
	"payout_id" text,
	"paid_out_on" date,
	"fault" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "online_payments_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "online_payments_session" UNIQUE("org_id","session_id"),
	CONSTRAINT "online_payments_intent" UNIQUE("org_id","intent_id"),
	CONSTRAINT "online_payments_payment" UNIQUE("org_id","payment_id"),
	CONSTRAINT "online_payments_state" CHECK (state in ('started', 'paid', 'failed', 'expired')),
	CONSTRAINT "online_payments_amount" CHECK ("books"."online_payments"."amount" > 0 and "books"."online_payments"."surcharge" >= 0),
	CONSTRAINT "online_payments_paid" CHECK (("books"."online_payments"."state" = 'paid') = ("books"."online_payments"."payment_id" is not null)),
	CONSTRAINT "online_payments_by_intent" CHECK ("books"."online_payments"."payment_id" is null or "books"."online_payments"."intent_id" is not null),
	CONSTRAINT "online_payments_ended" CHECK (("books"."online_payments"."state" = 'started') = ("books"."online_payments"."ended_at" is null)),
	CONSTRAINT "online_payments_payout" CHECK (("books"."online_payments"."payout_id" is null) = ("books"."online_payments"."paid_out_on" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."online_payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."online_returns" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"online_payment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stripe_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"event_number" bigint,
	"fault" text,
	"noted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "online_returns_key" PRIMARY KEY("org_id","stripe_id","kind"),
	CONSTRAINT "online_returns_kind" CHECK (kind in ('refund', 'chargeback', 'chargeback-won')),
	CONSTRAINT "online_returns_amount" CHECK ("books"."online_returns"."amount" > 0),
	CONSTRAINT "online_returns_booked" CHECK (("books"."online_returns"."event_number" is null) = ("books"."online_returns"."fault" is not null))
);
--> statement-breakpoint
ALTER TABLE "books"."online_returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."online_settings" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"secret_key" "bytea",
	"webhook_secret" "bytea",
	"key_hint" text DEFAULT '' NOT NULL,
	"in_use" boolean DEFAULT false NOT NULL,
	"to_chart" text,
	"surcharge" text DEFAULT '0' NOT NULL,
	"smallest" bigint DEFAULT 100 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "online_settings_key" PRIMARY KEY("org_id"),
	CONSTRAINT "online_settings_in_use" CHECK (not "books"."online_settings"."in_use" or ("books"."online_settings"."secret_key" is not null and "books"."online_settings"."webhook_secret" is not null)),
	CONSTRAINT "online_settings_surcharge" CHECK ("books"."online_settings"."surcharge"::numeric between 0 and 3),
	CONSTRAINT "online_settings_smallest" CHECK ("books"."online_settings"."smallest" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."online_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."stripe_events" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"about" text,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "stripe_events_key" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "books"."stripe_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."payments" DROP CONSTRAINT "payments_method";--> statement-breakpoint
ALTER TABLE "books"."autopay_charges" ADD CONSTRAINT "autopay_charges_autopay" FOREIGN KEY ("org_id","autopay_id") REFERENCES "books"."autopays"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."autopay_charges" ADD CONSTRAINT "autopay_charges_payment" FOREIGN KEY ("org_id","online_payment_id") REFERENCES "books"."online_payments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."autopays" ADD CONSTRAINT "autopays_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."online_payments" ADD CONSTRAINT "online_payments_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."online_payments" ADD CONSTRAINT "online_payments_booked" FOREIGN KEY ("org_id","payment_id") REFERENCES "books"."payments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."online_payments" ADD CONSTRAINT "online_payments_surcharged" FOREIGN KEY ("org_id","surcharge_event") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."online_returns" ADD CONSTRAINT "online_returns_payment" FOREIGN KEY ("org_id","online_payment_id") REFERENCES "books"."online_payments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."online_returns" ADD CONSTRAINT "online_returns_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."online_settings" ADD CONSTRAINT "online_settings_to_chart" FOREIGN KEY ("org_id","to_chart") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "autopay_charges_due" ON "books"."autopay_charges" USING btree ("org_id","try_on") WHERE state in ('announced', 'charging', 'retrying');--> statement-breakpoint
CREATE UNIQUE INDEX "autopays_one_active" ON "books"."autopays" USING btree ("org_id","account_id") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "autopays_of_account" ON "books"."autopays" USING btree ("org_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "online_payments_by_time" ON "books"."online_payments" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "online_payments_by_state" ON "books"."online_payments" USING btree ("org_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "online_payments_waiting" ON "books"."online_payments" USING btree ("org_id","created_at") WHERE state = 'started';--> statement-breakpoint
CREATE INDEX "online_payments_of_account" ON "books"."online_payments" USING btree ("org_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "online_returns_of_payment" ON "books"."online_returns" USING btree ("org_id","online_payment_id");--> statement-breakpoint
CREATE INDEX "online_returns_unbooked" ON "books"."online_returns" USING btree ("org_id","online_payment_id") WHERE event_number is null;--> statement-breakpoint
CREATE INDEX "stripe_events_by_time" ON "books"."stripe_events" USING btree ("org_id","received_at");--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_method" CHECK (method in ('check', 'card', 'cash', 'direct-deposit', 'online', 'record-only', 'import'));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."autopay_charges" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."autopays" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."online_payments" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."online_returns" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."online_settings" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."stripe_events" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.online_settings, books.online_payments, books.online_returns, books.stripe_events TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (secret_key, webhook_secret, key_hint, in_use, to_chart, surcharge, smallest, version, changed_by, changed_at) ON books.online_settings TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, session_id, session_url, intent_id, payment_id, surcharge_event, fee, payout_id, paid_out_on, fault, ended_at) ON books.online_payments TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (event_number, fault, noted_at) ON books.online_returns TO onaccount_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON books.autopays, books.autopay_charges TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, session_id, stripe_customer, stripe_method, paid_by, next_on, stopped_at, stopped_by) ON books.autopays TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, tries, try_on, online_payment_id, fault) ON books.autopay_charges TO onaccount_app;
