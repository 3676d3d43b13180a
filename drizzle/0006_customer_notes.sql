CREATE TABLE "books"."event_notes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"event_number" bigint NOT NULL,
	"note" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "event_notes_key" PRIMARY KEY("org_id","event_number"),
	CONSTRAINT "event_notes_note" CHECK (btrim("books"."event_notes"."note") <> '')
);
--> statement-breakpoint
ALTER TABLE "books"."event_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."receipts" ADD COLUMN "memo" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."event_notes" ADD CONSTRAINT "event_notes_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."event_notes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
-- Facts: told once, never changed.
GRANT SELECT, INSERT ON books.event_notes TO onaccount_app;
