-- More credit than one person may give takes a second one (I19): a change of terms that gives more than the business lets one
-- person give (more_credit) says who approved it.
CREATE OR REPLACE FUNCTION books.limit_approved() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from changed c join books.settings s on s.org_id = c.org_id
    where s.approve_above is not null and c.approved_by is null
      and books.more_credit(c.before, c.after, s.approve_above)
  ) then
    raise exception 'more credit than one person may give' using errcode = 'OA055';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.limit_approved FROM PUBLIC;

CREATE OR REPLACE TRIGGER limit_approved AFTER INSERT ON books.limit_changes
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.limit_approved();
