-- A refusal of its own: OA011 says that an account may not charge at all (0010_charge_addressed.sql).
CREATE OR REPLACE FUNCTION books.returns_within() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, return_of, returned_line from written where return_of is not null) w
    join books.receipt_lines s on s.org_id = w.org_id and s.receipt_id = w.return_of and s.line = w.returned_line
    cross join lateral (
      select sum(b.quantity) as quantity, sum(b.total) as total, sum(b.tax) as tax from books.receipt_lines b
      where b.org_id = w.org_id and b.return_of = w.return_of and b.returned_line = w.returned_line offset 0) b
    where b.quantity > s.quantity or b.total > s.total or b.tax > s.tax
  ) then
    raise exception 'more comes back than was sold' using errcode = 'OA012';
  end if;
  return null;
end $$;
