-- An online payment that is paid stays paid, and stays the payment that it is. One that seemed to have failed can still be paid: money
-- that came is never said no to.
CREATE OR REPLACE FUNCTION books.online_payments_kept() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if old.state = 'paid' and (new.state <> 'paid' or new.payment_id is distinct from old.payment_id)
    or old.intent_id is distinct from new.intent_id and old.intent_id is not null
    or old.session_id is distinct from new.session_id and old.session_id is not null
    or new.state = 'started' and old.state <> 'started'
  then
    raise exception 'an online payment goes one way' using errcode = 'OA024';
  end if;
  return new;
end $$;

REVOKE ALL ON FUNCTION books.online_payments_kept FROM PUBLIC;

CREATE OR REPLACE TRIGGER online_payments_kept BEFORE UPDATE ON books.online_payments
  FOR EACH ROW EXECUTE FUNCTION books.online_payments_kept();
