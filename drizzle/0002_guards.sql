-- The guards that a table definition can't say. Each is a statement-level trigger that reads what the whole
-- statement wrote, and each names the invariant of the books that it holds.
-- Error codes: OA002 a fact was to be changed, OA003 a closed period, OA004 an unbalanced event, OA005 a balance that
-- isn't the sum of its rows, OA006 an account that lags behind its events, OA007 retainage below zero, OA008 a day
-- before the books start, OA009 used out of turn, OA010 above the credit limit.

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
CREATE FUNCTION books.canonical(org uuid, account uuid, currency text, seq bigint, number bigint, kind text,
  effective date, period date, recorded timestamptz, amount bigint, open_items bigint, open_credit bigint,
  retained bigint, balance bigint, actor text, label text, document uuid, reverses bigint, command uuid, digest bytea)
  RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(E'\x1f', org, account, currency, seq, number, kind, effective, period,
    (extract(epoch from recorded) * 1000000)::bigint, amount, open_items, open_credit, retained, balance, actor, label,
    coalesce(document::text, '-'), coalesce(reverses::text, '-'), coalesce(command::text, '-'),
    coalesce(encode(digest, 'hex'), '-'));
--> statement-breakpoint
CREATE FUNCTION books.event_canonical(e books.events) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN books.canonical(e.org_id, e.account_id, e.currency, e.seq, e.number, e.kind, e.effective_on, e.period,
    e.recorded_at, e.amount, e.open_items, e.open_credit, e.retained, e.balance_after, e.actor, e.label, e.document_id,
    e.reverses, e.command_id, e.memo_digest);
