ALTER TABLE "directory"."memberships" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD COLUMN "largest_refund" bigint;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD COLUMN "largest_write_off" bigint;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD COLUMN "largest_override" bigint;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD CONSTRAINT "memberships_limits" CHECK (least("directory"."memberships"."largest_refund", "directory"."memberships"."largest_write_off", "directory"."memberships"."largest_override", 0) = 0 and ("directory"."memberships"."role" <> 'owner'
        or num_nonnulls("directory"."memberships"."largest_refund", "directory"."memberships"."largest_write_off", "directory"."memberships"."largest_override") = 0));