CREATE TABLE "books"."questions" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"differences" text DEFAULT '[]' NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "questions_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "questions_said" CHECK ("books"."questions"."note" <> '' or "books"."questions"."differences" <> '[]'),
	CONSTRAINT "questions_answered" CHECK (("books"."questions"."answered_by" is null) = ("books"."questions"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "books"."questions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."tellings" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"kind" text NOT NULL,
	"said_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"told_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "tellings_key" PRIMARY KEY("org_id","kind","said_id","user_id"),
	CONSTRAINT "tellings_kind" CHECK (kind in ('dispute', 'promise', 'question'))
);
--> statement-breakpoint
ALTER TABLE "books"."tellings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."questions" ADD CONSTRAINT "questions_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questions_of_account" ON "books"."questions" USING btree ("org_id","account_id","asked_at");--> statement-breakpoint
CREATE INDEX "questions_by_time" ON "books"."questions" USING btree ("org_id","asked_at");--> statement-breakpoint
CREATE INDEX "disputes_by_time" ON "books"."disputes" USING btree ("org_id","raised_at");--> statement-breakpoint
CREATE INDEX "promises_by_time" ON "books"."promises" USING btree ("org_id","made_at");--> statement-breakpoint
CREATE INDEX "statements_by_hash" ON "books"."statements" USING btree ("org_id","snapshot_hash");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."questions" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."tellings" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.questions, books.tellings TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (answered_by, answered_at) ON books.questions TO onaccount_app;
