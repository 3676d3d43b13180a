-- A deposit is the sum of its lines, and each of them a payment that is in it: what another deposit took meanwhile is not.
-- Looked at when the transaction ends: the deposit is written before its lines, and they before the payments say where
-- they are.
CREATE OR REPLACE FUNCTION books.deposits_foot() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  deposit uuid;
begin
  if tg_table_name = 'deposit_lines' then
    deposit := new.deposit_id;
    if not exists (
      select from books.payments p
      where p.org_id = new.org_id and p.id = new.payment_id and p.deposit_id = deposit and p.amount = new.amount
    ) then
      raise exception 'a payment in two deposits' using errcode = 'OA020';
    end if;
  else
    deposit := new.id;
  end if;
  if exists (
    select from books.deposits d
    where d.org_id = new.org_id and d.id = deposit and d.amount is distinct from (
      select sum(l.amount) from books.deposit_lines l where l.org_id = d.org_id and l.deposit_id = d.id)
  ) then
    raise exception 'a deposit is not the sum of its lines' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.deposits_foot FROM PUBLIC;

DROP TRIGGER IF EXISTS deposits_made ON books.deposits;

CREATE CONSTRAINT TRIGGER deposits_made AFTER INSERT ON books.deposits
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION books.deposits_foot();

DROP TRIGGER IF EXISTS deposit_lines_made ON books.deposit_lines;

CREATE CONSTRAINT TRIGGER deposit_lines_made AFTER INSERT ON books.deposit_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION books.deposits_foot();
