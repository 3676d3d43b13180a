CREATE TABLE "books"."bounces" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"outbox_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"bounced_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"cleared_by" text,
	"cleared_at" timestamp with time zone,
	CONSTRAINT "bounces_key" PRIMARY KEY("org_id","outbox_id"),
	CONSTRAINT "bounces_kind" CHECK (kind in ('hard', 'soft')),
	CONSTRAINT "bounces_address" CHECK ("books"."bounces"."address" = lower("books"."bounces"."address")),
	CONSTRAINT "bounces_cleared" CHECK (("books"."bounces"."cleared_by" is null) = ("books"."bounces"."cleared_at" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."bounces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."contacts" DROP CONSTRAINT "contacts_mailed";--> statement-breakpoint
ALTER TABLE "books"."outbox" DROP CONSTRAINT "outbox_status";--> statement-breakpoint
ALTER TABLE "books"."outbox" DROP CONSTRAINT "outbox_sent";--> statement-breakpoint
ALTER TABLE "books"."mail_servers" ADD COLUMN "bounce_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD COLUMN "role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD COLUMN "gets_invoices" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."bounces" ADD CONSTRAINT "bounces_mail" FOREIGN KEY ("org_id","outbox_id") REFERENCES "books"."outbox"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."bounces" ADD CONSTRAINT "bounces_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "books"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bounces_standing" ON "books"."bounces" USING btree ("org_id","address") WHERE kind = 'hard' and cleared_at is null;--> statement-breakpoint
CREATE INDEX "bounces_by_time" ON "books"."bounces" USING btree ("org_id","bounced_at","outbox_id");--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD CONSTRAINT "contacts_role" CHECK (role in ('', 'accounts-payable', 'owner', 'purchasing', 'site', 'other'));--> statement-breakpoint
ALTER TABLE "books"."contacts" ADD CONSTRAINT "contacts_mailed" CHECK ("books"."contacts"."email" is not null or not ("books"."contacts"."gets_statements" or "books"."contacts"."gets_invoices"));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_status" CHECK (status in ('queued', 'sent', 'failed', 'bounced'));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_sent" CHECK (("books"."outbox"."status" in ('sent', 'bounced')) = ("books"."outbox"."sent_at" is not null));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."bounces" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.bounces TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (cleared_by, cleared_at) ON books.bounces TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (role, gets_invoices) ON books.contacts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (bounce_address) ON books.mail_servers TO onaccount_app;
