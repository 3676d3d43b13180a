-- Takes out what was sent to webhooks and taken a month ago: the events stay, and can be sent again. As the tables' owner,
-- since nobody else may take anything out; so it names the tenant itself. Answers with how many went.
CREATE OR REPLACE FUNCTION books.clear_deliveries() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
  cleared bigint;
begin
  delete from books.webhook_deliveries d
    where d.org_id = org and d.endpoint_id in (select p.id from books.webhook_endpoints p where p.org_id = org)
      and d.last_at < clock_timestamp() - interval '30 days' and d.taken_at is not null and d.again_asked_at is null;
  get diagnostics cleared = row_count;
  return cleared;
end $$;

REVOKE ALL ON FUNCTION books.clear_deliveries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.clear_deliveries TO onaccount_app;
