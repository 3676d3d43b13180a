-- Takes who applied, what they wrote and what they sent out of applications that were declined a year ago; that somebody
-- applied, for how much, and what was answered when and by whom stays. An earlier yes whose limit was not given had named them
-- in a request for that limit: its words go, too; a customer that it made stays, and goes by forget_customer. A file that hangs on something else, too, stays there. As
-- the tables' owner, since nobody else may take anything out; so it names the tenant itself. Answers with how many.
CREATE OR REPLACE FUNCTION books.forget_applications() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
  over constant uuid[] := array(
    select id from books.credit_applications
    where org_id = org and state = 'declined' and forgotten_at is null
      and decided_at < clock_timestamp() - interval '12 months'
    for update);
  files bytea[];
begin
  with gone as (delete from books.attachments where org_id = org and application_id = any (over) returning hash)
  select array_agg(distinct hash) into files from gone;
  delete from books.attachment_files f
    where f.org_id = org and f.hash = any (files)
      and not exists (select from books.attachments a where a.org_id = org and a.hash = f.hash);
  update books.limit_requests r set reason = '', answer = ''
    from books.credit_applications a
    where a.org_id = org and a.id = any (over) and r.org_id = org and r.state in ('declined', 'withdrawn')
      and r.recorded_at between a.recorded_at and a.decided_at
      and starts_with(r.reason, concat('Application of ', a.business, ':'));
  update books.credit_applications
    set business = '', contact = '', email = '', phone = '', address = '', tax_number = '', named = '[]', reason = '', told = '',
      forgotten_at = clock_timestamp()
    where org_id = org and id = any (over);
  return cardinality(over);
end $$;

REVOKE ALL ON FUNCTION books.forget_applications FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.forget_applications TO onaccount_app;
