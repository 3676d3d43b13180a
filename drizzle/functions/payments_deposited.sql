-- A payment is in one deposit at most: it leaves one only as that is reversed, and never goes from one to another.
CREATE OR REPLACE FUNCTION books.payments_deposited() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from before b join after a on a.org_id = b.org_id and a.id = b.id
    where b.deposit_id is not null and a.deposit_id is distinct from b.deposit_id
      and (a.deposit_id is not null or exists (
        select from books.deposits d where d.org_id = b.org_id and d.id = b.deposit_id and d.reversed_on is null))
  ) then
    raise exception 'a payment in two deposits' using errcode = 'OA020';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.payments_deposited FROM PUBLIC;

CREATE OR REPLACE TRIGGER payments_deposited AFTER UPDATE ON books.payments
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION books.payments_deposited();
