-- What an account uses of a shared limit follows its figures, and a house charge on any of its accounts finds room within it,
-- or was approved (I8). The row of the shared limit is locked here, after every account and job, and whoever waited for it is
-- judged by what was committed meanwhile: the question is a statement of its own (over_shared_limit). An account without one
-- pays nothing: its row doesn't meet the condition.
CREATE OR REPLACE FUNCTION books.limit_used() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
declare
  joins constant boolean := old.limit_of is distinct from new.limit_of;
  charged_on date;
begin
  if joins and old.limit_of is not null then
    update books.shared_limits f set net = f.net - old.net, earmarked = f.earmarked - old.earmarked,
        reserved = f.reserved - old.reserved
      where f.org_id = old.org_id and f.account_id = old.limit_of;
  end if;
  if new.limit_of is null then
    return null;
  end if;
  update books.shared_limits f set
      net = f.net + new.net - case when joins then 0 else old.net end,
      earmarked = f.earmarked + new.earmarked - case when joins then 0 else old.earmarked end,
      reserved = f.reserved + new.reserved - case when joins then 0 else old.reserved end
    where f.org_id = new.org_id and f.account_id = new.limit_of;
  select max(e.effective_on) into charged_on from books.events e
    where e.org_id = new.org_id and e.account_id = new.id and e.seq > coalesce(old.last_seq, 0) and e.seq <= new.last_seq
      and e.gated and e.override_id is null;
  if charged_on is null then
    return null;
  end if;
  if books.over_shared_limit(new.org_id, new.limit_of, charged_on) then
    raise exception 'a charge above the shared limit' using errcode = 'OA021';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.limit_used FROM PUBLIC;

CREATE OR REPLACE TRIGGER limit_used AFTER UPDATE ON books.accounts
  FOR EACH ROW WHEN ((old.limit_of IS NOT NULL OR new.limit_of IS NOT NULL)
    AND (old.limit_of, old.net, old.earmarked, old.reserved)
      IS DISTINCT FROM (new.limit_of, new.net, new.earmarked, new.reserved))
  EXECUTE FUNCTION books.limit_used();
