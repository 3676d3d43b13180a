-- What is reserved for charges on a job and hasn't expired: it counts against the job's own limit. Asked after the job's
-- lock, under which every reservation on it is made.
CREATE OR REPLACE FUNCTION books.reserved_on_job(org uuid, job uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  select coalesce(sum(r.amount), 0)::bigint from books.reservations r
  where r.org_id = org and r.job_id = job and r.ended_at is null and r.expires_at > statement_timestamp()
$$;

REVOKE ALL ON FUNCTION books.reserved_on_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.reserved_on_job TO onaccount_app;
