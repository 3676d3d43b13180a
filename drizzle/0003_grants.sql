-- Exactly what each role may do. Facts are insert-only, by grant and by trigger.

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA books FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA books, directory TO onaccount_app, onaccount_backup;
--> statement-breakpoint
GRANT USAGE ON SCHEMA directory TO onaccount_link;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA books, directory TO onaccount_backup;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION books.current_org_id(), books.new_id(), books.event_canonical(books.events),
  books.canonical(uuid, uuid, text, bigint, bigint, text, date, date, timestamptz, bigint, bigint, bigint, bigint,
    bigint, text, text, uuid, bigint, uuid, bytea),
  books.chain_step(bytea, bytea, text), books.chain(bytea, text), books.must_add_up(uuid, bigint[]),
  books.check_items(uuid, bigint[]), books.check_credits(uuid, bigint[]) TO onaccount_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA books TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (number, name, company, first_name, last_name, email, phone, address_lines, country, terms_days, memo,
  private_notes, version, archived_at) ON books.customers TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (status, charging_allowed, unlimited, limit_cents, temporary_limit_cents, temporary_until, held_for_age,
  oldest_due_on, net, open_items, open_credit, earmarked, reserved, retained, last_seq, head_hash, head_at)
  ON books.accounts TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (released_by, released_at) ON books.earmarks TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (ended_at) ON books.reservations TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (used_by_event) ON books.overrides TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (applied, reversed, touched_on, touched_at) ON books.items TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (applied, refunded, reversed, touched_on, touched_at) ON books.credits TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (address_lines, phone, email, paper, version) ON books.settings TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (name) ON books.chart TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (status) ON books.periods TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (prefix, padding, next) ON books.counters TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (answer) ON books.commands TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (status, attempts, last_error, sent_at, link_id) ON books.outbox TO onaccount_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON directory.users, directory.memberships, directory.sessions,
  directory.mailed_links, directory.tries TO onaccount_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON directory.orgs TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (name, currency, zone, locale, country) ON directory.orgs TO onaccount_app;
--> statement-breakpoint
-- The app makes links and withdraws them, but can't look one up: only the link role reads a token's hash.
GRANT INSERT ON directory.statement_links TO onaccount_app;
--> statement-breakpoint
GRANT SELECT (id, org_id, statement_id, expires_at, revoked_at, created_at, created_by) ON directory.statement_links TO onaccount_app;
--> statement-breakpoint
GRANT UPDATE (revoked_at) ON directory.statement_links TO onaccount_app;
--> statement-breakpoint
GRANT SELECT (id, token_hash, org_id, statement_id, expires_at, revoked_at) ON directory.statement_links TO onaccount_link;
