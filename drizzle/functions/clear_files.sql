-- Takes out files that were sent and never brought in: those that were discarded an hour ago, when nobody reads them any
-- more, and those that lay for ninety days. A file of an import stays for good, also of one that was undone. As the tables'
-- owner, since nobody else may take anything out; so it names the tenant itself. Answers with how many went.
CREATE OR REPLACE FUNCTION books.clear_files() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
  over constant uuid[] := array(
    select f.id from books.import_files f
    where f.org_id = org and f.state not in ('importing', 'undoing')
      and (f.discarded_at < clock_timestamp() - interval '1 hour' or f.uploaded_at < clock_timestamp() - interval '90 days')
      and not exists (select from books.imports i where i.org_id = org and i.file_id = f.id)
    for update of f);
begin
  with part as (delete from books.import_parts where org_id = org and file_id = any (over))
  delete from books.import_files where org_id = org and id = any (over);
  return cardinality(over);
end $$;

REVOKE ALL ON FUNCTION books.clear_files FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.clear_files TO onaccount_app;
