-- Takes a business out for good that an owner closed 30 days ago, as src/db/remove-businesses.ts does for an operator: for
-- this one transaction the guards of the books' tables stand aside, while every key still holds, so that nothing of another
-- business can go along. Any other business stays, whoever asks.
CREATE OR REPLACE FUNCTION books.remove_closed_business(business uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '60s' AS $$
declare
  guarded text[];
  gone text;
begin
  perform from directory.orgs where id = business and closed_at <= now() - interval '30 days' for update;
  if not found then
    return false;
  end if;
  select array_agg(format('%I.%I', n.nspname, c.relname) order by c.relname)
      filter (where exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)),
    string_agg(format('t%s as (delete from %I.%I where org_id = $1)', c.oid, n.nspname, c.relname), ', ')
    into guarded, gone
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'books' and c.relkind in ('r', 'p') and not c.relispartition;
  for i in 1 .. cardinality(guarded) loop
    execute format('alter table %s disable trigger user', guarded[i]);
  end loop;
  -- One statement, so that the keys between the tables are looked at when all of it is gone.
  execute format('with %s select', gone) using business;
  set constraints all immediate;
  for i in 1 .. cardinality(guarded) loop
    execute format('alter table %s enable trigger user', guarded[i]);
  end loop;
  delete from pgboss.job where data->>'tenant' = business::text;
  delete from directory.orgs where id = business;
  return true;
end $$;

REVOKE ALL ON FUNCTION books.remove_closed_business FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.remove_closed_business TO onaccount_app;
