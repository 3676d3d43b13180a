-- What the planner is told, so that a posting costs the same in a new business as in an old one.

-- One business is taken for half of every table, whatever ANALYZE would find. Else the planner takes a business that
-- ANALYZE hasn't seen for one of a single row, and reads all of its accounts or items where one by its key was wanted.
-- account_id starts the same way and then follows what ANALYZE finds. (Before version 18 a column's statistics can't
-- be set, only left out: then a business is a 200th of a table.)
DO $$
declare
  walled record;
begin
  for walled in
    select table_name::text, column_name::text from information_schema.columns
    where table_schema = 'books' and column_name in ('org_id', 'account_id')
  loop
    if walled.column_name = 'org_id' then
      execute format('alter table books.%I alter column org_id set statistics 0', walled.table_name);
    end if;
    if current_setting('server_version_num')::int >= 180000 then
      perform pg_restore_attribute_stats('schemaname', 'books', 'relname', walled.table_name, 'attname', walled.column_name,
        'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- The guards as they were, asking for each row by its key: a lateral "offset 0" or a scalar sub-select can't be turned
-- into a join that reads all of a business, whatever the planner believes, and what no event of a statement can have
-- done wrong isn't asked.
CREATE OR REPLACE FUNCTION books.must_add_up(org uuid, numbers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
begin
  if exists (
    select from unnest(numbers) as n
    cross join lateral (select open_items, open_credit, retained from books.events where org_id = org and number = n offset 0) e
    cross join lateral (
      select coalesce((select amount from books.items where org_id = org and id = n), 0) as item,
        coalesce((select amount from books.credits where org_id = org and id = n), 0) as credit,
        coalesce((select sum(amount) from books.allocations where org_id = org and event_number = n), 0) as applied,
        coalesce((select sum(amount) from books.retainage where org_id = org and event_number = n), 0) as held
      offset 0) t
    cross join lateral (
      select coalesce(sum(amount) filter (where item_id is not null), 0) as items,
        coalesce(sum(amount) filter (where credit_id is not null), 0) as credits
      from books.reductions where org_id = org and event_number = n) r
    where e.open_items <> t.item - t.applied - r.items
      or e.open_credit <> t.credit - t.applied - r.credits
      or e.retained <> t.held
  ) then
    raise exception 'an event is not the sum of its rows' using errcode = 'OA005';
  end if;
end $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books.check_items(org uuid, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
declare
  wrong boolean;
  out_of_turn boolean;
begin
  select bool_or(i.applied <> used.applied or i.reversed <> used.reversed), bool_or(used.out_of_turn)
    into wrong, out_of_turn
    from unnest(ids) as n
    cross join lateral (select amount, applied, reversed, effective_on from books.items where org_id = org and id = n offset 0) i
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
CREATE OR REPLACE FUNCTION books.check_credits(org uuid, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
declare
  wrong boolean;
  out_of_turn boolean;
begin
  select bool_or(c.applied <> used.applied or c.refunded <> used.refunded or c.reversed <> used.reversed), bool_or(used.out_of_turn)
    into wrong, out_of_turn
    from unnest(ids) as n
    cross join lateral (
      select amount, applied, refunded, reversed, effective_on from books.credits where org_id = org and id = n offset 0) c
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
CREATE OR REPLACE FUNCTION books.events_posted() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid;
  numbers bigint[];
  months date[];
  first_on date;
  last_on date;
  gated boolean;
  overriding boolean;
  reversing boolean;
  p record;
begin
  select (array_agg(e.org_id))[1], array_agg(e.number), array_agg(distinct e.period), min(e.effective_on), max(e.effective_on),
      bool_or(e.gated and e.override_id is null), bool_or(e.override_id is not null), bool_or(e.reverses is not null)
    into org, numbers, months, first_on, last_on, gated, overriding, reversing
    from posted e;
  if org is null then
    return null;
  end if;
  if first_on < (select start_on from books.settings where org_id = org) then
    raise exception 'a day before the books start' using errcode = 'OA008';
  end if;
  for p in
    select month, status from books.periods where org_id = org and month = any (months) order by month for share
  loop
    if p.status <> 'open' then
      raise exception 'the period % is closed', to_char(p.month, 'YYYY-MM') using errcode = 'OA003';
    end if;
  end loop;
  if exists (
    select from (select account_id, max(seq) as seq from posted group by account_id) e
    where e.seq is distinct from (select last_seq from books.accounts where org_id = org and id = e.account_id)
  ) then
    raise exception 'an account lags behind its events' using errcode = 'OA006';
  end if;
  if gated and exists (
    select from (select distinct account_id from posted where posted.gated and override_id is null) e
    join books.accounts a on a.org_id = org and a.id = e.account_id
    where a.status <> 'good' or not a.charging_allowed or a.held_for_age or not a.unlimited and coalesce(
      a.open_items - (a.open_credit - a.earmarked) + a.reserved > greatest(a.limit_cents,
        case when a.temporary_until >= last_on then a.temporary_limit_cents end), true)
  ) then
    raise exception 'a charge above the credit limit' using errcode = 'OA010';
  end if;
  if overriding and exists (
    select from posted e where e.override_id is not null and not exists (
      select from books.overrides o where o.org_id = org and o.id = e.override_id
        and o.amount >= e.amount and o.expires_at > e.recorded_at)
  ) then
    raise exception 'a charge above what was approved' using errcode = 'OA010';
  end if;
  if reversing and exists (
    select from posted r
    where r.effective_on < (select e.effective_on from books.events e where e.org_id = org and e.number = r.reverses)
  ) then
    raise exception 'an event is taken back before its day' using errcode = 'OA009';
  end if;
  perform books.must_add_up(org, numbers);
  return null;
end $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books.journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, event_number from posted) p
    cross join lateral (
      select sum(l.amount) as amount, coalesce(sum(l.amount) filter (where l.role = 'receivable'), 0) as receivable,
        coalesce(sum(l.amount) filter (where l.role = 'customer-credit'), 0) as credit,
        coalesce(sum(l.amount) filter (where l.role = 'retainage-receivable'), 0) as held
      from (
        select j.amount, (select role from books.chart h where h.org_id = j.org_id and h.code = j.chart_code) as role
        from books.journal_lines j where j.org_id = p.org_id and j.event_number = p.event_number offset 0) l) j
    cross join lateral (
      select open_items, open_credit, retained from books.events where org_id = p.org_id and number = p.event_number offset 0) e
    where j.amount <> 0 or j.receivable <> e.open_items or j.credit <> - e.open_credit or j.held <> e.retained
  ) then
    raise exception 'an event does not balance' using errcode = 'OA004';
  end if;
  return null;
end $$;
