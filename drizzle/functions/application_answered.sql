-- An application for credit that was answered stays as it was answered.
CREATE OR REPLACE FUNCTION books.application_answered() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if old.state <> 'waiting' then
    raise exception 'an application is answered once' using errcode = 'OA060';
  end if;
  return new;
end $$;

REVOKE ALL ON FUNCTION books.application_answered FROM PUBLIC;

CREATE OR REPLACE TRIGGER application_answered BEFORE UPDATE ON books.credit_applications
  FOR EACH ROW EXECUTE FUNCTION books.application_answered();
