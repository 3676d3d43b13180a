-- Journal lines are written by the statement that posts their event, which balances them (I17).
CREATE OR REPLACE FUNCTION books.journal_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  alone boolean;
begin
  select bool_or(
      (select e.xmin = w.x and e.cmin = w.c from books.events e where e.org_id = p.org_id and e.number = p.event_number) is not true)
    into alone
    from (select distinct org_id, event_number from posted) p, (
      select l.xmin as x, l.cmin as c from (select org_id, event_number, line from posted limit 1) f
      cross join lateral (
        select xmin, cmin from books.journal_lines
        where org_id = f.org_id and event_number = f.event_number and line = f.line offset 0) l offset 0) w;
  if alone then
    raise exception 'journal lines apart from their event' using errcode = 'OA004';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.journal_added FROM PUBLIC;

CREATE OR REPLACE TRIGGER journal_lines_added AFTER INSERT ON books.journal_lines
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.journal_added();
