CREATE TABLE "directory"."api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"begins_with" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_key_hash_key" UNIQUE("key_hash"),
	CONSTRAINT "api_keys_name_said" CHECK (length(trim("directory"."api_keys"."name")) between 1 and 80),
	CONSTRAINT "api_keys_may_something" CHECK (cardinality("directory"."api_keys"."scopes") > 0)
);
--> statement-breakpoint
ALTER TABLE "directory"."api_keys" ADD CONSTRAINT "api_keys_org_id_orgs_id_fk" FOREIGN KEY ("org_id") REFERENCES "directory"."orgs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "directory"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_by_business" ON "directory"."api_keys" USING btree ("org_id","created_at");--> statement-breakpoint
GRANT SELECT, INSERT ON directory.api_keys TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (last_used_at, revoked_at) ON directory.api_keys TO onaccount_app;
