-- A receipt's lines, taxes and tenders are written with it, whole: they add up to what it says. It has a line, which may be for
-- nothing, or a payment on account.
CREATE OR REPLACE FUNCTION books.receipts_foot() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from written r
    cross join lateral (
      select coalesce(sum(l.total), 0) as total, coalesce(sum(l.tax), 0) as tax, count(*) as count from books.receipt_lines l
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
      or l.count = 0 and r.on_account = 0
  ) then
    raise exception 'a receipt is not the sum of its lines, taxes and tenders' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.receipts_foot FROM PUBLIC;

CREATE OR REPLACE TRIGGER receipts_foot AFTER INSERT ON books.receipts
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.receipts_foot();
