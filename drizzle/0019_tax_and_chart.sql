ALTER TABLE "books"."chart" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."chart" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "books"."chart" ADD CONSTRAINT "chart_role_stays" CHECK ("books"."chart"."role" is null or "books"."chart"."archived_at" is null);--> statement-breakpoint
ALTER TABLE "books"."chart" ADD CONSTRAINT "chart_named" CHECK (length("books"."chart"."name") between 1 and 80);--> statement-breakpoint
GRANT UPDATE (version, archived_at) ON books.chart TO onaccount_app;
