-- The wall around every table of the books, and exactly what each role may do. For a table of a later migration drizzle-kit
-- writes the wall from src/db/schema, and the grants are written by hand; src/db/walls.db.test.ts misses neither.

DO $$
declare
  walled regclass;
begin
  for walled in select oid from pg_class where relnamespace = 'books'::regnamespace and relkind = 'r' loop
    execute format('alter table %s enable row level security', walled);
    execute format('create policy wall on %s using (org_id = books.current_org_id()) with check (org_id = books.current_org_id())', walled);
  end loop;
end $$;

-- The app adds rows, deletes none, and changes only the columns that can change: facts have none.

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA books TO onaccount_app;
-- These sums are written by the database alone (functions/sum_days.sql).
REVOKE INSERT ON books.day_sums FROM onaccount_app;

-- What a business's books stand on.
GRANT UPDATE (address_lines, phone, email, paper, tax_name, tax_rate, count_earmarked, returned_fee, version)
  ON books.settings TO onaccount_app;
GRANT UPDATE (name) ON books.chart TO onaccount_app;
GRANT UPDATE (status) ON books.periods TO onaccount_app;
GRANT UPDATE (prefix, padding, next) ON books.counters TO onaccount_app;
GRANT UPDATE (answer) ON books.commands TO onaccount_app;

-- Customers, their accounts, and what surrounds them. An account in a currency that the other customer of a merge has none
-- in moves as it is.
GRANT UPDATE (number, name, company, first_name, last_name, email, phone, address_lines, shipping_lines, country, terms_days,
  memo, private_notes, merged_into, version, archived_at) ON books.customers TO onaccount_app;
GRANT UPDATE (customer_id, status, charging_allowed, unlimited, limit_cents, temporary_limit_cents, temporary_until,
  held_for_age, oldest_due_on, merged_away, net, open_items, open_credit, earmarked, reserved, retained, last_seq, head_hash,
  head_at) ON books.accounts TO onaccount_app;
GRANT UPDATE (released_by, released_at) ON books.earmarks TO onaccount_app;
GRANT UPDATE (ended_at) ON books.reservations TO onaccount_app;
GRANT UPDATE (used_by_event) ON books.overrides TO onaccount_app;
GRANT UPDATE (name, title, email, phone, gets_statements, version, removed_at) ON books.contacts TO onaccount_app;
GRANT UPDATE (name, address_lines, version, removed_at) ON books.locations TO onaccount_app;
GRANT UPDATE (undone_by, undone_at) ON books.merges TO onaccount_app;
GRANT UPDATE (removed_by, removed_at) ON books.attachments TO onaccount_app;

-- What a business sells.
GRANT UPDATE (name, sku, barcode, description, cost, price, unit, chart_code, taxable, retainable, version, archived_at)
  ON books.products TO onaccount_app;

-- Of an item or a credit changes only how much of it was used, of a mail how far it got.
GRANT UPDATE (applied, reversed, touched_on, touched_at) ON books.items TO onaccount_app;
GRANT UPDATE (applied, refunded, reversed, touched_on, touched_at) ON books.credits TO onaccount_app;
GRANT UPDATE (status, attempts, last_error, sent_at, link_id) ON books.outbox TO onaccount_app;

-- The directory.
GRANT SELECT, INSERT, UPDATE, DELETE ON directory.users, directory.memberships, directory.sessions, directory.mailed_links,
  directory.tries TO onaccount_app;
GRANT SELECT, INSERT ON directory.orgs TO onaccount_app;
GRANT UPDATE (name, currency, zone, locale, country) ON directory.orgs TO onaccount_app;

-- The app makes links and withdraws them, but can't look one up: only the link role reads a token's hash.
GRANT INSERT ON directory.statement_links TO onaccount_app;
GRANT SELECT (id, org_id, statement_id, expires_at, revoked_at, created_at, created_by)
  ON directory.statement_links TO onaccount_app;
GRANT UPDATE (revoked_at) ON directory.statement_links TO onaccount_app;
GRANT SELECT (id, token_hash, org_id, statement_id, expires_at, revoked_at) ON directory.statement_links TO onaccount_link;
