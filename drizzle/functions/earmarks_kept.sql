-- What an account has set aside is the sum of its live earmarks (I6).
CREATE OR REPLACE FUNCTION books.earmarks_kept() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (select distinct org_id, account_id from kept) k
    join books.accounts a on a.org_id = k.org_id and a.id = k.account_id
    where a.earmarked <> (select coalesce(sum(m.amount), 0) from books.earmarks m
      where m.org_id = k.org_id and m.account_id = k.account_id and m.released_at is null)
  ) then
    raise exception 'earmarked is not the sum of the earmarks' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.earmarks_kept FROM PUBLIC;

CREATE OR REPLACE TRIGGER earmarks_made AFTER INSERT ON books.earmarks
  REFERENCING NEW TABLE AS kept FOR EACH STATEMENT EXECUTE FUNCTION books.earmarks_kept();

CREATE OR REPLACE TRIGGER earmarks_released AFTER UPDATE ON books.earmarks
  REFERENCING NEW TABLE AS kept FOR EACH STATEMENT EXECUTE FUNCTION books.earmarks_kept();
