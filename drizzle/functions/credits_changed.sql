-- A credit is made by the statement that posts its event, which looks at the amount (I3). What it says was used of it is
-- the sum of the rows that used it, none of them before it is there (I4, I20). While no use was given back, what was used
-- only grows, and is least at first and most at last; else day after day is asked.
CREATE OR REPLACE FUNCTION books.credits_changed() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  made boolean := tg_op = 'INSERT';
  alone boolean;
  wrong boolean;
  early boolean;
  given_back boolean;
begin
  select bool_or(made and (
        select e.xmin = m.xmin and e.cmin = m.cmin from books.credits m, books.events e
        where m.org_id = c.org_id and m.id = c.id and e.org_id = c.org_id and e.number = c.id) is not true),
      bool_or(c.applied <> u.applied or c.refunded <> u.refunded or c.reversed <> u.reversed),
      bool_or(u.first_on < c.effective_on or c.applied + c.refunded + c.reversed > c.amount), bool_or(u.least < 0)
    into alone, wrong, early, given_back
    from changed c
    cross join lateral (
      select coalesce(sum(s.amount) filter (where s.kind = 'applied'), 0) as applied,
        coalesce(sum(s.amount) filter (where s.kind = 'refunded'), 0) as refunded,
        coalesce(sum(s.amount) filter (where s.kind in ('reversed', 'transferred')), 0) as reversed,
        min(s.effective_on) as first_on, min(s.amount) as least
      from (
        select amount, 'applied' as kind, effective_on from books.allocations where org_id = c.org_id and credit_id = c.id
        union all
        select amount, kind, effective_on from books.reductions where org_id = c.org_id and credit_id = c.id) s) u;
  if alone then
    raise exception 'a credit is not made by its event' using errcode = 'OA005';
  elsif wrong then
    raise exception 'a credit is not what its rows say' using errcode = 'OA005';
  elsif early then
    raise exception 'a credit is used out of turn' using errcode = 'OA009';
  elsif given_back then
    perform books.check_credits((select org_id from changed limit 1), array(select id from changed));
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.credits_changed FROM PUBLIC;

CREATE OR REPLACE TRIGGER credits_made AFTER INSERT ON books.credits
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.credits_changed();

CREATE OR REPLACE TRIGGER credits_used AFTER UPDATE ON books.credits
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.credits_changed();