--> statement-breakpoint
CREATE FUNCTION books.chain_step(state bytea, head bytea, canonical text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(coalesce(state, head, ''::bytea) || convert_to(canonical, 'UTF8'));
--> statement-breakpoint
CREATE AGGREGATE books.chain(head bytea, canonical text) (sfunc = books.chain_step, stype = bytea);
--> statement-breakpoint
-- Facts are only added (I9).
CREATE FUNCTION books.facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '% on %.% is refused: facts are only added', tg_op, tg_table_schema, tg_table_name using errcode = 'OA002';
end $$;
--> statement-breakpoint
DO $$
declare
  facts text;
begin
  foreach facts in array array['events', 'allocations', 'reductions', 'journal_lines', 'retainage', 'audit_entries',
    'payments', 'credit_memos', 'statements', 'statement_files', 'proofs'] loop
    execute format('create trigger %I before update or delete or truncate on books.%I for each statement execute function books.facts_stay()', facts || '_stay', facts);
  end loop;
end $$;
--> statement-breakpoint
-- What events say they did to the figures is what their rows add up to (I3).
CREATE FUNCTION books.must_add_up(org uuid, numbers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
begin
  if exists (
    select from unnest(numbers) as n
    join books.events e on e.org_id = org and e.number = n
    left join books.items i on i.org_id = org and i.id = n
    left join books.credits c on c.org_id = org and c.id = n
    cross join lateral (select coalesce(sum(amount), 0) as applied from books.allocations where org_id = org and event_number = n) a
    cross join lateral (
      select coalesce(sum(amount) filter (where item_id is not null), 0) as items,
        coalesce(sum(amount) filter (where credit_id is not null), 0) as credits
      from books.reductions where org_id = org and event_number = n) r
    cross join lateral (select coalesce(sum(amount), 0) as held from books.retainage where org_id = org and event_number = n) t
    where e.open_items <> coalesce(i.amount, 0) - a.applied - r.items
      or e.open_credit <> coalesce(c.amount, 0) - a.applied - r.credits
      or e.retained <> t.held
  ) then
    raise exception 'an event is not the sum of its rows' using errcode = 'OA005';
  end if;
end $$;
--> statement-breakpoint
-- On every day, what was used of an item lies between nothing and all of it, never before it is there; and what the
-- row says was used is the sum of the rows that used it (I4, I20).
CREATE FUNCTION books.check_items(org uuid, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
declare
  wrong boolean;
  out_of_turn boolean;
begin
  select bool_or(i.applied <> used.applied or i.reversed <> used.reversed), bool_or(used.out_of_turn)
    into wrong, out_of_turn
    from unnest(ids) as n
    join books.items i on i.org_id = org and i.id = n
    cross join lateral (
      select coalesce(sum(u.amount) filter (where u.applied), 0) as applied,
        coalesce(sum(u.amount) filter (where not u.applied), 0) as reversed,
        coalesce(min(u.effective_on) < i.effective_on or min(u.used) < 0 or max(u.used) > i.amount, false) as out_of_turn
      from (
        select s.amount, s.applied, s.effective_on, sum(s.amount) over (order by s.effective_on) as used from (
          select amount, true as applied, effective_on from books.allocations where org_id = org and item_id = n
          union all
          select amount, false, effective_on from books.reductions where org_id = org and item_id = n) s) u) used;
  if wrong then
    raise exception 'an item is not what its rows say' using errcode = 'OA005';
  elsif out_of_turn then
    raise exception 'an item is used out of turn' using errcode = 'OA009';
  end if;
end $$;
--> statement-breakpoint
CREATE FUNCTION books.check_credits(org uuid, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
declare
  wrong boolean;
  out_of_turn boolean;
begin
  select bool_or(c.applied <> used.applied or c.refunded <> used.refunded or c.reversed <> used.reversed), bool_or(used.out_of_turn)
    into wrong, out_of_turn
    from unnest(ids) as n
    join books.credits c on c.org_id = org and c.id = n
    cross join lateral (
      select coalesce(sum(u.amount) filter (where u.kind = 'applied'), 0) as applied,
        coalesce(sum(u.amount) filter (where u.kind = 'refunded'), 0) as refunded,
        coalesce(sum(u.amount) filter (where u.kind in ('reversed', 'transferred')), 0) as reversed,
        coalesce(min(u.effective_on) < c.effective_on or min(u.used) < 0 or max(u.used) > c.amount, false) as out_of_turn
      from (
        select s.amount, s.kind, s.effective_on, sum(s.amount) over (order by s.effective_on) as used from (
          select amount, 'applied' as kind, effective_on from books.allocations where org_id = org and credit_id = n
          union all
          select amount, kind, effective_on from books.reductions where org_id = org and credit_id = n) s) u) used;
  if wrong then
    raise exception 'a credit is not what its rows say' using errcode = 'OA005';
  elsif out_of_turn then
    raise exception 'a credit is used out of turn' using errcode = 'OA009';
  end if;
end $$;
--> statement-breakpoint
-- An event is taken only into an open month (read under a share lock, so that closing waits or is waited for, I13), on
-- or after the first day of the books, with its account following it (I2), as the sum of its rows (I3); and a house
-- charge only within the limit (I8).
CREATE FUNCTION books.events_posted() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from posted limit 1);
  p record;
begin
  if org is null then
    return null;
  end if;
  if (select min(effective_on) from posted) < (select start_on from books.settings where org_id = org) then
    raise exception 'a day before the books start' using errcode = 'OA008';
  end if;
  for p in
    select month, status from books.periods
    where org_id = org and month = any (array(select distinct period from posted)) order by month for share
  loop
    if p.status <> 'open' then
      raise exception 'the period % is closed', to_char(p.month, 'YYYY-MM') using errcode = 'OA003';
    end if;
  end loop;
  if exists (
    select from (select account_id, max(seq) as seq, bool_or(gated and override_id is null) as gated, max(effective_on) as latest
      from posted group by account_id) e
    join books.accounts a on a.org_id = org and a.id = e.account_id
    where a.last_seq is distinct from e.seq
  ) then
    raise exception 'an account lags behind its events' using errcode = 'OA006';
  end if;
  if exists (
    select from (select distinct account_id from posted where gated and override_id is null) e
    join books.accounts a on a.org_id = org and a.id = e.account_id
    where a.status <> 'good' or not a.charging_allowed or a.held_for_age or not a.unlimited and coalesce(
      a.open_items - (a.open_credit - a.earmarked) + a.reserved > greatest(a.limit_cents,
        case when a.temporary_until >= (select max(effective_on) from posted) then a.temporary_limit_cents end), true)
  ) then
    raise exception 'a charge above the credit limit' using errcode = 'OA010';
  end if;
  perform books.must_add_up(org, array(select number from posted));
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER events_posted AFTER INSERT ON books.events
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.events_posted();
--> statement-breakpoint
-- An account's figures move only with events, by what the events say (I3); what is set aside is the sum of its live
-- earmarks (I6).
CREATE FUNCTION books.accounts_moved() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from moved n
    join stood o on o.org_id = n.org_id and o.id = n.id
    cross join lateral (
      select coalesce(sum(e.open_items), 0) as items, coalesce(sum(e.open_credit), 0) as credit, coalesce(sum(e.retained), 0) as held
      from books.events e
      where e.org_id = n.org_id and e.account_id = n.id and e.seq > coalesce(o.last_seq, 0) and e.seq <= n.last_seq) e
    where (n.open_items, n.open_credit, n.retained, n.last_seq) is distinct from (o.open_items, o.open_credit, o.retained, o.last_seq)
      and (n.open_items - o.open_items <> e.items or n.open_credit - o.open_credit <> e.credit or n.retained - o.retained <> e.held)
  ) then
    raise exception 'an account moved otherwise than its events' using errcode = 'OA006';
  end if;
  if exists (
    select from moved n join stood o on o.org_id = n.org_id and o.id = n.id
    where n.earmarked <> o.earmarked and n.earmarked <> (
      select coalesce(sum(k.amount), 0) from books.earmarks k
      where k.org_id = n.org_id and k.account_id = n.id and k.released_at is null)
  ) then
    raise exception 'earmarked is not the sum of the earmarks' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER accounts_moved AFTER UPDATE ON books.accounts
  REFERENCING OLD TABLE AS stood NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION books.accounts_moved();
--> statement-breakpoint
CREATE FUNCTION books.earmarks_kept() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, account_id from kept) k
    join books.accounts a on a.org_id = k.org_id and a.id = k.account_id
    where a.earmarked <> (select coalesce(sum(m.amount), 0) from books.earmarks m
      where m.org_id = k.org_id and m.account_id = k.account_id and m.released_at is null)
  ) then
    raise exception 'earmarked is not the sum of the earmarks' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER earmarks_made AFTER INSERT ON books.earmarks
  REFERENCING NEW TABLE AS kept FOR EACH STATEMENT EXECUTE FUNCTION books.earmarks_kept();
