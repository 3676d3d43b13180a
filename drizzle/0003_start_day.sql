ALTER TABLE "books"."settings" ADD COLUMN "start_on" date DEFAULT '2000-01-01' NOT NULL;--> statement-breakpoint
-- The books take nothing from before their first day (OA008), and nothing into a closed month (OA003, I13).
CREATE OR REPLACE FUNCTION books.refuse_closed_period() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  p record;
begin
  if exists (select from posted e join books.settings s on s.org_id = e.org_id where e.effective_on < s.start_on) then
    raise exception 'a day before the books start' using errcode = 'OA008';
  end if;
  for p in
    select month, status from books.periods
    where org_id = (select org_id from posted limit 1) and month in (select period from posted)
    order by month for share
  loop
    if p.status <> 'open' then
      raise exception 'the period % is closed', to_char(p.month, 'YYYY-MM') using errcode = 'OA003';
    end if;
  end loop;
  return null;
end $$;
