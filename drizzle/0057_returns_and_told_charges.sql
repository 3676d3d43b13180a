ALTER TABLE "books"."online_returns" DROP CONSTRAINT "online_returns_kind";--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "charge_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "tells" text;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_charge" FOREIGN KEY ("org_id","charge_id") REFERENCES "books"."autopay_charges"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_of_charge" ON "books"."outbox" USING btree ("org_id","charge_id") WHERE charge_id is not null;--> statement-breakpoint
ALTER TABLE "books"."online_returns" ADD CONSTRAINT "online_returns_kind" CHECK (kind in ('refund', 'refund-failed', 'chargeback', 'chargeback-won'));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_tells" CHECK (tells in ('announce', 'again', 'given-up'));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_tells_of" CHECK (("books"."outbox"."charge_id" is null) = ("books"."outbox"."tells" is null) and ("books"."outbox"."charge_id" is null or "books"."outbox"."statement_id" is not null));