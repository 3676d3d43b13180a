DROP INDEX "books"."accounts_with_debt";--> statement-breakpoint
CREATE INDEX "accounts_by_balance" ON "books"."accounts" USING btree ("org_id","currency","open_items","customer_id");