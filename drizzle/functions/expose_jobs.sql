-- What a job has open is the sum of its open items, and nobody else writes it: it is added up anew, under the job's lock,
-- whenever one of them is made or used, so that it can't drift. Items are made and used under their account's lock, so jobs
-- are always locked after accounts. A new invoice on a job is its own customer's (I22); a house charge finds room within the
-- job's limit, beside what is reserved on it, or was approved (I8). Asked only for items of jobs (items_changed): every other posting pays nothing for it.
CREATE OR REPLACE FUNCTION books.expose_jobs(ids bigint[], made boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
  touched uuid[];
begin
  touched := array(
    select j.id from books.jobs j
    where j.org_id = org and j.id in (select i.job_id from books.items i where i.org_id = org and i.id = any (ids))
    order by j.id for no key update);
  -- A statement of its own: it sees what was committed while the jobs were waited for.
  update books.jobs j set exposure = (
      select coalesce(sum(i.amount - i.applied - i.reversed), 0) from books.items i
      where i.org_id = org and i.job_id = j.id and i.amount - i.applied - i.reversed > 0)
    where j.org_id = org and j.id = any (touched);
  if not made then
    return;
  end if;
  if exists (
    select from books.items i
    join books.jobs j on j.org_id = org and j.id = i.job_id
    join books.accounts a on a.org_id = org and a.id = i.account_id
    where i.org_id = org and i.id = any (ids) and i.kind = 'invoice'
      and books.survivor(j.customer_id) is distinct from books.survivor(a.customer_id)
  ) then
    raise exception 'a debt on the job of another customer' using errcode = 'OA017';
  elsif exists (
    select from books.items i
    join books.events e on e.org_id = org and e.number = i.id
    join books.jobs j on j.org_id = org and j.id = i.job_id
    where i.org_id = org and i.id = any (ids) and e.gated and e.override_id is null
      and j.exposure + books.reserved_on_job(org, j.id) > j.limit_cents
  ) then
    raise exception 'a charge above the limit of its job' using errcode = 'OA018';
  end if;
end $$;

REVOKE ALL ON FUNCTION books.expose_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.expose_jobs TO onaccount_app;
