CREATE TABLE "books"."webhook_deliveries" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event_number" bigint NOT NULL,
	"code" integer,
	"fault" text DEFAULT '' NOT NULL,
	"took_ms" integer NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	"body" text NOT NULL,
	"taken_at" timestamp with time zone,
	"last_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"again_asked_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_key" PRIMARY KEY("org_id","endpoint_id","event_number"),
	CONSTRAINT "webhook_deliveries_tries" CHECK ("books"."webhook_deliveries"."tries" > 0)
);
--> statement-breakpoint
ALTER TABLE "books"."webhook_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."webhook_endpoints" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"url" text NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"secret" "bytea" NOT NULL,
	"secret_before" "bytea",
	"state" text DEFAULT 'active' NOT NULL,
	"taken_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"taken_number" bigint DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp with time zone,
	"next_try_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"fault" text DEFAULT '' NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "webhook_endpoints_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "webhook_endpoints_state" CHECK (state in ('active', 'paused', 'given-up')),
	CONSTRAINT "webhook_endpoints_failing" CHECK (("books"."webhook_endpoints"."tries" > 0) = ("books"."webhook_endpoints"."failing_since" is not null))
);
--> statement-breakpoint
ALTER TABLE "books"."webhook_endpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."credit_decisions" ADD COLUMN "charged_by" text;--> statement-breakpoint
ALTER TABLE "books"."webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint" FOREIGN KEY ("org_id","endpoint_id") REFERENCES "books"."webhook_endpoints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "books"."webhook_deliveries" USING btree ("org_id","endpoint_id","last_at","event_number");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_again" ON "books"."webhook_deliveries" USING btree ("org_id","endpoint_id") WHERE again_asked_at is not null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_of_event" ON "books"."webhook_deliveries" USING btree ("org_id","event_number");--> statement-breakpoint
CREATE INDEX "events_recorded" ON "books"."events" USING btree ("org_id","recorded_at");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."webhook_deliveries" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."webhook_endpoints" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.webhook_endpoints, books.webhook_deliveries TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (url, kinds, secret, secret_before, state, taken_at, taken_number, tries, failing_since, next_try_at, fault, removed_at) ON books.webhook_endpoints TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (code, fault, took_ms, tries, body, taken_at, last_at, again_asked_at) ON books.webhook_deliveries TO onaccount_app;
