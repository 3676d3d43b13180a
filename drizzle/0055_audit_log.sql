CREATE TABLE "books"."audit_seals" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"number" bigint NOT NULL,
	"through" uuid NOT NULL,
	"entries" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "audit_seals_key" PRIMARY KEY("org_id","number"),
	CONSTRAINT "audit_seals_counts" CHECK ("books"."audit_seals"."number" > 0 and "books"."audit_seals"."entries" > 0 and length("books"."audit_seals"."hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "books"."audit_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "books"."audit_entries_by_time";--> statement-breakpoint
ALTER TABLE "directory"."orgs" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "books"."audit_entries" ADD COLUMN "before" text;--> statement-breakpoint
ALTER TABLE "books"."audit_entries" ADD COLUMN "ip" text;--> statement-breakpoint
ALTER TABLE "books"."audit_entries" ADD COLUMN "agent" text;--> statement-breakpoint
ALTER TABLE "books"."audit_seals" ADD CONSTRAINT "audit_seals_through" FOREIGN KEY ("org_id","through") REFERENCES "books"."audit_entries"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_by_actor" ON "books"."audit_entries" USING btree ("org_id","actor","id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_action" ON "books"."audit_entries" USING btree ("org_id","action","id");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."audit_seals" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.audit_seals TO onaccount_app;
