-- Takes out what phones were asked to sign, an hour after it was over: what was signed and used is kept with its charge. As the
-- table's owner, since nobody else may take anything out; so it names the tenant itself.
CREATE OR REPLACE FUNCTION books.clear_signature_requests() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
declare
  cleared bigint;
begin
  delete from books.signature_requests
    where org_id = books.current_org_id() and expires_at < clock_timestamp() - interval '1 hour';
  get diagnostics cleared = row_count;
  return cleared;
end $$;

REVOKE ALL ON FUNCTION books.clear_signature_requests FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.clear_signature_requests TO onaccount_app;
