CREATE INDEX "invoices_by_day" ON "books"."invoices" USING btree ("org_id","issued_on","event_number");--> statement-breakpoint
CREATE INDEX "payments_by_day" ON "books"."payments" USING btree ("org_id","received_on","event_number");--> statement-breakpoint
CREATE INDEX "payments_by_reference" ON "books"."payments" USING btree ("org_id",reference collate "C") WHERE reference <> '';