-- An invoice that was entered here is written whole: its lines, the taxes by agency and what is held back add up to what it
-- says.
CREATE OR REPLACE FUNCTION books.invoices_foot() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from written i
    cross join lateral (
      select coalesce(sum(l.total), 0) as total, coalesce(sum(l.tax), 0) as tax, coalesce(sum(l.retainage), 0) as held
      from books.invoice_lines l where l.org_id = i.org_id and l.invoice_id = i.id offset 0) l
    cross join lateral (
      select coalesce(sum(t.tax), 0) as tax from books.invoice_taxes t
      where t.org_id = i.org_id and t.invoice_id = i.id offset 0) t
    where i.source in ('hand', 'release') and (l.total, l.tax, l.held, t.tax) is distinct from (i.subtotal, i.tax, i.retainage, i.tax)
  ) then
    raise exception 'an invoice is not the sum of its lines and taxes' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.invoices_foot FROM PUBLIC;

CREATE OR REPLACE TRIGGER invoices_foot AFTER INSERT ON books.invoices
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.invoices_foot();
