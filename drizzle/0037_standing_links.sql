CREATE TABLE "books"."standing_links" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"link_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"for_whom" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "standing_links_key" PRIMARY KEY("org_id","link_id"),
	CONSTRAINT "standing_links_withdrawn" CHECK (("books"."standing_links"."withdrawn_by" is null) = ("books"."standing_links"."withdrawn_at" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."standing_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "directory"."statement_links" DROP CONSTRAINT "statement_links_of_one";--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ADD COLUMN "account_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."standing_links" ADD CONSTRAINT "standing_links_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_links_of_account" ON "books"."standing_links" USING btree ("org_id","account_id","made_at");--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ADD CONSTRAINT "statement_links_of_one" CHECK (num_nonnulls("directory"."statement_links"."statement_id", "directory"."statement_links"."invoice_id", "directory"."statement_links"."credit_memo_id", "directory"."statement_links"."account_id") = 1);--> statement-breakpoint
CREATE POLICY "wall" ON "books"."standing_links" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT (account_id) ON directory.statement_links TO onaccount_app, onaccount_link;--> statement-breakpoint
GRANT SELECT, INSERT ON books.standing_links TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (withdrawn_by, withdrawn_at) ON books.standing_links TO onaccount_app;
