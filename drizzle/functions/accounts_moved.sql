-- An account's head never goes back (I2), its figures move only with events, by what the events say (I3); what is set aside
-- is the sum of its live earmarks (I6). And nobody owes or has credit out of sight: whose account gets its first figure is
-- no longer archived, by the statement that gives it, and the history of the profile says so. Who was merged into another
-- stays away. What customers owe, have open or hold back, of one account and of all of a business in one currency, stays below
-- 2^50, so that every sum of it can be said; it is added up where an account of more than 2^34 grows, which few do: 65,000
-- lesser ones have room beside what was added up.
CREATE OR REPLACE FUNCTION books.accounts_moved() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  back boolean;
  otherwise boolean;
  unlike boolean;
  org uuid;
  woken uuid[];
  large text[];
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
        where k.org_id = n.org_id and k.account_id = n.id and k.released_at is null)),
      (array_agg(n.org_id))[1],
      array_agg(n.customer_id) filter (where (n.open_items, n.open_credit, n.retained, n.reserved) <> (0, 0, 0, 0)
        and ((o.open_items, o.open_credit, o.retained, o.reserved) = (0, 0, 0, 0) or n.customer_id <> o.customer_id)),
      array_agg(n.currency) filter (where n.open_items > greatest(o.open_items, 17179869184)
        or n.open_credit > greatest(o.open_credit, 17179869184) or n.retained > greatest(o.retained, 17179869184))
    into back, otherwise, unlike, org, woken, large
    from moved n join stood o on o.org_id = n.org_id and o.id = n.id;
  if back then
    raise exception 'an account went back behind its events' using errcode = 'OA006';
  elsif otherwise then
    raise exception 'an account moved otherwise than its events' using errcode = 'OA006';
  elsif unlike then
    raise exception 'earmarked is not the sum of the earmarks' using errcode = 'OA005';
  end if;
  if large is not null then
    if exists (
      select from books.accounts a where a.org_id = org and a.currency = any (large) group by a.currency
      having greatest(sum(a.open_items), sum(a.open_credit), sum(a.retained)) >= 1125899906842624
    ) then
      raise exception 'more than can be added up' using errcode = 'OA016';
    end if;
  end if;
  if woken is not null then
    with back as (
      update books.customers c set archived_at = null, version = version + 1
      where c.org_id = org and c.id = any (woken) and c.archived_at is not null and c.merged_into is null
      returning c.id)
    insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
    select b.id, 'Archived', 'yes', 'no', 'Onaccount', (
      select e.command_id from books.accounts a join books.events e on e.org_id = org and e.account_id = a.id and e.seq = a.last_seq
      where a.org_id = org and a.customer_id = b.id order by e.recorded_at desc limit 1)
    from back b;
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.accounts_moved FROM PUBLIC;

CREATE OR REPLACE TRIGGER accounts_moved AFTER UPDATE ON books.accounts
  REFERENCING OLD TABLE AS stood NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION books.accounts_moved();
