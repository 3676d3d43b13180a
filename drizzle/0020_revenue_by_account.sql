-- The journal of an event names the revenue accounts of its lines. An account of the business's own plays the part of
-- revenue when it is of that kind, and no part in any event when it isn't; an invoice and a credit memo move nothing beside
-- the customer, revenue and tax. Seen by the look at the journal that there is. And when a reversal is posted: goods that
-- were brought back to the account are credited once, so their charge isn't taken back over that credit; and a return that
-- was given back in money in part isn't taken back by half.
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
  astray boolean;
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
      bool_or(j.amount <> 0 or j.receivable <> e.open_items or j.credit <> - e.open_credit or j.held <> e.retained),
      bool_or(j.elsewhere or j.beside and e.kind in ('invoice', 'credit-memo'))
    into early, lagging, wrong, unbalanced, astray
    from (
      select number, kind, effective_on, account_id, open_items, open_credit, retained, max(seq) over (partition by account_id) as latest
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
        coalesce(sum(l.amount) filter (where l.role = 'retainage-receivable'), 0) as held, bool_or(l.role = '') as elsewhere,
        bool_or(l.role not in ('receivable', 'customer-credit', 'retainage-receivable', 'revenue', 'sales-tax')) as beside
      from (
        select k.amount, (
          select coalesce(role, case kind when 'revenue' then 'revenue' else '' end)
          from books.chart h where h.org_id = org and h.code = k.chart_code) as role
        from books.journal_lines k where k.org_id = org and k.event_number = e.number offset 0) l) j;
  if early then
    raise exception 'a day before the books start' using errcode = 'OA008';
  elsif lagging then
    raise exception 'an account lags behind its events' using errcode = 'OA006';
  elsif wrong then
    raise exception 'an event is not the sum of its rows' using errcode = 'OA005';
  elsif unbalanced then
    raise exception 'an event does not balance' using errcode = 'OA004';
  elsif astray then
    raise exception 'revenue on an account that is none' using errcode = 'OA004';
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
    if exists (
      select from posted r
      join books.invoices i on i.org_id = org and i.event_number = r.reverses
      join books.receipts b on b.org_id = org and b.return_of = i.receipt_id
      join books.credit_memos m on m.org_id = org and m.receipt_id = b.id
      where not exists (select from books.events v where v.org_id = org and v.reverses = m.event_number)
    ) then
      raise exception 'a charge is taken back over the credit of a return' using errcode = 'OA013';
    end if;
    if exists (
      select from posted r
      join books.credit_memos m on m.org_id = org and m.event_number = r.reverses
      join books.receipts b on b.org_id = org and b.id = m.receipt_id
      where b.money > 0
    ) then
      raise exception 'a return is taken back of which money was given back' using errcode = 'OA014';
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
-- No more comes back of a line than was sold; a return whose credit memo was reversed brought nothing back. Nothing is
-- credited of what a charge paid for that was taken back.
CREATE OR REPLACE FUNCTION books.returns_within() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, return_of, returned_line from written where return_of is not null) w
    join books.receipt_lines s on s.org_id = w.org_id and s.receipt_id = w.return_of and s.line = w.returned_line
    cross join lateral (
      select sum(b.quantity) as quantity, sum(b.total) as total, sum(b.tax) as tax from books.receipt_lines b
      where b.org_id = w.org_id and b.return_of = w.return_of and b.returned_line = w.returned_line and not exists (
        select from books.credit_memos m join books.events v on v.org_id = m.org_id and v.reverses = m.event_number
        where m.org_id = b.org_id and m.receipt_id = b.receipt_id) offset 0) b
    where b.quantity > s.quantity or b.total > s.total or b.tax > s.tax
  ) then
    raise exception 'more comes back than was sold' using errcode = 'OA012';
  end if;
  if exists (
    select from (select distinct org_id, receipt_id, return_of from written where return_of is not null) w
    join books.receipts r on r.org_id = w.org_id and r.id = w.receipt_id and r.house_charge > 0
    join books.invoices i on i.org_id = w.org_id and i.receipt_id = w.return_of
    join books.events v on v.org_id = w.org_id and v.reverses = i.event_number
  ) then
    raise exception 'a credit of what a charge paid for that was taken back' using errcode = 'OA015';
  end if;
  return null;
end $$;
