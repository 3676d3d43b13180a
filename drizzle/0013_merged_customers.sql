ALTER TABLE "books"."accounts" ADD COLUMN "merged_away" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."merges" ADD COLUMN "moved_accounts" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."merges" ADD COLUMN "earmarks" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "merges_standing" ON "books"."merges" USING btree ("org_id","from_customer_id") WHERE undone_at is null;--> statement-breakpoint
ALTER TABLE "books"."accounts" ADD CONSTRAINT "accounts_merged" CHECK (not "books"."accounts"."merged_away" or ("books"."accounts"."open_items" = 0 and "books"."accounts"."open_credit" = 0 and "books"."accounts"."retained" = 0 and "books"."accounts"."reserved" = 0));
--> statement-breakpoint
-- An account in a currency that the other customer has none in moves as it is.
GRANT UPDATE (customer_id) ON books.accounts TO onaccount_app;
--> statement-breakpoint
-- A customer and all that were merged into it, at whatever remove.
CREATE FUNCTION books.merged_family(customer uuid) RETURNS uuid[] LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE family (id) AS (
      SELECT customer UNION SELECT c.id FROM books.customers c JOIN family f ON c.merged_into = f.id)
    SELECT array_agg(id) FROM family;
  END;
--> statement-breakpoint
-- The customer that a merged one leads to, itself where it wasn't merged.
CREATE FUNCTION books.survivor(customer uuid) RETURNS uuid LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE chain (id, merged_into) AS (
      SELECT c.id, c.merged_into FROM books.customers c WHERE c.id = customer
      UNION SELECT c.id, c.merged_into FROM books.customers c JOIN chain f ON c.id = f.merged_into)
    SELECT id FROM chain WHERE merged_into IS NULL;
  END;
--> statement-breakpoint
REVOKE ALL ON FUNCTION books.merged_family(uuid), books.survivor(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION books.merged_family(uuid), books.survivor(uuid) TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (merged_away) ON books.accounts TO onaccount_app;
