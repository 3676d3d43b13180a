-- Whose limit counts for the accounts of a customer and of its children: the parent's where it shares its own, and none
-- other than their own where it doesn't. Asked whenever one of the two changes (family_changed). The accounts of all who
-- take part are held meanwhile, the parent's among them, so that sharing a limit and joining a family wait for each other.
CREATE OR REPLACE FUNCTION books.share_limits(org uuid, customer uuid) RETURNS void LANGUAGE plpgsql AS $$
begin
  perform from books.accounts a
    where a.org_id = org and a.customer_id in (
      select c.id from books.customers c where c.org_id = org and (c.id = customer or c.parent_id = customer)
      union all select c.parent_id from books.customers c where c.org_id = org and c.id = customer)
    order by a.id for no key update;
  -- Statements of their own: they see what was committed while the accounts were waited for.
  insert into books.shared_limits (org_id, account_id)
    select a.org_id, a.id from books.accounts a
    where a.org_id = org and a.customer_id = customer and a.shares_limit
    on conflict do nothing;
  update books.accounts a set limit_of = f.limit_of
    from (
      select m.org_id, m.id, (
        select p.id from books.accounts p
        where p.org_id = m.org_id and p.customer_id = coalesce(c.parent_id, c.id) and p.currency = m.currency and p.shares_limit)
        as limit_of
      from books.customers c join books.accounts m on m.org_id = c.org_id and m.customer_id = c.id
      where c.org_id = org and (c.id = customer or c.parent_id = customer)) f
    where a.org_id = f.org_id and a.id = f.id and a.limit_of is distinct from f.limit_of;
end $$;

REVOKE ALL ON FUNCTION books.share_limits FROM PUBLIC;
