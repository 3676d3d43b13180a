-- Nobody adds a line or a tax to a credit memo later, nor any to one that credits no invoice: it would no longer be what it says.
CREATE OR REPLACE FUNCTION books.credit_memo_parts_foot() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, credit_memo_id from written) w
    join books.credit_memos m on m.org_id = w.org_id and m.id = w.credit_memo_id
    cross join lateral (
      select coalesce(sum(l.total), 0) as total, coalesce(sum(l.tax), 0) as tax, coalesce(sum(l.retainage), 0) as held,
        coalesce(bool_and(l.invoice_id = m.invoice_id), true) as own
      from books.credit_memo_lines l where l.org_id = m.org_id and l.credit_memo_id = m.id offset 0) l
    cross join lateral (
      select coalesce(sum(t.tax), 0) as tax from books.credit_memo_taxes t
      where t.org_id = m.org_id and t.credit_memo_id = m.id offset 0) t
    where m.invoice_id is null
      or (l.own, l.total, l.tax, l.held, t.tax) is distinct from (true, m.subtotal, m.tax, m.retainage, m.tax)
  ) then
    raise exception 'a credit memo is not the sum of its lines and taxes' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.credit_memo_parts_foot FROM PUBLIC;

CREATE OR REPLACE TRIGGER credit_memo_lines_foot AFTER INSERT ON books.credit_memo_lines
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.credit_memo_parts_foot();

CREATE OR REPLACE TRIGGER credit_memo_taxes_foot AFTER INSERT ON books.credit_memo_taxes
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.credit_memo_parts_foot();
