-- What somebody signed is what their charge is (I21): a signature says what was shown, and that begins with the amount and the
-- currency of the event that it was given for, as statementText writes them (domain/receipts/signed-statement.ts).
CREATE OR REPLACE FUNCTION books.signature_stated() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if not exists (
    select from books.events e
    where e.org_id = new.org_id and e.number = new.event_number
      and starts_with(new.statement, books.statement_of(e.amount, e.currency))
  ) then
    raise exception 'a signature for another charge' using errcode = 'OA071';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.signature_stated FROM PUBLIC;

CREATE OR REPLACE TRIGGER signature_stated AFTER INSERT ON books.signatures
  FOR EACH ROW EXECUTE FUNCTION books.signature_stated();