--> statement-breakpoint
CREATE TRIGGER earmarks_released AFTER UPDATE ON books.earmarks
  REFERENCING NEW TABLE AS kept FOR EACH STATEMENT EXECUTE FUNCTION books.earmarks_kept();
--> statement-breakpoint
-- Each statement adds whole events to the journal, and nothing to an older one (I17).
CREATE FUNCTION books.journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, event_number from posted) p
    cross join lateral (
      select sum(l.amount) as amount, coalesce(sum(l.amount) filter (where h.role = 'receivable'), 0) as receivable,
        coalesce(sum(l.amount) filter (where h.role = 'customer-credit'), 0) as credit,
        coalesce(sum(l.amount) filter (where h.role = 'retainage-receivable'), 0) as held
      from books.journal_lines l join books.chart h on h.org_id = l.org_id and h.code = l.chart_code
      where l.org_id = p.org_id and l.event_number = p.event_number) j
    join books.events e on e.org_id = p.org_id and e.number = p.event_number
    where j.amount <> 0 or j.receivable <> e.open_items or j.credit <> - e.open_credit or j.held <> e.retained
  ) then
    raise exception 'an event does not balance' using errcode = 'OA004';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER journal_lines_balance AFTER INSERT ON books.journal_lines
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.journal_balances();
--> statement-breakpoint
CREATE FUNCTION books.items_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from changed limit 1);
begin
  if org is not null then
    perform books.check_items(org, array(select id from changed));
    if tg_op = 'INSERT' then
      perform books.must_add_up(org, array(select id from changed));
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER items_made AFTER INSERT ON books.items
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.items_changed();
--> statement-breakpoint
CREATE TRIGGER items_used AFTER UPDATE ON books.items
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.items_changed();
--> statement-breakpoint
CREATE FUNCTION books.credits_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from changed limit 1);
begin
  if org is not null then
    perform books.check_credits(org, array(select id from changed));
    if tg_op = 'INSERT' then
      perform books.must_add_up(org, array(select id from changed));
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER credits_made AFTER INSERT ON books.credits
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.credits_changed();
--> statement-breakpoint
CREATE TRIGGER credits_used AFTER UPDATE ON books.credits
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.credits_changed();
--> statement-breakpoint
CREATE FUNCTION books.uses_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from added limit 1);
begin
  if org is not null then
    perform books.check_items(org, array(select distinct item_id from added where item_id is not null));
    perform books.check_credits(org, array(select distinct credit_id from added where credit_id is not null));
    perform books.must_add_up(org, array(select distinct event_number from added));
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER allocations_added AFTER INSERT ON books.allocations
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION books.uses_added();
--> statement-breakpoint
CREATE TRIGGER reductions_added AFTER INSERT ON books.reductions
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION books.uses_added();
--> statement-breakpoint
-- No invoice line ever has less than nothing held back, on any day (I7).
CREATE FUNCTION books.retainage_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from added limit 1);
begin
  if org is null then
    return null;
  end if;
  if exists (
    select from (select distinct account_id, invoice_id, invoice_line from added) p
    cross join lateral (
      select min(held) as least from (
        select sum(r.amount) over (order by r.effective_on) as held from books.retainage r
        where r.org_id = org and r.account_id = p.account_id and r.invoice_id = p.invoice_id and r.invoice_line = p.invoice_line) days) h
    where h.least < 0
  ) then
    raise exception 'more retainage released than withheld' using errcode = 'OA007';
  end if;
  perform books.must_add_up(org, array(select distinct event_number from added));
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER retainage_added AFTER INSERT ON books.retainage
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION books.retainage_added();
