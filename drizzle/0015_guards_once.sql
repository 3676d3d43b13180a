-- The same guards for less. What a trigger sees of its statement is taken from its transition tables and not read again;
-- each invariant is looked at once per statement, by the trigger of the row that it is about; and what hangs on an event
-- (items, credits, uses, retainage, journal lines) has to be written by the statement that writes the event, so that
-- nothing can be added to it later. Which statement wrote a row stands in the row: its transaction (xmin) and the number
-- of the command within it (cmin) are those of no other statement.

-- An event is what its rows and its journal add up to (I3, I17), its account follows it (I2), its month is open (I13).
CREATE OR REPLACE FUNCTION books.events_posted() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid;
  months date[];
  last_on date;
  gated boolean;
  overriding boolean;
  reversing boolean;
  closed date;
  early boolean;
  lagging boolean;
  wrong boolean;
  unbalanced boolean;
begin
  select (array_agg(e.org_id))[1], array_agg(distinct e.period), max(e.effective_on), bool_or(e.gated and e.override_id is null),
      bool_or(e.override_id is not null), bool_or(e.reverses is not null)
    into org, months, last_on, gated, overriding, reversing
    from posted e;
  if org is null then
    return null;
  end if;
  select min(p.month) filter (where p.status <> 'open') into closed
    from (select month, status from books.periods where org_id = org and month = any (months) order by month for share) p;
  if closed is not null then
    raise exception 'the period % is closed', to_char(closed, 'YYYY-MM') using errcode = 'OA003';
  end if;
  select bool_or(e.effective_on < (select start_on from books.settings where org_id = org)),
      bool_or(e.latest is distinct from t.last_seq),
      bool_or(e.open_items <> t.item - t.applied - r.items or e.open_credit <> t.credit - t.applied - r.credits or e.retained <> t.held),
      bool_or(j.amount <> 0 or j.receivable <> e.open_items or j.credit <> - e.open_credit or j.held <> e.retained)
    into early, lagging, wrong, unbalanced
    from (
      select number, effective_on, account_id, open_items, open_credit, retained, max(seq) over (partition by account_id) as latest
      from posted) e
    cross join lateral (
      select (select last_seq from books.accounts where org_id = org and id = e.account_id) as last_seq,
        coalesce((select amount from books.items where org_id = org and id = e.number), 0) as item,
        coalesce((select amount from books.credits where org_id = org and id = e.number), 0) as credit,
        coalesce((select sum(amount) from books.allocations where org_id = org and event_number = e.number), 0) as applied,
        coalesce((select sum(amount) from books.retainage where org_id = org and event_number = e.number), 0) as held
      offset 0) t
    cross join lateral (
      select coalesce(sum(amount) filter (where item_id is not null), 0) as items,
        coalesce(sum(amount) filter (where credit_id is not null), 0) as credits
      from books.reductions where org_id = org and event_number = e.number) r
    cross join lateral (
      select coalesce(sum(l.amount), 0) as amount, coalesce(sum(l.amount) filter (where l.role = 'receivable'), 0) as receivable,
        coalesce(sum(l.amount) filter (where l.role = 'customer-credit'), 0) as credit,
        coalesce(sum(l.amount) filter (where l.role = 'retainage-receivable'), 0) as held
      from (
        select k.amount, (select role from books.chart h where h.org_id = org and h.code = k.chart_code) as role
        from books.journal_lines k where k.org_id = org and k.event_number = e.number offset 0) l) j;
  if early then
    raise exception 'a day before the books start' using errcode = 'OA008';
  elsif lagging then
    raise exception 'an account lags behind its events' using errcode = 'OA006';
  elsif wrong then
    raise exception 'an event is not the sum of its rows' using errcode = 'OA005';
  elsif unbalanced then
    raise exception 'an event does not balance' using errcode = 'OA004';
  end if;
  if gated then
    if exists (
      select from (select distinct account_id from posted where posted.gated and override_id is null) e
      join books.accounts a on a.org_id = org and a.id = e.account_id
      where a.status <> 'good' or not a.charging_allowed or a.held_for_age or not a.unlimited and coalesce(
        a.open_items - (a.open_credit - a.earmarked) + a.reserved > greatest(a.limit_cents,
          case when a.temporary_until >= last_on then a.temporary_limit_cents end), true)
    ) then
      raise exception 'a charge above the credit limit' using errcode = 'OA010';
    end if;
  end if;
  if overriding then
    if exists (
      select from posted e where e.override_id is not null and not exists (
        select from books.overrides o where o.org_id = org and o.id = e.override_id
          and o.amount >= e.amount and o.expires_at > e.recorded_at)
    ) then
      raise exception 'a charge above what was approved' using errcode = 'OA010';
    end if;
  end if;
  if reversing then
    if exists (
      select from posted r
      where r.effective_on < (select e.effective_on from books.events e where e.org_id = org and e.number = r.reverses)
    ) then
      raise exception 'an event is taken back before its day' using errcode = 'OA009';
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
-- An account's head never goes back (I2), its figures move only with events, by what the events say (I3); what is set
-- aside is the sum of its live earmarks (I6).
CREATE OR REPLACE FUNCTION books.accounts_moved() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  back boolean;
  otherwise boolean;
  unlike boolean;
