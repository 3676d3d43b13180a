-- Nobody is opened with more credit than one person may give, by a file or otherwise: an account that is new has no history in
-- which a second one could have approved it (I19, limit_approved).
CREATE OR REPLACE FUNCTION books.limit_given() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from opened o join books.settings s on s.org_id = o.org_id
    where o.unlimited and s.approve_above is not null or greatest(o.limit_cents, o.temporary_limit_cents) > s.approve_above
  ) then
    raise exception 'more credit than one person may give' using errcode = 'OA055';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.limit_given FROM PUBLIC;

CREATE OR REPLACE TRIGGER limit_given AFTER INSERT ON books.accounts
  REFERENCING NEW TABLE AS opened FOR EACH STATEMENT EXECUTE FUNCTION books.limit_given();
