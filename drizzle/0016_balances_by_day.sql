CREATE TABLE "books"."day_sums" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"stretch" bigint NOT NULL,
	"on_day" date NOT NULL,
	"amount" bigint NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "day_sums_key" PRIMARY KEY("org_id","account_id","stretch","on_day")
);
--> statement-breakpoint
ALTER TABLE "books"."day_sums" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."day_sums" ADD CONSTRAINT "day_sums_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."day_sums" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
-- A full stretch of an account's chain is added up by day as its last event is posted, once in 1024 events; the WHEN
-- keeps every other posting from paying for it. The database alone writes these sums: the app may only read them.
CREATE FUNCTION books.sum_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
begin
  insert into books.day_sums (org_id, account_id, stretch, on_day, amount, recorded_at)
  select new.org_id, new.account_id, new.seq / 1024, e.effective_on, sum(e.amount), new.recorded_at
  from books.events e
  where e.org_id = new.org_id and e.account_id = new.account_id and e.seq > new.seq - 1024 and e.seq <= new.seq
  group by e.effective_on;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER events_summed AFTER INSERT ON books.events
  FOR EACH ROW WHEN (new.seq % 1024 = 0) EXECUTE FUNCTION books.sum_days();
--> statement-breakpoint
REVOKE ALL ON FUNCTION books.sum_days() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER day_sums_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON books.day_sums
  FOR EACH STATEMENT EXECUTE FUNCTION books.facts_stay();
--> statement-breakpoint
GRANT SELECT ON books.day_sums TO onaccount_app, onaccount_backup;
--> statement-breakpoint
INSERT INTO books.day_sums (org_id, account_id, stretch, on_day, amount, recorded_at)
SELECT d.org_id, d.account_id, d.stretch, d.on_day, d.amount, e.recorded_at
FROM (
  SELECT org_id, account_id, (seq - 1) / 1024 + 1 AS stretch, effective_on AS on_day, sum(amount) AS amount
  FROM books.events GROUP BY 1, 2, 3, 4) d
JOIN books.events e ON e.org_id = d.org_id AND e.account_id = d.account_id AND e.seq = d.stretch * 1024;
--> statement-breakpoint
-- The planner is told of the new table what 0006_speed.sql told it of the others.
DO $$
begin
  alter table books.day_sums alter column org_id set statistics 0;
  if current_setting('server_version_num')::int >= 180000 then
    perform pg_restore_attribute_stats('schemaname', 'books', 'relname', 'day_sums', 'attname', column_name,
      'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real)
    from unnest(array['org_id', 'account_id']) as column_name;
  end if;
end $$;
