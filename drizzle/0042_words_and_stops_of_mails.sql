CREATE TABLE "books"."mail_stops" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"address" text NOT NULL,
	"outbox_id" uuid NOT NULL,
	"stopped_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"undone_by" text,
	"undone_at" timestamp with time zone,
	CONSTRAINT "mail_stops_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "mail_stops_address" CHECK ("books"."mail_stops"."address" = lower("books"."mail_stops"."address")),
	CONSTRAINT "mail_stops_undone" CHECK (("books"."mail_stops"."undone_by" is null) = ("books"."mail_stops"."undone_at" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."mail_stops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."mail_texts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"paper" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "mail_texts_key" PRIMARY KEY("org_id","paper","language"),
	CONSTRAINT "mail_texts_paper" CHECK (paper in ('statement', 'invoice')),
	CONSTRAINT "mail_texts_language" CHECK (language in ('en', 'de', 'fr', 'es')),
	CONSTRAINT "mail_texts_one_line" CHECK ("books"."mail_texts"."subject" !~ '[[:cntrl:]]')
);
--> statement-breakpoint
ALTER TABLE "books"."mail_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."statement_runs" ADD COLUMN "is_scheduled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "comes_by_itself" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."mail_stops" ADD CONSTRAINT "mail_stops_mail" FOREIGN KEY ("org_id","outbox_id") REFERENCES "books"."outbox"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_stops_standing" ON "books"."mail_stops" USING btree ("org_id","address") WHERE undone_at is null;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."mail_stops" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."mail_texts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.mail_texts, books.mail_stops TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (subject, body, version, changed_by, changed_at) ON books.mail_texts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (undone_by, undone_at) ON books.mail_stops TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (goes_through) ON books.statement_runs TO onaccount_app;
