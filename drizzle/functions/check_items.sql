-- On every day, what was used of an item lies between nothing and all of it, never before it is there; and what the
-- row says was used is the sum of the rows that used it (I4, I20). Asked only where a use was given back (items_changed).
CREATE OR REPLACE FUNCTION books.check_items(org uuid, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
declare
  wrong boolean;
  out_of_turn boolean;
begin
  select bool_or(i.applied <> used.applied or i.reversed <> used.reversed), bool_or(used.out_of_turn)
    into wrong, out_of_turn
    from unnest(ids) as n
    cross join lateral (select amount, applied, reversed, effective_on from books.items where org_id = org and id = n offset 0) i
    cross join lateral (
      select coalesce(sum(u.amount) filter (where u.applied), 0) as applied,
        coalesce(sum(u.amount) filter (where not u.applied), 0) as reversed,
        coalesce(min(u.effective_on) < i.effective_on or min(u.used) < 0 or max(u.used) > i.amount, false) as out_of_turn
      from (
        select s.amount, s.applied, s.effective_on, sum(s.amount) over (order by s.effective_on) as used from (
          select amount, true as applied, effective_on from books.allocations where org_id = org and item_id = n
          union all
          select amount, false, effective_on from books.reductions where org_id = org and item_id = n) s) u) used;
  if wrong then
    raise exception 'an item is not what its rows say' using errcode = 'OA005';
  elsif out_of_turn then
    raise exception 'an item is used out of turn' using errcode = 'OA009';
  end if;
end $$;

REVOKE ALL ON FUNCTION books.check_items FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.check_items TO onaccount_app;
