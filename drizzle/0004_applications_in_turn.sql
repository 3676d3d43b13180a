-- On no day is an item or a credit used before it is there, nor for more than it is (I4 and I20, on every day and
-- not only today): else the past would show a balance that its own buckets don't add up to. OA009.
CREATE FUNCTION books.applied_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if exists (
    select from (
      select a.org_id, a.item_id, a.effective_on,
        sum(a.amount) over (partition by a.org_id, a.item_id order by a.effective_on) as used
      from books.allocations a
      where (a.org_id, a.item_id) in (select p.org_id, p.item_id from posted p)) u
    join books.items i on i.org_id = u.org_id and i.id = u.item_id
    where u.effective_on < i.issued_on or u.used < 0 or u.used > i.amount
  ) or exists (
    select from (
      select a.org_id, a.credit_id, a.effective_on,
        sum(a.amount) over (partition by a.org_id, a.credit_id order by a.effective_on) as used
      from books.allocations a
      where (a.org_id, a.credit_id) in (select p.org_id, p.credit_id from posted p)) u
    join books.credits c on c.org_id = u.org_id and c.id = u.credit_id
    where u.effective_on < c.issued_on or u.used < 0 or u.used > c.amount
  ) then
    raise exception 'applied out of turn' using errcode = 'OA009';
  end if;
  return null;
end $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION books.applied_in_turn() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER allocations_in_turn AFTER INSERT ON books.allocations
  REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION books.applied_in_turn();
