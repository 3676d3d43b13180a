ALTER TABLE "books"."customers" ADD COLUMN "city" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "region" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "postal_code" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."customers" ADD COLUMN "tax_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE books.customers SET country = case upper(trim(country)) when 'USA' then 'US' when 'UNITED STATES' then 'US' when 'UK' then 'GB'
  when 'UNITED KINGDOM' then 'GB' else upper(trim(country)) end WHERE country <> '';--> statement-breakpoint
-- What is no code stays where it was printed: in the address.
UPDATE books.customers SET address_lines = case when cardinality(address_lines) < 6 then address_lines || country else address_lines end,
  country = '' WHERE country !~ '^([A-Z]{2})?$';--> statement-breakpoint
ALTER TABLE "books"."customers" ADD CONSTRAINT "customers_country_form" CHECK ("books"."customers"."country" ~ '^([A-Z]{2})?$');--> statement-breakpoint
GRANT UPDATE (city, region, postal_code, tax_number) ON books.customers TO onaccount_app;
