CREATE TABLE "books"."buyers" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"job_id" uuid,
	"name" text NOT NULL,
	"pin_hash" text DEFAULT '' NOT NULL,
	"limit_cents" bigint,
	"until" date,
	"added_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "buyers_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "buyers_of_account" UNIQUE("org_id","account_id","id"),
	CONSTRAINT "buyers_named" CHECK (btrim("books"."buyers"."name") <> ''),
	CONSTRAINT "buyers_limit" CHECK ("books"."buyers"."limit_cents" > 0),
	CONSTRAINT "buyers_removed" CHECK (("books"."buyers"."removed_at" is not null) = ("books"."buyers"."removed_by" <> ''))
);
--> statement-breakpoint
ALTER TABLE "books"."buyers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."charged_by" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"buyer_id" uuid,
	"buyer_name" text DEFAULT '' NOT NULL,
	"po_number" text DEFAULT '' NOT NULL,
	"order_id" uuid,
	CONSTRAINT "charged_by_key" PRIMARY KEY("org_id","invoice_id"),
	CONSTRAINT "charged_by_amount" CHECK ("books"."charged_by"."amount" > 0),
	CONSTRAINT "charged_by_buyer_named" CHECK ("books"."charged_by"."buyer_id" is null or "books"."charged_by"."buyer_name" <> '')
);
--> statement-breakpoint
ALTER TABLE "books"."charged_by" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."charging_rules" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"job_id" uuid,
	"buyers_only" boolean NOT NULL,
	"po_rule" text NOT NULL,
	"preset_po" text DEFAULT '' NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "charging_rules_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "charging_rules_one" UNIQUE NULLS NOT DISTINCT("org_id","account_id","job_id"),
	CONSTRAINT "charging_rules_po" CHECK (po_rule in ('none', 'required', 'blanket', 'preset')),
	CONSTRAINT "charging_rules_preset" CHECK ("books"."charging_rules"."po_rule" <> 'preset' or "books"."charging_rules"."preset_po" <> '')
);
--> statement-breakpoint
ALTER TABLE "books"."charging_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."purchase_orders" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"number" text NOT NULL,
	"amount" bigint NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	"until" date,
	"added_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "purchase_orders_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "purchase_orders_of_account" UNIQUE("org_id","account_id","id"),
	CONSTRAINT "purchase_orders_named" CHECK (btrim("books"."purchase_orders"."number") <> ''),
	CONSTRAINT "purchase_orders_use" CHECK ("books"."purchase_orders"."used" between 0 and "books"."purchase_orders"."amount"),
	CONSTRAINT "purchase_orders_closed" CHECK (("books"."purchase_orders"."closed_at" is not null) = ("books"."purchase_orders"."closed_by" <> ''))
);
--> statement-breakpoint
ALTER TABLE "books"."purchase_orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."override_requests" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"job_id" uuid,
	"amount" bigint NOT NULL,
	"cause" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	"declined_by" text DEFAULT '' NOT NULL,
	"declined_note" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "override_requests_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "override_requests_asked" UNIQUE("org_id","id","account_id","amount","asked_by"),
	CONSTRAINT "override_requests_amount" CHECK ("books"."override_requests"."amount" > 0),
	CONSTRAINT "override_requests_cause" CHECK (cause in ('hold', 'held-for-age', 'held-over', 'no-limit', 'no-shared-limit', 'parent-on-hold', 'over-limit', 'over-job-limit')),
	CONSTRAINT "override_requests_said" CHECK (btrim("books"."override_requests"."reason") <> '' and "books"."override_requests"."asked_by" <> ''),
	CONSTRAINT "override_requests_declined" CHECK (("books"."override_requests"."declined_at" is not null) = ("books"."override_requests"."declined_by" <> ''))
);
--> statement-breakpoint
ALTER TABLE "books"."override_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory"."override_links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"override_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD COLUMN "approved_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD COLUMN "by_mail" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."buyers" ADD CONSTRAINT "buyers_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."buyers" ADD CONSTRAINT "buyers_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."charged_by" ADD CONSTRAINT "charged_by_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."charged_by" ADD CONSTRAINT "charged_by_buyer" FOREIGN KEY ("org_id","account_id","buyer_id") REFERENCES "books"."buyers"("org_id","account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."charged_by" ADD CONSTRAINT "charged_by_order" FOREIGN KEY ("org_id","account_id","order_id") REFERENCES "books"."purchase_orders"("org_id","account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."charging_rules" ADD CONSTRAINT "charging_rules_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."charging_rules" ADD CONSTRAINT "charging_rules_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."purchase_orders" ADD CONSTRAINT "purchase_orders_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."override_requests" ADD CONSTRAINT "override_requests_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."override_requests" ADD CONSTRAINT "override_requests_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."override_links" ADD CONSTRAINT "override_links_org_id_orgs_id_fk" FOREIGN KEY ("org_id") REFERENCES "directory"."orgs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."override_links" ADD CONSTRAINT "override_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "buyers_there" ON "books"."buyers" USING btree ("org_id","account_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "charged_by_of_order" ON "books"."charged_by" USING btree ("org_id","order_id") WHERE order_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "purchase_orders_number" ON "books"."purchase_orders" USING btree ("org_id","account_id",upper(number)) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "override_requests_of_account" ON "books"."override_requests" USING btree ("org_id","account_id","recorded_at");--> statement-breakpoint
CREATE INDEX "override_requests_open" ON "books"."override_requests" USING btree ("org_id","answer_by") WHERE declined_at is null;--> statement-breakpoint
CREATE INDEX "override_links_by_org" ON "directory"."override_links" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "override_links_by_user" ON "directory"."override_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "override_links_by_expiry" ON "directory"."override_links" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_request" FOREIGN KEY ("org_id","request_id","account_id","amount","requested_by") REFERENCES "books"."override_requests"("org_id","id","account_id","amount","asked_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_request_once" UNIQUE("org_id","request_id");--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_bounded" CHECK ("books"."overrides"."request_id" is null or "books"."overrides"."expires_at" <= "books"."overrides"."recorded_at" + interval '25 hours');--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_by_person" CHECK ("books"."overrides"."request_id" is null or "books"."overrides"."approved_by" like 'user:%');--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_two_people" CHECK ("books"."overrides"."approved_by" <> "books"."overrides"."requested_by");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."buyers" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."charged_by" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."charging_rules" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."purchase_orders" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."override_requests" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.override_requests TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (declined_at, declined_by, declined_note) ON books.override_requests TO onaccount_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON directory.override_links TO onaccount_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON books.charging_rules, books.buyers, books.purchase_orders, books.charged_by TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (buyers_only, po_rule, preset_po, changed_by, changed_at) ON books.charging_rules TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (removed_at, removed_by) ON books.buyers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (used, closed_at, closed_by) ON books.purchase_orders TO onaccount_app;
