-- A customer has 50 labels at most (MOST_LABELS), whoever puts them on: by hand, on many at once, by a file or a merge. The customers
-- are locked first, so that two who put on one each wait for each other; who takes one off is never refused.
CREATE OR REPLACE FUNCTION books.labels_counted() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  org uuid := (select org_id from changed limit 1);
  wearers uuid[] := array(select distinct customer_id from changed where is_on order by 1);
begin
  if wearers = '{}' then
    return null;
  end if;
  perform from books.customers c where c.org_id = org and c.id = any (wearers) order by c.id for no key update;
  if exists (
    select from books.customer_labels u where u.org_id = org and u.customer_id = any (wearers) and u.is_on
    group by u.customer_id having count(*) > 50
  ) then
    raise exception 'a customer has more labels than there may be' using errcode = 'OA073';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.labels_counted FROM PUBLIC;

CREATE OR REPLACE TRIGGER labels_put_on AFTER INSERT ON books.customer_labels
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.labels_counted();

CREATE OR REPLACE TRIGGER labels_put_on_again AFTER UPDATE ON books.customer_labels
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION books.labels_counted();
