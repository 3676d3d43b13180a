-- A reservation ends once, and gives all of its room back: what was charged of it takes its own, through the gate like any
-- charge. After its time only its expiry can be written down. Which receipt it became is said once, later.
CREATE OR REPLACE FUNCTION books.reservations_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
begin
  if exists (
    select from ended n join stood o on o.org_id = n.org_id and o.id = n.id
    where o.ended_at is not null and (o.receipt_id is not null
      or (n.ended_at, n.ended_as, n.ended_by, n.captured) is distinct from (o.ended_at, o.ended_as, o.ended_by, o.captured))
  ) then
    raise exception 'a reservation that was ended before' using errcode = 'OA050';
  elsif exists (
    select from ended n join stood o on o.org_id = n.org_id and o.id = n.id
    where o.ended_at is null and n.ended_at is not null and (n.ended_as = 'expired') is distinct from (o.expires_at <= statement_timestamp())
  ) then
    raise exception 'a reservation that has expired, or has not' using errcode = 'OA051';
  end if;
  update books.accounts a set reserved = a.reserved - m.amount
    from (
      select n.account_id, sum(n.amount) as amount from ended n join stood o on o.org_id = n.org_id and o.id = n.id
      where o.ended_at is null and n.ended_at is not null group by 1) m
    where a.org_id = org and a.id = m.account_id;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.reservations_ended FROM PUBLIC;

CREATE OR REPLACE TRIGGER reservations_ended AFTER UPDATE ON books.reservations
  REFERENCING OLD TABLE AS stood NEW TABLE AS ended FOR EACH STATEMENT EXECUTE FUNCTION books.reservations_ended();
