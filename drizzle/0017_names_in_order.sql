DROP INDEX "books"."customers_by_name";--> statement-breakpoint
DROP INDEX "books"."products_by_name";--> statement-breakpoint
CREATE INDEX "customers_by_name" ON "books"."customers" USING btree ("org_id",lower(name) collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "products_by_name" ON "books"."products" USING btree ("org_id",lower(name) collate "und-x-icu","id");