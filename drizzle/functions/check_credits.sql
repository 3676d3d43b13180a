-- The days of credits of which a use was given back, one after another; as check_items does for items (I4, I20).
CREATE OR REPLACE FUNCTION books.check_credits(org uuid, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
declare
  wrong boolean;
  out_of_turn boolean;
begin
  select bool_or(c.applied <> used.applied or c.refunded <> used.refunded or c.reversed <> used.reversed), bool_or(used.out_of_turn)
    into wrong, out_of_turn
    from unnest(ids) as n
    cross join lateral (
      select amount, applied, refunded, reversed, effective_on from books.credits where org_id = org and id = n offset 0) c
    cross join lateral (
      select coalesce(sum(u.amount) filter (where u.kind = 'applied'), 0) as applied,
        coalesce(sum(u.amount) filter (where u.kind = 'refunded'), 0) as refunded,
        coalesce(sum(u.amount) filter (where u.kind in ('reversed', 'transferred')), 0) as reversed,
        coalesce(min(u.effective_on) < c.effective_on or min(u.used) < 0 or max(u.used) > c.amount, false) as out_of_turn
      from (
        select s.amount, s.kind, s.effective_on, sum(s.amount) over (order by s.effective_on) as used from (
          select amount, 'applied' as kind, effective_on from books.allocations where org_id = org and credit_id = n
          union all
          select amount, kind, effective_on from books.reductions where org_id = org and credit_id = n) s) u) used;
  if wrong then
    raise exception 'a credit is not what its rows say' using errcode = 'OA005';
  elsif out_of_turn then
    raise exception 'a credit is used out of turn' using errcode = 'OA009';
  end if;
end $$;

REVOKE ALL ON FUNCTION books.check_credits FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.check_credits TO onaccount_app;
