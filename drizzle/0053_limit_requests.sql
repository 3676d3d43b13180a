CREATE TABLE "books"."limit_requests" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "limit_requests_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "limit_requests_state" CHECK (state in ('waiting', 'approved', 'declined', 'withdrawn')),
	CONSTRAINT "limit_requests_two_people" CHECK (state = 'withdrawn' or "books"."limit_requests"."decided_by" <> "books"."limit_requests"."requested_by"),
	CONSTRAINT "limit_requests_answered" CHECK (num_nonnulls("books"."limit_requests"."decided_by", "books"."limit_requests"."decided_by_name", "books"."limit_requests"."decided_at") = case when state = 'waiting' then 0 else 3 end)
);
--> statement-breakpoint
ALTER TABLE "books"."limit_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."limit_requests" ADD CONSTRAINT "limit_requests_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "limit_requests_waiting" ON "books"."limit_requests" USING btree ("org_id","account_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE POLICY "wall" ON "books"."limit_requests" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.limit_requests TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, answer, decided_by, decided_by_name, decided_at) ON books.limit_requests TO onaccount_app;
