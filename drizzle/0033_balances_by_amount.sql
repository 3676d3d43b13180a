DROP INDEX "books"."accounts_by_balance";--> statement-breakpoint
CREATE INDEX "accounts_by_balance" ON "books"."accounts" USING btree ("org_id","open_items","customer_id","currency");