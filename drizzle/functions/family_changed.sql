-- Whoever gets another parent, shares a limit or no longer does, opens an account or takes one over by a merge: the limits
-- that count for its accounts follow at once (share_limits).
CREATE OR REPLACE FUNCTION books.family_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
begin
  if tg_table_name = 'customers' then
    perform books.share_limits(new.org_id, new.id);
  elsif tg_op = 'UPDATE' then
    perform books.share_limits(new.org_id, new.customer_id);
    if new.customer_id <> old.customer_id then
      perform books.share_limits(old.org_id, old.customer_id);
    end if;
  elsif exists (
    select from books.customers c where c.org_id = new.org_id and c.id = new.customer_id and c.parent_id is not null
  ) then
    perform books.share_limits(new.org_id, new.customer_id);
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.family_changed FROM PUBLIC;

CREATE OR REPLACE TRIGGER customers_regrouped AFTER UPDATE OF parent_id ON books.customers
  FOR EACH ROW WHEN (old.parent_id IS DISTINCT FROM new.parent_id) EXECUTE FUNCTION books.family_changed();

CREATE OR REPLACE TRIGGER accounts_opened AFTER INSERT ON books.accounts
  FOR EACH ROW EXECUTE FUNCTION books.family_changed();

CREATE OR REPLACE TRIGGER accounts_regrouped AFTER UPDATE OF shares_limit, customer_id ON books.accounts
  FOR EACH ROW WHEN ((old.shares_limit, old.customer_id) IS DISTINCT FROM (new.shares_limit, new.customer_id))
  EXECUTE FUNCTION books.family_changed();
