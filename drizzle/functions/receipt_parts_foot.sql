-- Nobody adds a line, a tax or a tender to a receipt later: it would no longer be what the receipt says.
CREATE OR REPLACE FUNCTION books.receipt_parts_foot() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, receipt_id from written) w
    join books.receipts r on r.org_id = w.org_id and r.id = w.receipt_id
    cross join lateral (
      select coalesce(sum(l.total), 0) as total, coalesce(sum(l.tax), 0) as tax from books.receipt_lines l
      where l.org_id = r.org_id and l.receipt_id = r.id offset 0) l
    cross join lateral (
      select coalesce(sum(t.amount) filter (where t.tender = 'house-charge'), 0) as charged,
        coalesce(sum(t.amount) filter (where t.tender <> 'house-charge'), 0) as money,
        coalesce(sum(t.on_account), 0) as on_account
      from books.receipt_tenders t where t.org_id = r.org_id and t.receipt_id = r.id offset 0) t
    cross join lateral (
      select coalesce(sum(x.tax), 0) as tax from books.receipt_taxes x
      where x.org_id = r.org_id and x.receipt_id = r.id offset 0) x
    where (l.total, l.tax, x.tax, t.charged, t.money, t.on_account)
      is distinct from (r.subtotal, r.tax, r.tax, r.house_charge, r.money, r.on_account)
  ) then
    raise exception 'a receipt is not the sum of its lines, taxes and tenders' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.receipt_parts_foot FROM PUBLIC;

CREATE OR REPLACE TRIGGER receipt_lines_foot AFTER INSERT ON books.receipt_lines
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.receipt_parts_foot();

CREATE OR REPLACE TRIGGER receipt_tenders_foot AFTER INSERT ON books.receipt_tenders
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.receipt_parts_foot();

CREATE OR REPLACE TRIGGER receipt_taxes_foot AFTER INSERT ON books.receipt_taxes
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.receipt_parts_foot();
