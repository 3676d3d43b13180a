-- The payments that one check is made of are undone together: whoever reverses one, or has it returned, undoes all of them
-- in the same transaction. Looked at when that ends; asked only for what reverses.
CREATE OR REPLACE FUNCTION books.splits_undone() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from books.payments o join books.payments p on p.org_id = o.org_id and p.split_id = o.split_id
    where o.org_id = new.org_id and o.event_number = new.reverses and o.split_id is not null
      and not exists (select from books.events r where r.org_id = p.org_id and r.reverses = p.event_number)
  ) then
    raise exception 'a part of a check is undone alone' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.splits_undone FROM PUBLIC;

DROP TRIGGER IF EXISTS splits_undone ON books.events;

CREATE CONSTRAINT TRIGGER splits_undone AFTER INSERT ON books.events
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.reverses IS NOT NULL) EXECUTE FUNCTION books.splits_undone();
