ALTER TABLE "books"."customers" ADD COLUMN "number_key" text GENERATED ALWAYS AS (upper(number)) STORED;--> statement-breakpoint
-- b-1 beside B-1: the one that came later gets a number of its own, and its profile's history says so.
WITH alike AS (
  SELECT org_id, id, number, row_number() OVER (PARTITION BY org_id, upper(number) ORDER BY created_at, id) AS nth
  FROM books.customers),
renamed AS (
  UPDATE books.customers c SET number = a.number || ' #' || a.nth, version = c.version + 1
  FROM alike a WHERE a.nth > 1 AND c.org_id = a.org_id AND c.id = a.id
  RETURNING c.org_id, c.id, a.number AS before, c.number AS after)
INSERT INTO books.customer_changes (org_id, customer_id, field, before, after, changed_by)
SELECT org_id, id, 'Number', before, after, 'Onaccount' FROM renamed;
--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_number_any_case" UNIQUE("org_id","number_key");
