-- An override lets one charge through: of its own account, once, before it ends, and for no more than was approved
-- (I8). And no event is taken back before its own day (I10).

ALTER TABLE "books"."events" DROP CONSTRAINT "events_override";
--> statement-breakpoint
ALTER TABLE "books"."overrides" ADD CONSTRAINT "overrides_of_account" UNIQUE("org_id","account_id","id");
--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_override" FOREIGN KEY ("org_id","account_id","override_id") REFERENCES "books"."overrides"("org_id","account_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "events_override_once" ON "books"."events" USING btree ("org_id","override_id") WHERE override_id is not null;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books.events_posted() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from posted limit 1);
  p record;
begin
  if org is null then
    return null;
  end if;
  if (select min(effective_on) from posted) < (select start_on from books.settings where org_id = org) then
    raise exception 'a day before the books start' using errcode = 'OA008';
  end if;
  for p in
    select month, status from books.periods
    where org_id = org and month = any (array(select distinct period from posted)) order by month for share
  loop
    if p.status <> 'open' then
      raise exception 'the period % is closed', to_char(p.month, 'YYYY-MM') using errcode = 'OA003';
    end if;
  end loop;
  if exists (
    select from (select account_id, max(seq) as seq, bool_or(gated and override_id is null) as gated, max(effective_on) as latest
      from posted group by account_id) e
    join books.accounts a on a.org_id = org and a.id = e.account_id
    where a.last_seq is distinct from e.seq
  ) then
    raise exception 'an account lags behind its events' using errcode = 'OA006';
  end if;
  if exists (
    select from (select distinct account_id from posted where gated and override_id is null) e
    join books.accounts a on a.org_id = org and a.id = e.account_id
    where a.status <> 'good' or not a.charging_allowed or a.held_for_age or not a.unlimited and coalesce(
      a.open_items - (a.open_credit - a.earmarked) + a.reserved > greatest(a.limit_cents,
        case when a.temporary_until >= (select max(effective_on) from posted) then a.temporary_limit_cents end), true)
  ) then
    raise exception 'a charge above the credit limit' using errcode = 'OA010';
  end if;
  if exists (
    select from posted e where e.override_id is not null and not exists (
      select from books.overrides o where o.org_id = org and o.id = e.override_id
        and o.amount >= e.amount and o.expires_at > e.recorded_at)
  ) then
    raise exception 'a charge above what was approved' using errcode = 'OA010';
  end if;
  if exists (
    select from posted r join books.events e on e.org_id = org and e.number = r.reverses
    where r.effective_on < e.effective_on
  ) then
    raise exception 'an event is taken back before its day' using errcode = 'OA009';
  end if;
  perform books.must_add_up(org, array(select number from posted));
  return null;
end $$;
