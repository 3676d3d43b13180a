-- A house charge needs an address (I8): what the counter asks, the database refuses. Row by row and only for what is
-- gated, so that every other posting pays nothing for it.
CREATE OR REPLACE FUNCTION books.charge_addressed() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if not exists (
    select from books.accounts a join books.customers c on c.org_id = a.org_id and c.id = a.customer_id
    where a.org_id = new.org_id and a.id = new.account_id 
      and (cardinality(c.address_lines) > 0 or c.city <> '')
  ) then
    raise exception 'a charge to a customer without an address' using errcode = 'OA011';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.charge_addressed FROM PUBLIC;

CREATE OR REPLACE TRIGGER charge_addressed AFTER INSERT ON books.events
  FOR EACH ROW WHEN (new.gated and new.override_id is null) EXECUTE FUNCTION books.charge_addressed();
