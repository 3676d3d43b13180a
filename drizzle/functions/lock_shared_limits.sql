-- Holds the shared limits of these accounts, in the one order: for whoever posts on several accounts at once, after their
-- accounts are locked.
CREATE OR REPLACE FUNCTION books.lock_shared_limits(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
begin
  perform from books.shared_limits f
    where f.org_id = org and f.account_id in (
      select a.limit_of from books.accounts a where a.org_id = org and a.id = any (ids))
    order by f.account_id for no key update;
end $$;

REVOKE ALL ON FUNCTION books.lock_shared_limits FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.lock_shared_limits TO onaccount_app;
