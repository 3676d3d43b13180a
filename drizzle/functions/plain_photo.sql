-- Puts the picture of somebody who may charge, without where and when it was taken, in the place of the one that was kept before
-- that was left out: of everybody who has it or had it, since what was removed lies there, too. The bytes before go, unless they
-- hang on something else, where a file is what somebody sent. Only something shorter takes their place. As the tables' owner,
-- since nobody else may take anything out; so it names the tenant itself. Answers with how many pictures that were.
CREATE OR REPLACE FUNCTION books.plain_photo(was bytea, plain bytea) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
  changed bigint;
begin
  perform from books.attachment_files where org_id = org and hash = was and size > length(plain) for update;
  if not found then
    return 0;
  end if;
  insert into books.attachment_files (org_id, hash, content, size) values (org, sha256(plain), plain, length(plain))
    on conflict do nothing;
  update books.attachments set hash = sha256(plain) where org_id = org and buyer_id is not null and hash = was;
  get diagnostics changed = row_count;
  delete from books.attachment_files f
    where f.org_id = org and f.hash = was
      and not exists (select from books.attachments a where a.org_id = org and a.hash = was);
  return changed;
end $$;

REVOKE ALL ON FUNCTION books.plain_photo FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.plain_photo TO onaccount_app;
