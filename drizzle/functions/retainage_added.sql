-- No invoice line ever has less than nothing held back, on any day (I7); and what is held back is written with its event.
CREATE OR REPLACE FUNCTION books.retainage_added() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from added limit 1);
  alone boolean;
begin
  if org is null then
    return null;
  end if;
  if exists (
    select from (select distinct account_id, invoice_id, invoice_line from added) p
    cross join lateral (
      select min(held) as least from (
        select sum(r.amount) over (order by r.effective_on) as held from books.retainage r
        where r.org_id = org and r.account_id = p.account_id and r.invoice_id = p.invoice_id and r.invoice_line = p.invoice_line) days) h
    where h.least < 0
  ) then
    raise exception 'more retainage released than withheld' using errcode = 'OA007';
  end if;
  select bool_or(
      (select e.xmin = w.x and e.cmin = w.c from books.events e where e.org_id = org and e.number = u.event_number) is not true)
    into alone
    from added u, (
      select a.xmin as x, a.cmin as c from (select event_number, line from added limit 1) f
      cross join lateral (
        select xmin, cmin from books.retainage where org_id = org and event_number = f.event_number and line = f.line offset 0) a
      offset 0) w;
  if alone then
    raise exception 'retainage apart from its event' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.retainage_added FROM PUBLIC;

CREATE OR REPLACE TRIGGER retainage_added AFTER INSERT ON books.retainage
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION books.retainage_added();
