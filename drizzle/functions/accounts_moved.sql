-- An account's head never goes back (I2), its figures move only with events, by what the events say (I3); what is set aside
-- is the sum of its live earmarks (I6).
CREATE OR REPLACE FUNCTION books.accounts_moved() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  back boolean;
  otherwise boolean;
  unlike boolean;
begin
  select bool_or(coalesce(n.last_seq, 0) < coalesce(o.last_seq, 0)),
      bool_or((n.open_items, n.open_credit, n.retained, n.last_seq) is distinct from (o.open_items, o.open_credit, o.retained, o.last_seq)
        and exists (
          select from books.events e
          where e.org_id = n.org_id and e.account_id = n.id and e.seq > coalesce(o.last_seq, 0) and e.seq <= n.last_seq
          having n.open_items - o.open_items <> coalesce(sum(e.open_items), 0)
            or n.open_credit - o.open_credit <> coalesce(sum(e.open_credit), 0)
            or n.retained - o.retained <> coalesce(sum(e.retained), 0))),
      bool_or(n.earmarked <> o.earmarked and n.earmarked <> (
        select coalesce(sum(k.amount), 0) from books.earmarks k
        where k.org_id = n.org_id and k.account_id = n.id and k.released_at is null))
    into back, otherwise, unlike
    from moved n join stood o on o.org_id = n.org_id and o.id = n.id;
  if back then
    raise exception 'an account went back behind its events' using errcode = 'OA006';
  elsif otherwise then
    raise exception 'an account moved otherwise than its events' using errcode = 'OA006';
  elsif unlike then
    raise exception 'earmarked is not the sum of the earmarks' using errcode = 'OA005';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.accounts_moved FROM PUBLIC;

CREATE OR REPLACE TRIGGER accounts_moved AFTER UPDATE ON books.accounts
  REFERENCING OLD TABLE AS stood NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION books.accounts_moved();
