CREATE TABLE "books"."statement_members" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"statement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"head_seq" bigint,
	"closing" bigint NOT NULL,
	CONSTRAINT "statement_members_key" PRIMARY KEY("org_id","statement_id","account_id"),
	CONSTRAINT "statement_members_without_events" CHECK ("books"."statement_members"."head_seq" is not null or "books"."statement_members"."closing" = 0)
);
--> statement-breakpoint
ALTER TABLE "books"."statement_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."statements" ADD COLUMN "family_closing" bigint;--> statement-breakpoint
ALTER TABLE "books"."statement_members" ADD CONSTRAINT "statement_members_statement" FOREIGN KEY ("org_id","statement_id") REFERENCES "books"."statements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statement_members" ADD CONSTRAINT "statement_members_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statement_members" ADD CONSTRAINT "statement_members_head" FOREIGN KEY ("org_id","account_id","head_seq") REFERENCES "books"."events"("org_id","account_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."statement_members" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.statement_members TO onaccount_app;
