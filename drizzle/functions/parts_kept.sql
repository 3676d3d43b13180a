-- What was sent to be brought in is kept as long as its file is there (clear_files).
CREATE OR REPLACE FUNCTION books.parts_kept() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from gone g join books.import_files f on f.org_id = g.org_id and f.id = g.file_id
  ) then
    raise exception 'DELETE on books.import_parts is refused: its file is there' using errcode = 'OA002';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.parts_kept FROM PUBLIC;

CREATE OR REPLACE TRIGGER import_parts_kept AFTER DELETE ON books.import_parts
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION books.parts_kept();
