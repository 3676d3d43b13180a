-- Closes a business for an owner, or opens it again within 30 days. The app may set the moment in no other way, so that
-- nothing that goes wrong in it can shorten the time in which an owner may think again.
CREATE OR REPLACE FUNCTION books.close_business(business uuid, person uuid, closes boolean) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  with changed as (
    update directory.orgs set closed_at = case when closes then now() end
    where id = business and (closed_at is null) = closes and (closed_at is null or closed_at > now() - interval '30 days')
      and exists (select from directory.memberships m join directory.users u on u.id = m.user_id
        where m.org_id = business and m.user_id = person and m.role = 'owner' and u.disabled_at is null)
    returning 1)
  select exists (select from changed);
$$;

REVOKE ALL ON FUNCTION books.close_business FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.close_business TO onaccount_app;
