ALTER TABLE "books"."autopay_charges" ALTER COLUMN "told_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "books"."autopay_charges" ALTER COLUMN "told_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."autopay_charges" ADD CONSTRAINT "autopay_charges_told" CHECK ("books"."autopay_charges"."told_at" is not null or "books"."autopay_charges"."state" in ('announced', 'skipped'));
--> statement-breakpoint
GRANT UPDATE (told_at) ON books.autopay_charges TO onaccount_app;
