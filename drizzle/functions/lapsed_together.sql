-- The same of all accounts that share a limit: what its reserved still holds of reservations whose time is over. Who asks
-- after the shared limit's lock can't miss one: whoever makes or ends a reservation of the family takes that lock, too.
CREATE OR REPLACE FUNCTION books.lapsed_together(org uuid, head uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  select coalesce(sum(books.lapsed(org, a.id)), 0)::bigint from books.accounts a
  where a.org_id = org and a.limit_of = head and a.reserved > 0
$$;

REVOKE ALL ON FUNCTION books.lapsed_together FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.lapsed_together TO onaccount_app;
