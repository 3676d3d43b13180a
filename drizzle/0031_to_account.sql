DROP INDEX "books"."payments_undeposited";--> statement-breakpoint
ALTER TABLE "books"."deposits" ADD COLUMN "to_chart" text;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD COLUMN "to_chart" text;--> statement-breakpoint
ALTER TABLE "books"."chart" ADD COLUMN "bank" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE books.chart SET bank = true WHERE role = 'bank';--> statement-breakpoint
-- So far every deposit went to the one bank account that there was.
UPDATE books.deposits d SET to_chart = c.code FROM books.chart c WHERE c.org_id = d.org_id AND c.role = 'bank';--> statement-breakpoint
ALTER TABLE "books"."deposits" ALTER COLUMN "to_chart" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."deposits" ADD CONSTRAINT "deposits_to" FOREIGN KEY ("org_id","to_chart") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_to" FOREIGN KEY ("org_id","to_chart") REFERENCES "books"."chart"("org_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_undeposited" ON "books"."payments" USING btree ("org_id","currency","received_on","event_number") WHERE deposit_id is null and to_chart is null;--> statement-breakpoint
ALTER TABLE "books"."payments" ADD CONSTRAINT "payments_one_way" CHECK ("books"."payments"."deposit_id" is null or "books"."payments"."to_chart" is null);--> statement-breakpoint
ALTER TABLE "books"."chart" ADD CONSTRAINT "chart_bank" CHECK (not "books"."chart"."bank" or "books"."chart"."kind" = 'asset');--> statement-breakpoint
ALTER TABLE "books"."chart" ADD CONSTRAINT "chart_bank_role" CHECK ("books"."chart"."role" is null or "books"."chart"."bank" = ("books"."chart"."role" = 'bank'));
