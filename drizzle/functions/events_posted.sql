-- An event is what its rows and its journal add up to (I3, I17), its account follows it (I2), its month is open (I13, read
-- under a share lock, so that closing waits or is waited for), a house charge stays within the limit or within what was
-- approved (I8), and nothing is reversed before its day (I10).
--
-- What a trigger sees of its statement is taken from its transition tables and not read again; each invariant is looked at
-- once per statement, by the trigger of the row that it is about; and what hangs on an event (items, credits, uses,
-- retainage, journal lines) has to be written by the statement that writes the event, so that nothing can be added to it
-- later. Which statement wrote a row stands in the row: its transaction (xmin) and the number of the command within it
-- (cmin) are those of no other statement. Each row is asked for by its key: a lateral "offset 0" or a scalar sub-select
-- can't be turned into a join that reads all of a business, whatever the planner believes.
--
-- The journal names the revenue accounts of its lines. An account of the business's own plays the part of revenue when it
-- is of that kind, and no part in any event when it isn't; an invoice and a credit memo move nothing beside the customer,
-- revenue and tax. What was open before the books start is dated before them, and so is its
-- reversal; nothing else is. Credit that is set aside widens what a customer can charge where the business says so, as usedOfLimit
-- does (domain/ledger/account.ts); what was reserved counts until it expires, and what has been due for too long holds an
-- account where the business says so (owed_since); a child without a limit of its own charges on its parent's (limit_used). Goods that were
-- brought back to the account are credited once, so their charge isn't reversed over that credit; a return that was given back in money in part isn't reversed by half; and an invoice isn't voided over a
-- credit memo that credits lines of it.
CREATE OR REPLACE FUNCTION books.events_posted() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid;
  months date[];
  last_on date;
  gated boolean;
  overriding boolean;
  reversing boolean;
  unsigned boolean;
  closed date;
  early boolean;
  lagging boolean;
  wrong boolean;
  unbalanced boolean;
  astray boolean;
  counting boolean;
  aging integer;
begin
  select (array_agg(e.org_id))[1], array_agg(distinct e.period), max(e.effective_on), bool_or(e.gated and e.override_id is null),
      bool_or(e.override_id is not null), bool_or(e.reverses is not null),
      bool_or(e.gated and e.signature_digest is null and e.label = 'House charge' and e.actor like 'user:%')
    into org, months, last_on, gated, overriding, reversing, unsigned
    from posted e;
  if org is null then
    return null;
  end if;
  select min(p.month) filter (where p.status <> 'open') into closed
    from (select month, status from books.periods where org_id = org and month = any (months) order by month for share) p;
  if closed is not null then
    raise exception 'the period % is closed', to_char(closed, 'YYYY-MM') using errcode = 'OA003';
  end if;
  select bool_or(e.kind <> 'opening' and e.reverses is null and e.effective_on < (select start_on from books.settings where org_id = org)),
      bool_or(e.latest is distinct from t.last_seq),
      bool_or(e.open_items <> t.item - t.applied - r.items or e.open_credit <> t.credit - t.applied - r.credits or e.retained <> t.held),
      bool_or(j.amount <> 0 or j.receivable <> e.open_items or j.credit <> - e.open_credit or j.held <> e.retained),
      bool_or(j.elsewhere or j.beside and e.kind in ('invoice', 'credit-memo'))
    into early, lagging, wrong, unbalanced, astray
    from (
      select number, kind, reverses, effective_on, account_id, open_items, open_credit, retained, max(seq) over (partition by account_id) as latest
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
          select coalesce(role, case when bank then 'bank' when kind = 'revenue' then 'revenue' else coalesce((
            select 'sales-tax' from books.tax_agencies a where a.org_id = org and a.chart_code = h.code), '') end)
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
  if unsigned and exists (select from books.settings where org_id = org and charge_proof = 'signature') then
    raise exception 'a house charge that nobody signed' using errcode = 'OA070';
  end if;
  if gated then
    select count_earmarked, hold_after_days into counting, aging from books.settings where org_id = org;
    if exists (
      select from (select distinct account_id from posted where posted.gated and override_id is null) e
      join books.accounts a on a.org_id = org and a.id = e.account_id
      where a.status <> 'good' or not a.charging_allowed or not a.unlimited and coalesce(
        a.open_items - (a.open_credit - case when counting then 0 else a.earmarked end)
          + case when a.reserved > 0 then a.reserved - books.lapsed(org, a.id) else 0 end > greatest(a.limit_cents,
          case when a.temporary_until >= last_on then a.temporary_limit_cents end), a.limit_of is null or a.limit_of = a.id)
        or aging is not null and not a.hold_exempt and books.owed_since(org, a.id, last_on - aging)
    ) then
      raise exception 'a charge above the credit limit' using errcode = 'OA010';
    end if;
  end if;
  if overriding then
    if exists (
      select from posted e where e.override_id is not null and not exists (
        select from books.overrides o
        left join books.override_requests q on q.org_id = o.org_id and q.id = o.request_id
        where o.org_id = org and o.id = e.override_id and o.amount >= e.amount and o.expires_at > e.recorded_at
          and (q.id is null or q.job_id is not distinct from (select i.job_id from books.items i where i.org_id = org and i.id = e.number)
            and (q.cause = 'hold' or (select a.status from books.accounts a where a.org_id = org and a.id = e.account_id) <> 'hold')))
    ) then
      raise exception 'a charge above what was approved' using errcode = 'OA010';
    end if;
    if exists (
      select from posted e join books.accounts a on a.org_id = org and a.id = e.account_id
      where e.override_id is not null and a.status not in ('good', 'hold')
    ) then
      raise exception 'an override of an account that is closed or charged off' using errcode = 'OA011';
    end if;
  end if;
  if reversing then
    if exists (
      select from posted r
      where r.effective_on < (select e.effective_on from books.events e where e.org_id = org and e.number = r.reverses)
    ) then
      raise exception 'an event is reversed before its day' using errcode = 'OA009';
    end if;
    if exists (
      select from posted r
      join books.invoices i on i.org_id = org and i.event_number = r.reverses
      join books.receipts b on b.org_id = org and b.return_of = i.receipt_id
      join books.credit_memos m on m.org_id = org and m.receipt_id = b.id
      where not exists (select from books.events v where v.org_id = org and v.reverses = m.event_number)
    ) then
      raise exception 'a charge is reversed over the credit of a return' using errcode = 'OA013';
    end if;
    if exists (
      select from posted r
      join books.invoices i on i.org_id = org and i.event_number = r.reverses
      join books.credit_memos m on m.org_id = org and m.invoice_id = i.id
      where not exists (select from books.events v where v.org_id = org and v.reverses = m.event_number)
    ) then
      raise exception 'an invoice is voided over its credit memo' using errcode = 'OA031';
    end if;
    if exists (
      select from posted r
      join books.credit_memos m on m.org_id = org and m.event_number = r.reverses
      join books.receipts b on b.org_id = org and b.id = m.receipt_id
      where b.money > 0
    ) then
      raise exception 'a return is reversed of which money was given back' using errcode = 'OA014';
    end if;
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.events_posted FROM PUBLIC;

CREATE OR REPLACE TRIGGER events_posted AFTER INSERT ON books.events
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.events_posted();
