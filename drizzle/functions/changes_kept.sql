-- What was changed on a profile is kept as long as the profile is there.
CREATE OR REPLACE FUNCTION books.changes_kept() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from gone g join books.customers c on c.org_id = g.org_id and c.id = g.customer_id
  ) then
    raise exception 'DELETE on books.customer_changes is refused: its customer is there' using errcode = 'OA002';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.changes_kept FROM PUBLIC;

CREATE OR REPLACE TRIGGER customer_changes_kept AFTER DELETE ON books.customer_changes
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION books.changes_kept();