begin
  select bool_or(coalesce(n.last_seq, 0) < coalesce(o.last_seq, 0)),
      bool_or((n.open_items, n.open_credit, n.retained, n.last_seq) is distinct from (o.open_items, o.open_credit, o.retained, o.last_seq)
        and exists (
          select from books.events e
          where e.org_id = n.org_id and e.account_id = n.id and e.seq > coalesce(o.last_seq, 0) and e.seq <= n.last_seq
          having n.open_items - o.open_items <> coalesce(sum(e.open_items), 0)
            or n.open_credit - o.open_credit <> coalesce(sum(e.open_credit), 0)
            or n.retained - o.retained <> coalesce(sum(e.retained), 0))),
      bool_or(n.earmarked <> o.earmarked and n.earmarked <> (
        select coalesce(sum(k.amount), 0) from books.earmarks k
        where k.org_id = n.org_id and k.account_id = n.id and k.released_at is null))
    into back, otherwise, unlike
    from moved n join stood o on o.org_id = n.org_id and o.id = n.id;
  if back then
    raise exception 'an account went back behind its events' using errcode = 'OA006';
  elsif otherwise then
    raise exception 'an account moved otherwise than its events' using errcode = 'OA006';
  elsif unlike then
    raise exception 'earmarked is not the sum of the earmarks' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- An item or a credit is made by the statement that posts its event, which looks at the amount (I3). What it says was used
-- of it is the sum of the rows that used it, none of them before it is there (I4, I20). While
-- no use was given back, what was used only grows, and is least at first and most at last; else day after day is asked.
CREATE OR REPLACE FUNCTION books.items_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  made boolean := tg_op = 'INSERT';
  alone boolean;
  wrong boolean;
  early boolean;
  given_back boolean;
begin
  select bool_or(made and (
        select e.xmin = m.xmin and e.cmin = m.cmin from books.items m, books.events e
        where m.org_id = i.org_id and m.id = i.id and e.org_id = i.org_id and e.number = i.id) is not true),
      bool_or(i.applied <> u.applied or i.reversed <> u.reversed),
      bool_or(u.first_on < i.effective_on or i.applied + i.reversed > i.amount), bool_or(u.least < 0)
    into alone, wrong, early, given_back
    from changed i
    cross join lateral (
      select coalesce(sum(s.amount) filter (where s.applied), 0) as applied,
        coalesce(sum(s.amount) filter (where not s.applied), 0) as reversed, min(s.effective_on) as first_on, min(s.amount) as least
      from (
        select amount, true as applied, effective_on from books.allocations where org_id = i.org_id and item_id = i.id
        union all
        select amount, false, effective_on from books.reductions where org_id = i.org_id and item_id = i.id) s) u;
  if alone then
    raise exception 'an item is not made by its event' using errcode = 'OA005';
  elsif wrong then
    raise exception 'an item is not what its rows say' using errcode = 'OA005';
  elsif early then
    raise exception 'an item is used out of turn' using errcode = 'OA009';
  elsif given_back then
    perform books.check_items((select org_id from changed limit 1), array(select id from changed));
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books.credits_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  made boolean := tg_op = 'INSERT';
  alone boolean;
  wrong boolean;
  early boolean;
  given_back boolean;
begin
  select bool_or(made and (
        select e.xmin = m.xmin and e.cmin = m.cmin from books.credits m, books.events e
        where m.org_id = c.org_id and m.id = c.id and e.org_id = c.org_id and e.number = c.id) is not true),
      bool_or(c.applied <> u.applied or c.refunded <> u.refunded or c.reversed <> u.reversed),
      bool_or(u.first_on < c.effective_on or c.applied + c.refunded + c.reversed > c.amount), bool_or(u.least < 0)
    into alone, wrong, early, given_back
    from changed c
    cross join lateral (
      select coalesce(sum(s.amount) filter (where s.kind = 'applied'), 0) as applied,
        coalesce(sum(s.amount) filter (where s.kind = 'refunded'), 0) as refunded,
        coalesce(sum(s.amount) filter (where s.kind in ('reversed', 'transferred')), 0) as reversed,
        min(s.effective_on) as first_on, min(s.amount) as least
      from (
        select amount, 'applied' as kind, effective_on from books.allocations where org_id = c.org_id and credit_id = c.id
        union all
        select amount, kind, effective_on from books.reductions where org_id = c.org_id and credit_id = c.id) s) u;
  if alone then
    raise exception 'a credit is not made by its event' using errcode = 'OA005';
  elsif wrong then
    raise exception 'a credit is not what its rows say' using errcode = 'OA005';
  elsif early then
    raise exception 'a credit is used out of turn' using errcode = 'OA009';
  elsif given_back then
    perform books.check_credits((select org_id from changed limit 1), array(select id from changed));
  end if;
  return null;
