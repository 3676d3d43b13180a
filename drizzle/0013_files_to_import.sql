CREATE TABLE "books"."import_files" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'sending' NOT NULL,
	"size" bigint,
	"hash" "bytea",
	"sent_by" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"plan" jsonb NOT NULL,
	"look" jsonb,
	"fault" jsonb,
	"done" integer,
	"done_of" integer,
	"cancelled" boolean DEFAULT false NOT NULL,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "import_files_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "import_files_state" CHECK (state in ('sending', 'looking', 'ready', 'importing', 'imported', 'undone', 'failed')),
	CONSTRAINT "import_files_whole" CHECK ("books"."import_files"."state" = 'sending' or "books"."import_files"."size" is not null and "books"."import_files"."hash" is not null),
	CONSTRAINT "import_files_look" CHECK ("books"."import_files"."state" not in ('ready', 'importing', 'imported', 'undone') or "books"."import_files"."look" is not null)
);
--> statement-breakpoint
ALTER TABLE "books"."import_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."import_parts" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"file_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_parts_key" PRIMARY KEY("org_id","file_id","part")
);
--> statement-breakpoint
ALTER TABLE "books"."import_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."import_plans" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"kind" text NOT NULL,
	"headings" text NOT NULL,
	"plan" jsonb NOT NULL,
	CONSTRAINT "import_plans_key" PRIMARY KEY("org_id","kind","headings")
);
--> statement-breakpoint
ALTER TABLE "books"."import_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" DROP CONSTRAINT "credit_memos_number";--> statement-breakpoint
ALTER TABLE "books"."invoices" DROP CONSTRAINT "invoices_number";--> statement-breakpoint
ALTER TABLE "books"."imports" DROP CONSTRAINT "imports_once";--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "command_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "events" jsonb;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "summary" jsonb;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "books"."import_parts" ADD CONSTRAINT "import_parts_file" FOREIGN KEY ("org_id","file_id") REFERENCES "books"."import_files"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_files_by_time" ON "books"."import_files" USING btree ("org_id","sent_at");--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD CONSTRAINT "credit_memos_import" FOREIGN KEY ("org_id","import_id") REFERENCES "books"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD CONSTRAINT "invoices_import" FOREIGN KEY ("org_id","import_id") REFERENCES "books"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD CONSTRAINT "imports_file" FOREIGN KEY ("org_id","file_id") REFERENCES "books"."import_files"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD CONSTRAINT "imports_command" FOREIGN KEY ("org_id","command_id") REFERENCES "books"."commands"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_memos_number" ON "books"."credit_memos" USING btree ("org_id","number",coalesce(import_id, '00000000-0000-0000-0000-000000000000'::uuid));--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "books"."invoices" USING btree ("org_id","number",coalesce(import_id, '00000000-0000-0000-0000-000000000000'::uuid));--> statement-breakpoint
CREATE UNIQUE INDEX "imports_once" ON "books"."imports" USING btree ("org_id","kind","file_hash") WHERE undone_at is null;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD CONSTRAINT "imports_undone" CHECK (("books"."imports"."undone_at" is null) = ("books"."imports"."undone_by" is null));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."import_files" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."import_parts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."import_plans" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.import_files, books.import_parts, books.import_plans TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (state, size, hash, plan, look, fault, done, done_of, cancelled, discarded_at) ON books.import_files TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (content) ON books.import_parts TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (plan) ON books.import_plans TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (events, summary, undone_at, undone_by) ON books.imports TO onaccount_app;
