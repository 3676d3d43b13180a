-- Credit that is set aside widens what a customer can charge where the business says so: the guard asks its settings, as
-- usedOfLimit does (domain/account.ts). Read only when something is gated.
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
  counting boolean;
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
    counting := (select count_earmarked from books.settings where org_id = org);
    if exists (
      select from (select distinct account_id from posted where posted.gated and override_id is null) e
      join books.accounts a on a.org_id = org and a.id = e.account_id
      where a.status <> 'good' or not a.charging_allowed or a.held_for_age or not a.unlimited and coalesce(
        a.open_items - (a.open_credit - case when counting then 0 else a.earmarked end) + a.reserved > greatest(a.limit_cents,
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