end $$;
--> statement-breakpoint
-- A use is written by the statement that posts its event and moves what it uses; those look at it (I3, I4, I20).
CREATE FUNCTION books.allocations_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  alone boolean;
begin
  select bool_or(
      (select e.xmin = w.x and e.cmin = w.c from books.events e where e.org_id = u.org_id and e.number = u.event_number) is not true
      or (select i.xmin = w.x and i.cmin = w.c from books.items i where i.org_id = u.org_id and i.id = u.item_id) is not true
      or (select k.xmin = w.x and k.cmin = w.c from books.credits k where k.org_id = u.org_id and k.id = u.credit_id) is not true)
    into alone
    from added u, (
      select a.xmin as x, a.cmin as c from (select org_id, event_number, line from added limit 1) f
      cross join lateral (
        select xmin, cmin from books.allocations
        where org_id = f.org_id and event_number = f.event_number and line = f.line offset 0) a offset 0) w;
  if alone then
    raise exception 'an application apart from its event, its item or its credit' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION books.reductions_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  alone boolean;
begin
  select bool_or(
      (select e.xmin = w.x and e.cmin = w.c from books.events e where e.org_id = u.org_id and e.number = u.event_number) is not true
      or u.item_id is not null and (
        select i.xmin = w.x and i.cmin = w.c from books.items i where i.org_id = u.org_id and i.id = u.item_id) is not true
      or u.credit_id is not null and (
        select k.xmin = w.x and k.cmin = w.c from books.credits k where k.org_id = u.org_id and k.id = u.credit_id) is not true)
    into alone
    from added u, (
      select a.xmin as x, a.cmin as c from (select org_id, event_number, line from added limit 1) f
      cross join lateral (
        select xmin, cmin from books.reductions
        where org_id = f.org_id and event_number = f.event_number and line = f.line offset 0) a offset 0) w;
  if alone then
    raise exception 'a reduction apart from its event, its item or its credit' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
DROP TRIGGER allocations_added ON books.allocations;
--> statement-breakpoint
CREATE TRIGGER allocations_added AFTER INSERT ON books.allocations
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION books.allocations_added();
--> statement-breakpoint
DROP TRIGGER reductions_added ON books.reductions;
--> statement-breakpoint
CREATE TRIGGER reductions_added AFTER INSERT ON books.reductions
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION books.reductions_added();
--> statement-breakpoint
DROP FUNCTION books.uses_added();
--> statement-breakpoint
-- No invoice line ever has less than nothing held back, on any day (I7); and what is held back is written with its event.
CREATE OR REPLACE FUNCTION books.retainage_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from added limit 1);
  alone boolean;
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
  select bool_or(
      (select e.xmin = w.x and e.cmin = w.c from books.events e where e.org_id = org and e.number = u.event_number) is not true)
    into alone
    from added u, (
      select a.xmin as x, a.cmin as c from (select event_number, line from added limit 1) f
      cross join lateral (
        select xmin, cmin from books.retainage where org_id = org and event_number = f.event_number and line = f.line offset 0) a
      offset 0) w;
  if alone then
    raise exception 'retainage apart from its event' using errcode = 'OA005';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Journal lines are written by the statement that posts their event, which balances them (I17).
CREATE FUNCTION books.journal_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  alone boolean;
begin
  select bool_or(
      (select e.xmin = w.x and e.cmin = w.c from books.events e where e.org_id = p.org_id and e.number = p.event_number) is not true)
    into alone
    from (select distinct org_id, event_number from posted) p, (
      select l.xmin as x, l.cmin as c from (select org_id, event_number, line from posted limit 1) f
      cross join lateral (
        select xmin, cmin from books.journal_lines
        where org_id = f.org_id and event_number = f.event_number and line = f.line offset 0) l offset 0) w;
  if alone then
    raise exception 'journal lines apart from their event' using errcode = 'OA004';
  end if;
  return null;
end $$;
--> statement-breakpoint
DROP TRIGGER journal_lines_balance ON books.journal_lines;
--> statement-breakpoint
CREATE TRIGGER journal_lines_added AFTER INSERT ON books.journal_lines
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.journal_added();
--> statement-breakpoint
DROP FUNCTION books.journal_balances();
--> statement-breakpoint
DROP FUNCTION books.must_add_up(uuid, bigint[]);
--> statement-breakpoint
REVOKE ALL ON FUNCTION books.allocations_added(), books.reductions_added(), books.journal_added() FROM PUBLIC;
