-- A check that pays for several customers is the sum of its payments, all of one day and one way, and none is added to it
-- later. Looked at when the transaction ends: the check is written before its payments.
CREATE OR REPLACE FUNCTION books.splits_foot() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  split uuid;
begin
  if tg_table_name = 'payments' then
    split := new.split_id;
  else
    split := new.id;
  end if;
  if exists (
    select from books.split_payments s
    where s.org_id = new.org_id and s.id = split and (
      select (coalesce(sum(p.amount), 0) <> s.amount)
        or count(distinct (p.method, p.reference, p.received_on)) > 1 or bool_or(p.receipt_id is not null)
      from books.payments p where p.org_id = s.org_id and p.split_id = s.id)
  ) then
    raise exception 'a check is not the sum of its payments' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.splits_foot FROM PUBLIC;

DROP TRIGGER IF EXISTS splits_made ON books.split_payments;

CREATE CONSTRAINT TRIGGER splits_made AFTER INSERT ON books.split_payments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION books.splits_foot();

DROP TRIGGER IF EXISTS splits_paid ON books.payments;

CREATE CONSTRAINT TRIGGER splits_paid AFTER INSERT ON books.payments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.split_id IS NOT NULL) EXECUTE FUNCTION books.splits_foot();
