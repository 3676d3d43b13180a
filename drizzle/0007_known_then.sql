DROP INDEX "books"."credits_touched_at";--> statement-breakpoint
DROP INDEX "books"."items_touched_at";--> statement-breakpoint
CREATE INDEX "credits_touched_at" ON "books"."credits" USING btree ("org_id","touched_at","recorded_at");--> statement-breakpoint
CREATE INDEX "items_touched_at" ON "books"."items" USING btree ("org_id","touched_at","recorded_at");