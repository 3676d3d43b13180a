-- Digits count: C-9 before C-10. Numbers that are equal so, as 1 and 01, still differ by their bytes.
CREATE COLLATION books.natural (provider = icu, locale = 'und-u-kn-true');
--> statement-breakpoint
CREATE INDEX "customers_by_number" ON "books"."customers" USING btree ("org_id",number collate books.natural,"id");