CREATE TABLE "directory"."invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"token_hash" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_once" UNIQUE("org_id","email"),
	CONSTRAINT "invitations_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "invitations_email_lower" CHECK ("directory"."invitations"."email" = lower("directory"."invitations"."email")),
	CONSTRAINT "invitations_role_known" CHECK (role in ('owner', 'admin', 'bookkeeper', 'clerk', 'project-manager', 'viewer'))
);
--> statement-breakpoint
ALTER TABLE "directory"."invitations" ADD CONSTRAINT "invitations_org_id_orgs_id_fk" FOREIGN KEY ("org_id") REFERENCES "directory"."orgs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_by_inviter" ON "directory"."invitations" USING btree ("invited_by");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON directory.invitations TO onaccount_app;
