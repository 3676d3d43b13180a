-- A full stretch of an account's chain is added up by day as its last event is posted, once in 1024 events; the WHEN
-- keeps every other posting from paying for it. The database alone writes these sums: the app may only read them.
CREATE OR REPLACE FUNCTION books.sum_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
begin
  insert into books.day_sums (org_id, account_id, stretch, on_day, amount, recorded_at)
  select new.org_id, new.account_id, new.seq / 1024, e.effective_on, sum(e.amount), new.recorded_at
  from books.events e
  where e.org_id = new.org_id and e.account_id = new.account_id and e.seq > new.seq - 1024 and e.seq <= new.seq
  group by e.effective_on;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.sum_days FROM PUBLIC;

CREATE OR REPLACE TRIGGER events_summed AFTER INSERT ON books.events
  FOR EACH ROW WHEN (new.seq % 1024 = 0) EXECUTE FUNCTION books.sum_days();
