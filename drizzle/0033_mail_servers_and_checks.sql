CREATE TABLE "books"."mail_servers" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"username" text DEFAULT '' NOT NULL,
	"secret" "bytea",
	"from_address" text NOT NULL,
	"tested_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "mail_servers_key" PRIMARY KEY("org_id"),
	CONSTRAINT "mail_servers_security" CHECK (security in ('tls', 'starttls', 'none')),
	CONSTRAINT "mail_servers_port" CHECK ("books"."mail_servers"."port" between 1 and 65535)
);
--> statement-breakpoint
ALTER TABLE "books"."mail_servers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "link_check" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_link_check" CHECK (link_check in ('none', 'postcode', 'last-invoice'));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."mail_servers" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON books.mail_servers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (host, port, security, username, secret, from_address, tested_at, version, changed_by, changed_at) ON books.mail_servers TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (link_check) ON books.settings TO onaccount_app;
