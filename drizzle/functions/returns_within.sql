-- No more comes back of a line than was sold, in quantity, amount and tax, also when two bring it back at once: the sold
-- receipt is locked by its verb, and this looks after that. A return whose credit memo was reversed brought nothing back.
-- Nothing is credited of what a charge paid for that was reversed.
CREATE OR REPLACE FUNCTION books.returns_within() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, return_of, returned_line from written where return_of is not null) w
    join books.receipt_lines s on s.org_id = w.org_id and s.receipt_id = w.return_of and s.line = w.returned_line
    cross join lateral (
      select sum(b.quantity) as quantity, sum(b.total) as total, sum(b.tax) as tax from books.receipt_lines b
      where b.org_id = w.org_id and b.return_of = w.return_of and b.returned_line = w.returned_line and not exists (
        select from books.credit_memos m join books.events v on v.org_id = m.org_id and v.reverses = m.event_number
        where m.org_id = b.org_id and m.receipt_id = b.receipt_id) offset 0) b
    where b.quantity > s.quantity or b.total > s.total or b.tax > s.tax
  ) then
    raise exception 'more comes back than was sold' using errcode = 'OA012';
  end if;
  if exists (
    select from (select distinct org_id, receipt_id, return_of from written where return_of is not null) w
    join books.receipts r on r.org_id = w.org_id and r.id = w.receipt_id and r.house_charge > 0
    join books.invoices i on i.org_id = w.org_id and i.receipt_id = w.return_of
    join books.events v on v.org_id = w.org_id and v.reverses = i.event_number
  ) then
    raise exception 'a credit of what a charge paid for that was reversed' using errcode = 'OA015';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.returns_within FROM PUBLIC;

CREATE OR REPLACE TRIGGER receipt_lines_returned AFTER INSERT ON books.receipt_lines
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.returns_within();
