-- An item is made by the statement that posts its event, which looks at the amount (I3). What it says was used of it is the
-- sum of the rows that used it, none of them before it is there (I4, I20). While no use was given back, what was used only
-- grows, and is least at first and most at last; else day after day is asked. The jobs that they are debts of follow.
CREATE OR REPLACE FUNCTION books.items_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  made boolean := tg_op = 'INSERT';
  alone boolean;
  wrong boolean;
  early boolean;
  given_back boolean;
  of_jobs boolean;
begin
  select bool_or(made and (
        select e.xmin = m.xmin and e.cmin = m.cmin from books.items m, books.events e
        where m.org_id = i.org_id and m.id = i.id and e.org_id = i.org_id and e.number = i.id) is not true),
      bool_or(i.applied <> u.applied or i.reversed <> u.reversed),
      bool_or(u.first_on < i.effective_on or i.applied + i.reversed > i.amount), bool_or(u.least < 0),
      bool_or(i.job_id is not null)
    into alone, wrong, early, given_back, of_jobs
    from changed i
    cross join lateral (
      select coalesce(sum(s.amount) filter (where s.applied), 0) as applied,
        coalesce(sum(s.amount) filter (where not s.applied), 0) as reversed, min(s.effective_on) as first_on, min(s.amount) as least
      from (
        select amount, true as applied, effective_on from books.allocations where org_id = i.org_id and item_id = i.id
        union all
        select amount, false, effective_on from books.reductions where org_id = i.org_id and item_id = i.id) s) u;
  if alone then
    raise exception 'an item is not made by its event' using errcode = 'OA005';
  elsif wrong then
    raise exception 'an item is not what its rows say' using errcode = 'OA005';
  elsif early then
    raise exception 'an item is used out of turn' using errcode = 'OA009';
  elsif given_back then
    perform books.check_items((select org_id from changed limit 1), array(select id from changed));
  end if;
  if of_jobs then
    perform books.expose_jobs(array(select id from changed where job_id is not null), made);
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.items_changed FROM PUBLIC;

CREATE OR REPLACE TRIGGER items_made AFTER INSERT ON books.items
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.items_changed();

CREATE OR REPLACE TRIGGER items_used AFTER UPDATE ON books.items
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.items_changed();
