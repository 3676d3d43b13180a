CREATE INDEX "invoices_number_parts" ON "books"."invoices" USING gin ("org_id",lower("number") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "items_reduced" ON "books"."items" USING btree ("org_id","id") WHERE reversed > 0;--> statement-breakpoint
DROP INDEX "books"."invoices_by_day";--> statement-breakpoint
CREATE INDEX "invoices_by_day" ON "books"."invoices" USING btree ("org_id","issued_on","event_number") INCLUDE ("total","currency");