CREATE TABLE "books"."override_requests" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"job_id" uuid,
	"amount" bigint NOT NULL,
	"cause" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	"declined_by" text DEFAULT '' NOT NULL,
	"declined_note" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "override_requests_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "override_requests_asked" UNIQUE("org_id","id","account_id","amount","asked_by"),
	CONSTRAINT "override_requests_amount" CHECK ("books"."override_requests"."amount" > 0),
	CONSTRAINT "override_requests_cause" CHECK (cause in ('hold', 'held-for-age', 'no-limit', 'no-shared-limit', 'parent-on-hold', 'over-limit', 'over-job-limit')),
	CONSTRAINT "override_requests_said" CHECK (btrim("books"."override_requests"."reason") <> '' and "books"."override_requests"."asked_by" <> ''),
	CONSTRAINT "override_requests_declined" CHECK (("books"."override_requests"."declined_at" is not null) = ("books"."override_requests"."declined_by" <> ''))
);
--> statement-breakpoint
ALTER TABLE "books"."override_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory"."override_links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"override_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD COLUMN "approved_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD COLUMN "by_mail" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."override_requests" ADD CONSTRAINT "override_requests_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."override_requests" ADD CONSTRAINT "override_requests_job" FOREIGN KEY ("org_id","job_id") REFERENCES "books"."jobs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."override_links" ADD CONSTRAINT "override_links_org_id_orgs_id_fk" FOREIGN KEY ("org_id") REFERENCES "directory"."orgs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."override_links" ADD CONSTRAINT "override_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "override_requests_of_account" ON "books"."override_requests" USING btree ("org_id","account_id","recorded_at");--> statement-breakpoint
CREATE INDEX "override_requests_open" ON "books"."override_requests" USING btree ("org_id","answer_by") WHERE declined_at is null;--> statement-breakpoint
CREATE INDEX "override_links_by_org" ON "directory"."override_links" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "override_links_by_user" ON "directory"."override_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "override_links_by_expiry" ON "directory"."override_links" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_request" FOREIGN KEY ("org_id","request_id","account_id","amount","requested_by") REFERENCES "books"."override_requests"("org_id","id","account_id","amount","asked_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_request_once" UNIQUE("org_id","request_id");--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_bounded" CHECK ("books"."overrides"."request_id" is null or "books"."overrides"."expires_at" <= "books"."overrides"."recorded_at" + interval '25 hours');--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_by_person" CHECK ("books"."overrides"."request_id" is null or "books"."overrides"."approved_by" like 'user:%');--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_two_people" CHECK ("books"."overrides"."approved_by" <> "books"."overrides"."requested_by");--> statement-breakpoint
CREATE POLICY "wall" ON "books"."override_requests" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.override_requests TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (declined_at, declined_by, declined_note) ON books.override_requests TO onaccount_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON directory.override_links TO onaccount_app;
