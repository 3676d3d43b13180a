-- No more of an invoice's line is credited than was billed, in quantity, amount and tax, nor more of a tax than was charged, also
-- when two credit it at once: the event of each wrote the account's row before, so that the second waits and sees the first. A
-- credit memo that was reversed credited nothing. Nothing is credited of an invoice that was voided.
CREATE OR REPLACE FUNCTION books.credited_within() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, invoice_id, invoice_line from written) w
    join books.invoice_lines s on s.org_id = w.org_id and s.invoice_id = w.invoice_id and s.line = w.invoice_line
    cross join lateral (
      select coalesce(sum(b.quantity), 0) as quantity, sum(b.total) as total, sum(b.tax) as tax
      from books.credit_memo_lines b join books.credit_memos m on m.org_id = b.org_id and m.id = b.credit_memo_id
      where b.org_id = w.org_id and b.invoice_id = w.invoice_id and b.invoice_line = w.invoice_line
        and not exists (select from books.events v where v.org_id = m.org_id and v.reverses = m.event_number) offset 0) b
    where b.quantity > s.quantity or b.total > s.total or b.tax > s.tax
  ) then
    raise exception 'more is credited than was billed' using errcode = 'OA030';
  end if;
  if exists (
    select from (select distinct org_id, invoice_id from written) w
    join books.invoices i on i.org_id = w.org_id and i.id = w.invoice_id
    join books.events v on v.org_id = w.org_id and v.reverses = i.event_number
  ) then
    raise exception 'a credit of an invoice that was voided' using errcode = 'OA032';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.credited_within FROM PUBLIC;

CREATE OR REPLACE TRIGGER credit_memo_lines_within AFTER INSERT ON books.credit_memo_lines
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION books.credited_within();
