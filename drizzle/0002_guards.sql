-- The guards that a table definition can't say, and exactly what each role may do.
-- Error codes: OA002 a fact was to be changed, OA003 a closed period, OA004 an unbalanced event,
-- OA005 applied is not the sum of allocations, OA006 an account lags behind its events, OA007 retainage below zero.

ALTER TABLE books.accounts SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE books.counters SET (fillfactor = 50);
--> statement-breakpoint
-- An account's net is its last event's balance (I2).
ALTER TABLE books.accounts ADD CONSTRAINT accounts_head
  FOREIGN KEY (org_id, id, last_seq, net)
  REFERENCES books.events (org_id, account_id, seq, balance_after)
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- The canonical form of an event, and one step of an account's chain of hashes (I21).
CREATE FUNCTION books.event_canonical(e books.events) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(E'\x1f', e.org_id, e.account_id, e.currency, e.seq, e.number, e.kind, e.effective_on::text,
    e.period::text, (extract(epoch from e.recorded_at) * 1000000)::bigint, e.amount, e.balance_after, e.actor,
    e.label, coalesce(e.document_id::text, '-'), coalesce(e.document_number, '-'), coalesce(e.reverses::text, '-'),
    coalesce(e.command_id::text, '-'), coalesce(encode(e.memo_digest, 'hex'), '-'));
--> statement-breakpoint
CREATE FUNCTION books.chain_step(state bytea, head bytea, canonical text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(coalesce(state, head, ''::bytea) || convert_to(canonical, 'UTF8'));
--> statement-breakpoint
CREATE AGGREGATE books.chain(head bytea, canonical text) (sfunc = books.chain_step, stype = bytea);
--> statement-breakpoint
CREATE FUNCTION books.facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '% on %.% is refused: facts are only added', tg_op, tg_table_schema, tg_table_name using errcode = 'OA002';
end $$;
--> statement-breakpoint
DO $$
declare
  facts text;
begin
  foreach facts in array array['events', 'allocations', 'journal_lines', 'retainage', 'audit_entries', 'payments', 'statements', 'statement_files'] loop
    execute format('create trigger %I before update or delete or truncate on books.%I for each statement execute function books.facts_stay()', facts || '_stay', facts);
  end loop;
end $$;
--> statement-breakpoint
-- A closed month takes nothing, also while it is being closed: the month is read under a share lock (I13).
CREATE FUNCTION books.refuse_closed_period() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  p record;
begin
  for p in
    select month, status from books.periods
    where org_id = (select org_id from posted limit 1) and month in (select period from posted)
    order by month for share
  loop
    if p.status <> 'open' then
      raise exception 'the period % is closed', to_char(p.month, 'YYYY-MM') using errcode = 'OA003';
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER events_period_open AFTER INSERT ON books.events
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.refuse_closed_period();
--> statement-breakpoint
-- No event without its account following it: the other half of I2.
CREATE FUNCTION books.accounts_follow() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select org_id, account_id, max(seq) as seq from posted group by org_id, account_id) p
    join books.accounts a on a.org_id = p.org_id and a.id = p.account_id
    where a.last_seq is distinct from p.seq
  ) then
    raise exception 'an account lags behind its events' using errcode = 'OA006';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER events_followed AFTER INSERT ON books.events
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.accounts_follow();
--> statement-breakpoint
-- Each statement adds whole events to the journal, so every event sums to zero (I17).
CREATE FUNCTION books.journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (select from posted group by org_id, event_number having sum(amount) <> 0) then
    raise exception 'an event does not balance' using errcode = 'OA004';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER journal_lines_balance AFTER INSERT ON books.journal_lines
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.journal_balances();
--> statement-breakpoint
-- What an item or a credit says was applied is the sum of its allocations (I4), whichever of the two was written.
CREATE FUNCTION books.item_allocations_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, item_id from posted) p
    join books.items i on i.org_id = p.org_id and i.id = p.item_id
    where i.applied <> (select coalesce(sum(a.amount), 0) from books.allocations a where a.org_id = p.org_id and a.item_id = p.item_id)
  ) or exists (
    select from (select distinct org_id, credit_id from posted) p
    join books.credits c on c.org_id = p.org_id and c.id = p.credit_id
    where c.applied <> (select coalesce(sum(a.amount), 0) from books.allocations a where a.org_id = p.org_id and a.credit_id = p.credit_id)
  ) then
    raise exception 'applied is not the sum of the allocations' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION books.items_applied_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from used u
    where u.applied <> (select coalesce(sum(a.amount), 0) from books.allocations a where a.org_id = u.org_id and a.item_id = u.id)
  ) then
    raise exception 'an item''s applied is not the sum of its allocations' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION books.credits_applied_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from used u
    where u.applied <> (select coalesce(sum(a.amount), 0) from books.allocations a where a.org_id = u.org_id and a.credit_id = u.id)
  ) then
    raise exception 'a credit''s applied is not the sum of its allocations' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER allocations_add_up AFTER INSERT ON books.allocations
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.item_allocations_add_up();
--> statement-breakpoint
CREATE TRIGGER items_made_add_up AFTER INSERT ON books.items
  REFERENCING NEW TABLE AS used FOR EACH STATEMENT EXECUTE FUNCTION books.items_applied_add_up();
--> statement-breakpoint
CREATE TRIGGER items_used_add_up AFTER UPDATE ON books.items
  REFERENCING NEW TABLE AS used FOR EACH STATEMENT EXECUTE FUNCTION books.items_applied_add_up();
--> statement-breakpoint
CREATE TRIGGER credits_made_add_up AFTER INSERT ON books.credits
  REFERENCING NEW TABLE AS used FOR EACH STATEMENT EXECUTE FUNCTION books.credits_applied_add_up();
--> statement-breakpoint
CREATE TRIGGER credits_used_add_up AFTER UPDATE ON books.credits
  REFERENCING NEW TABLE AS used FOR EACH STATEMENT EXECUTE FUNCTION books.credits_applied_add_up();
--> statement-breakpoint
-- No invoice line ever has less than nothing held back (I7).
CREATE FUNCTION books.retainage_held() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, invoice_id, invoice_line from posted) p
    where (select sum(r.amount) from books.retainage r
           where r.org_id = p.org_id and r.invoice_id = p.invoice_id and r.invoice_line = p.invoice_line) < 0
  ) then
    raise exception 'more retainage released than withheld' using errcode = 'OA007';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER retainage_held AFTER INSERT ON books.retainage
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.retainage_held();
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA books FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA books, directory TO onaccount_app, onaccount_backup;
--> statement-breakpoint
GRANT USAGE ON SCHEMA directory TO onaccount_link;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA books, directory TO onaccount_backup;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION books.current_org_id(), books.new_id(), books.event_canonical(books.events),
  books.chain_step(bytea, bytea, text), books.chain(bytea, text) TO onaccount_app;
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
