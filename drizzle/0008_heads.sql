-- An account's head never goes back: to an event with the same balance it could, and the account would take no more
-- (I2). And a period is a month because the month it points to is one; saying so twice refused nothing.

ALTER TABLE "books"."events" DROP CONSTRAINT "events_period_is_month";
--> statement-breakpoint
CREATE OR REPLACE FUNCTION books.accounts_moved() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from moved n join stood o on o.org_id = n.org_id and o.id = n.id
    where coalesce(n.last_seq, 0) < coalesce(o.last_seq, 0)
  ) then
    raise exception 'an account went back behind its events' using errcode = 'OA006';
  end if;
  if exists (
    select from moved n
    join stood o on o.org_id = n.org_id and o.id = n.id
    cross join lateral (
      select coalesce(sum(e.open_items), 0) as items, coalesce(sum(e.open_credit), 0) as credit, coalesce(sum(e.retained), 0) as held
      from books.events e
      where e.org_id = n.org_id and e.account_id = n.id and e.seq > coalesce(o.last_seq, 0) and e.seq <= n.last_seq) e
    where (n.open_items, n.open_credit, n.retained, n.last_seq) is distinct from (o.open_items, o.open_credit, o.retained, o.last_seq)
      and (n.open_items - o.open_items <> e.items or n.open_credit - o.open_credit <> e.credit or n.retained - o.retained <> e.held)
  ) then
    raise exception 'an account moved otherwise than its events' using errcode = 'OA006';
  end if;
  if exists (
    select from moved n join stood o on o.org_id = n.org_id and o.id = n.id
    where n.earmarked <> o.earmarked and n.earmarked <> (
      select coalesce(sum(k.amount), 0) from books.earmarks k
      where k.org_id = n.org_id and k.account_id = n.id and k.released_at is null)
  ) then
    raise exception 'earmarked is not the sum of the earmarks' using errcode = 'OA005';
  end if;
  return null;
end $$;
