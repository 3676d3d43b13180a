ALTER TABLE "books"."import_files" DROP CONSTRAINT "import_files_state";--> statement-breakpoint
ALTER TABLE "books"."import_files" DROP CONSTRAINT "import_files_failed";--> statement-breakpoint
ALTER TABLE "books"."import_files" DROP CONSTRAINT "import_files_looked_at";--> statement-breakpoint
ALTER TABLE "books"."import_files" ADD CONSTRAINT "import_files_state" CHECK (state in ('looking', 'ready', 'importing', 'imported', 'undoing', 'undone', 'failed'));--> statement-breakpoint
ALTER TABLE "books"."import_files" ADD CONSTRAINT "import_files_failed" CHECK ("books"."import_files"."state" = 'imported' or ("books"."import_files"."state" = 'failed') = ("books"."import_files"."fault" is not null));--> statement-breakpoint
ALTER TABLE "books"."import_files" ADD CONSTRAINT "import_files_looked_at" CHECK ("books"."import_files"."state" not in ('ready', 'importing', 'imported', 'undoing', 'undone') or "books"."import_files"."look" is not null);