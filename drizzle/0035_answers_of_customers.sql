CREATE TABLE "books"."disputes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "disputes_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "disputes_reason" CHECK (reason in ('not-received', 'damaged', 'wrong-price', 'wrong-quantity', 'not-ordered', 'paid-already', 'other')),
	CONSTRAINT "disputes_settled" CHECK (("books"."disputes"."settled_by" is null) = ("books"."disputes"."settled_at" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."disputes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."openings" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"link_id" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "openings_key" PRIMARY KEY("org_id","link_id")
);
--> statement-breakpoint
ALTER TABLE "books"."openings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."promises" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"promised_on" date NOT NULL,
	"amount" bigint,
	"owed" bigint NOT NULL,
	"made_on" date NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "promises_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "promises_amount" CHECK (case when "books"."promises"."amount" is null then "books"."promises"."owed" > 0 else "books"."promises"."amount" between 1 and "books"."promises"."owed" end),
	CONSTRAINT "promises_day" CHECK ("books"."promises"."promised_on" between "books"."promises"."made_on" and "books"."promises"."made_on" + 90)
);
--> statement-breakpoint
ALTER TABLE "books"."promises" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."mail_servers" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"username" text DEFAULT '' NOT NULL,
	"secret" "bytea",
	"from_address" text NOT NULL,
	"in_use" boolean DEFAULT true NOT NULL,
	"tested_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "mail_servers_key" PRIMARY KEY("org_id"),
	CONSTRAINT "mail_servers_security" CHECK (security in ('tls', 'starttls', 'none')),
	CONSTRAINT "mail_servers_given_up" CHECK ("books"."mail_servers"."in_use" or "books"."mail_servers"."secret" is null),
	CONSTRAINT "mail_servers_port" CHECK ("books"."mail_servers"."port" between 1 and 65535)
);
--> statement-breakpoint
ALTER TABLE "books"."mail_servers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "link_check" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."disputes" ADD CONSTRAINT "disputes_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."promises" ADD CONSTRAINT "promises_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_one_open" ON "books"."disputes" USING btree ("org_id","invoice_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "disputes_of_invoice" ON "books"."disputes" USING btree ("org_id","invoice_id","raised_at");--> statement-breakpoint
CREATE UNIQUE INDEX "promises_one_standing" ON "books"."promises" USING btree ("org_id","account_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE INDEX "promises_of_account" ON "books"."promises" USING btree ("org_id","account_id","made_at");--> statement-breakpoint
CREATE INDEX "outbox_of_link" ON "books"."outbox" USING btree ("org_id","link_id") WHERE link_id is not null;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_link_check" CHECK (link_check in ('none', 'postcode', 'last-invoice'));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."disputes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."openings" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."promises" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."mail_servers" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.disputes, books.promises, books.openings TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (reason, note, settled_by, settled_at) ON books.disputes TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (replaced_at) ON books.promises TO onaccount_app;--> statement-breakpoint
-- What was disputed before its reasons were kept: since the invoice was entered, by nobody that is known.
INSERT INTO books.disputes (org_id, invoice_id, reason, note, raised_by, raised_at)
  SELECT org_id, id, 'other', dispute_note, 'Before this was kept', created_at FROM books.invoices WHERE disputed;

--> statement-breakpoint
GRANT SELECT, INSERT ON books.mail_servers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (host, port, security, username, secret, from_address, in_use, tested_at, version, changed_by, changed_at) ON books.mail_servers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (link_check) ON books.settings TO onaccount_app;
