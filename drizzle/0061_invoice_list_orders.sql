CREATE INDEX "invoices_by_due_day" ON "books"."invoices" USING btree ("org_id","due_on","event_number");--> statement-breakpoint
CREATE INDEX "invoices_by_total" ON "books"."invoices" USING btree ("org_id","total","event_number");--> statement-breakpoint
CREATE INDEX "invoices_of_long_terms" ON "books"."invoices" USING btree ("org_id","due_on","event_number") WHERE due_on - issued_on > 62;