-- An application is written by the statement that posts its event and moves what it uses; those look at it (I3, I4, I20).
CREATE OR REPLACE FUNCTION books.allocations_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  alone boolean;
begin
  select bool_or(
      (select e.xmin = w.x and e.cmin = w.c from books.events e where e.org_id = u.org_id and e.number = u.event_number) is not true
      or (select i.xmin = w.x and i.cmin = w.c from books.items i where i.org_id = u.org_id and i.id = u.item_id) is not true
      or (select k.xmin = w.x and k.cmin = w.c from books.credits k where k.org_id = u.org_id and k.id = u.credit_id) is not true)
    into alone
    from added u, (
      select a.xmin as x, a.cmin as c from (select org_id, event_number, line from added limit 1) f
      cross join lateral (
        select xmin, cmin from books.allocations
        where org_id = f.org_id and event_number = f.event_number and line = f.line offset 0) a offset 0) w;
  if alone then
    raise exception 'an application apart from its event, its item or its credit' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.allocations_added FROM PUBLIC;

CREATE OR REPLACE TRIGGER allocations_added AFTER INSERT ON books.allocations
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION books.allocations_added();
