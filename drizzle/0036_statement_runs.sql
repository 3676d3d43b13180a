CREATE TABLE "books"."statement_run_entries" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"run_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"skipped" text,
	"exceptions" text[] NOT NULL,
	"closing" bigint NOT NULL,
	"statement_id" uuid,
	"delivered_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "statement_run_entries_key" PRIMARY KEY("org_id","run_id","account_id"),
	CONSTRAINT "statement_run_entries_statement_once" UNIQUE("org_id","statement_id"),
	CONSTRAINT "statement_run_entries_state" CHECK (state in ('ready', 'skipped', 'made', 'failed')),
	CONSTRAINT "statement_run_entries_skipped" CHECK (("books"."statement_run_entries"."state" = 'skipped') = ("books"."statement_run_entries"."skipped" is not null)),
	CONSTRAINT "statement_run_entries_made" CHECK ("books"."statement_run_entries"."statement_id" is not null or "books"."statement_run_entries"."state" <> 'made'),
	CONSTRAINT "statement_run_entries_delivered" CHECK ("books"."statement_run_entries"."delivered_at" is null or "books"."statement_run_entries"."state" = 'made'),
	CONSTRAINT "statement_run_entries_fault" CHECK (("books"."statement_run_entries"."state" = 'failed') = ("books"."statement_run_entries"."fault" is not null))
);
--> statement-breakpoint
ALTER TABLE "books"."statement_run_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."statement_runs" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"kind" text NOT NULL,
	"as_of" date NOT NULL,
	"from_on" date NOT NULL,
	"deliver" text NOT NULL,
	"selection" text NOT NULL,
	"asked_for" text NOT NULL,
	"state" text DEFAULT 'rehearsing' NOT NULL,
	"looked_to" uuid,
	"asked_by" text NOT NULL,
	"asked_subject" text NOT NULL,
	"approved_by" text,
	"goes_through" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "statement_runs_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "statement_runs_kind" CHECK (kind in ('open-item', 'balance-forward', 'activity')),
	CONSTRAINT "statement_runs_deliver" CHECK (deliver in ('mail', 'print', 'none')),
	CONSTRAINT "statement_runs_state" CHECK (state in ('rehearsing', 'rehearsed', 'running', 'done', 'cancelled')),
	CONSTRAINT "statement_runs_range" CHECK ("books"."statement_runs"."from_on" <= "books"."statement_runs"."as_of"),
	CONSTRAINT "statement_runs_ended" CHECK (("books"."statement_runs"."state" in ('done', 'cancelled')) = ("books"."statement_runs"."ended_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "books"."statement_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."statement_schedules" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"kind" text NOT NULL,
	"deliver" text NOT NULL,
	"selection" text NOT NULL,
	"on_day" text NOT NULL,
	"goes" text NOT NULL,
	"next_on" date NOT NULL,
	"last_run_id" uuid,
	"made_by" text NOT NULL,
	"made_subject" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "statement_schedules_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "statement_schedules_kind" CHECK (kind in ('open-item', 'balance-forward', 'activity')),
	CONSTRAINT "statement_schedules_deliver" CHECK (deliver in ('mail', 'print', 'none')),
	CONSTRAINT "statement_schedules_day" CHECK (on_day in ('first', 'last-business-day')),
	CONSTRAINT "statement_schedules_goes" CHECK (goes in ('rehearsal', 'through'))
);
--> statement-breakpoint
ALTER TABLE "books"."statement_schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."statement_run_entries" ADD CONSTRAINT "statement_run_entries_run" FOREIGN KEY ("org_id","run_id") REFERENCES "books"."statement_runs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statement_run_entries" ADD CONSTRAINT "statement_run_entries_account" FOREIGN KEY ("org_id","account_id","currency") REFERENCES "books"."accounts"("org_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statement_run_entries" ADD CONSTRAINT "statement_run_entries_statement" FOREIGN KEY ("org_id","statement_id") REFERENCES "books"."statements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."statement_schedules" ADD CONSTRAINT "statement_schedules_last_run" FOREIGN KEY ("org_id","last_run_id") REFERENCES "books"."statement_runs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "statement_run_entries_to_do" ON "books"."statement_run_entries" USING btree ("org_id","run_id","account_id") WHERE state = 'ready' or (state = 'made' and delivered_at is null);--> statement-breakpoint
CREATE INDEX "statement_run_entries_of_run" ON "books"."statement_run_entries" USING btree ("org_id","run_id","state","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_runs_once" ON "books"."statement_runs" USING btree ("org_id","asked_for") WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX "statement_runs_by_time" ON "books"."statement_runs" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "statement_schedules_due" ON "books"."statement_schedules" USING btree ("org_id","next_on") WHERE ended_at is null;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."statement_run_entries" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."statement_runs" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."statement_schedules" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.statement_runs, books.statement_run_entries, books.statement_schedules TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, looked_to, approved_by, ended_at) ON books.statement_runs TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (next_on, last_run_id, ended_at) ON books.statement_schedules TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, skipped, exceptions, closing, statement_id, delivered_at, fault) ON books.statement_run_entries TO onaccount_app;
