-- Nobody adds a line or a tax to an invoice later: it would no longer be what the invoice says.
CREATE OR REPLACE FUNCTION books.invoice_parts_foot() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, invoice_id from written) w
    join books.invoices i on i.org_id = w.org_id and i.id = w.invoice_id
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

REVOKE ALL ON FUNCTION books.invoice_parts_foot FROM PUBLIC;

CREATE OR REPLACE TRIGGER invoice_lines_foot AFTER INSERT ON books.invoice_lines
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.invoice_parts_foot();

CREATE OR REPLACE TRIGGER invoice_taxes_foot AFTER INSERT ON books.invoice_taxes
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.invoice_parts_foot();
