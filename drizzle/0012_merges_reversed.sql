-- A merge is reversed, as everything else is: one word for it.
ALTER TABLE "books"."merges" RENAME COLUMN "undone_at" TO "reversed_at";--> statement-breakpoint
ALTER TABLE "books"."merges" RENAME COLUMN "undone_by" TO "reversed_by";--> statement-breakpoint
ALTER TABLE "books"."merges" RENAME CONSTRAINT "merges_undone" TO "merges_reversed";
