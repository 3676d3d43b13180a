-- What an account's reserved (accounts.reserved) still holds of reservations whose time is over: nobody has to end them for
-- their room to be back. Asked where something is reserved at all, after the account's lock; one that makes a new
-- reservation ends them, so that there are few. The clock is the statement's, the database's own.
CREATE OR REPLACE FUNCTION books.lapsed(org uuid, account uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  select coalesce(sum(r.amount), 0)::bigint from books.reservations r
  where r.org_id = org and r.account_id = account and r.ended_at is null and r.expires_at <= statement_timestamp()
$$;

REVOKE ALL ON FUNCTION books.lapsed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.lapsed TO onaccount_app;
