-- Every customer in whom all the words stand, for a list that counts and adds up; where only archived ones are, also who
-- is meant by them.
CREATE OR REPLACE FUNCTION books.matching_customers(said text) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
declare
  org constant uuid := books.current_org_id();
  patterns constant text[] := books.search_patterns(said);
begin
  return query
  select c.id from books.customers c where c.org_id = org
    and c.search like coalesce(patterns[1], '%') and c.search like coalesce(patterns[2], '%')
    and c.search like coalesce(patterns[3], '%') and c.search like all (patterns);
  perform from books.customers c where c.org_id = org and c.archived_at is null and c.merged_into is null
    and c.search like coalesce(patterns[1], '%') and c.search like coalesce(patterns[2], '%')
    and c.search like coalesce(patterns[3], '%') and c.search like all (patterns) limit 1;
  if not found then
    return query select f.customer_id from books.find_customers(said, 50) f;
  end if;
end $$;

REVOKE ALL ON FUNCTION books.matching_customers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.matching_customers TO onaccount_app;
