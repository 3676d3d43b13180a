CREATE TABLE "books"."import_files" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"hash" "bytea",
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text DEFAULT 'looking' NOT NULL,
	"asked" integer DEFAULT 1 NOT NULL,
	"asked_by" text NOT NULL,
	"asked_subject" text NOT NULL,
	"plan" jsonb,
	"look" jsonb,
	"faults" jsonb,
	"fault" jsonb,
	"done" integer DEFAULT 0 NOT NULL,
	"to_do" integer DEFAULT 0 NOT NULL,
	"cancelled" boolean DEFAULT false NOT NULL,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "import_files_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "import_files_kind" CHECK (kind in ('receivables', 'customers', 'products')),
	CONSTRAINT "import_files_state" CHECK (state in ('looking', 'ready', 'importing', 'imported', 'undone', 'failed')),
	CONSTRAINT "import_files_named" CHECK (length("books"."import_files"."name") between 1 and 200),
	CONSTRAINT "import_files_size" CHECK ("books"."import_files"."size" between 0 and 104857600),
	CONSTRAINT "import_files_failed" CHECK (("books"."import_files"."state" = 'failed') = ("books"."import_files"."fault" is not null)),
	CONSTRAINT "import_files_looked_at" CHECK ("books"."import_files"."state" not in ('ready', 'importing', 'imported', 'undone') or "books"."import_files"."look" is not null),
	CONSTRAINT "import_files_progress" CHECK ("books"."import_files"."done" between 0 and "books"."import_files"."to_do")
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
	"kept_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "import_plans_key" PRIMARY KEY("org_id","kind","headings")
);
--> statement-breakpoint
ALTER TABLE "books"."import_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" DROP CONSTRAINT "credit_memos_number";--> statement-breakpoint
ALTER TABLE "books"."invoices" DROP CONSTRAINT "invoices_number";--> statement-breakpoint
ALTER TABLE "books"."imports" DROP CONSTRAINT "imports_once";--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD COLUMN "number_freed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."invoices" ADD COLUMN "number_freed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "command_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "first_event" bigint;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "last_event" bigint;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "summary" jsonb;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "books"."import_parts" ADD CONSTRAINT "import_parts_file" FOREIGN KEY ("org_id","file_id") REFERENCES "books"."import_files"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_files_by_time" ON "books"."import_files" USING btree ("org_id","uploaded_at");--> statement-breakpoint
ALTER TABLE "books"."imports" ADD CONSTRAINT "imports_file" FOREIGN KEY ("org_id","file_id") REFERENCES "books"."import_files"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."imports" ADD CONSTRAINT "imports_command" FOREIGN KEY ("org_id","command_id") REFERENCES "books"."commands"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_memos_number" ON "books"."credit_memos" USING btree ("org_id","number",(case when number_freed then id else '00000000-0000-0000-0000-000000000000'::uuid end));--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "books"."invoices" USING btree ("org_id","number",(case when number_freed then id else '00000000-0000-0000-0000-000000000000'::uuid end));--> statement-breakpoint
CREATE UNIQUE INDEX "imports_once" ON "books"."imports" USING btree ("org_id","kind","file_hash") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "imports_of_file" ON "books"."imports" USING btree ("org_id","file_id");--> statement-breakpoint
ALTER TABLE "books"."imports" ADD CONSTRAINT "imports_undone" CHECK (("books"."imports"."undone_at" is null) = ("books"."imports"."undone_by" is null));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."import_files" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."import_parts" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."import_plans" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.import_files, books.import_parts, books.import_plans TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (size, hash, state, asked, asked_by, asked_subject, plan, look, faults, fault, done, to_do, cancelled, discarded_at) ON books.import_files TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (plan, kept_at) ON books.import_plans TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (undone_at, undone_by) ON books.imports TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (number_freed) ON books.invoices, books.credit_memos TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (start_on) ON books.settings TO onaccount_app;
