-- A reservation is a charge that is still to come: it finds room within the limits of its account, of its family and of its
-- job, or isn't made (I8); nothing passes it over them. What an account says is reserved is added up here and in
-- reservations_ended, and nobody else writes it. Locks in the one order: the account (the verb's), the job, the shared limit
-- (limit_used, by the update of the account).
CREATE OR REPLACE FUNCTION books.reservations_made() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
  counting boolean;
  aging integer;
begin
  perform from books.accounts a where a.org_id = org and a.id in (select account_id from made) order by a.id for no key update;
  perform from books.jobs j where j.org_id = org and j.id in (select job_id from made) order by j.id for no key update;
  if exists (
    select from made m join books.jobs j on j.org_id = org and j.id = m.job_id
    join books.accounts a on a.org_id = org and a.id = m.account_id
    where books.survivor(j.customer_id) is distinct from books.survivor(a.customer_id)
  ) then
    raise exception 'a reservation on the job of another customer' using errcode = 'OA017';
  elsif exists (
    select from (select distinct job_id from made where job_id is not null) m
    join books.jobs j on j.org_id = org and j.id = m.job_id
    where j.exposure + books.reserved_on_job(org, j.id) > j.limit_cents
  ) then
    raise exception 'a reservation above the limit of its job' using errcode = 'OA018';
  end if;
  update books.accounts a set reserved = a.reserved + m.amount
    from (select account_id, sum(amount) as amount from made where ended_at is null group by 1) m
    where a.org_id = org and a.id = m.account_id;
  select count_earmarked, hold_after_days into counting, aging from books.settings where org_id = org;
  if exists (
    select from (select account_id, max(reserved_on) as on_day from made group by 1) m
    join books.accounts a on a.org_id = org and a.id = m.account_id
    where a.status <> 'good' or not a.charging_allowed or aging is not null and not a.hold_exempt and books.owed_since(org, a.id, m.on_day - aging)
      or not a.unlimited and coalesce(
      a.open_items - (a.open_credit - case when counting then 0 else a.earmarked end)
        + a.reserved - books.lapsed(org, a.id) > greatest(a.limit_cents,
        case when a.temporary_until >= m.on_day then a.temporary_limit_cents end), a.limit_of is null or a.limit_of = a.id)
  ) then
    raise exception 'a reservation above the credit limit' using errcode = 'OA010';
  elsif exists (
    select from (select distinct account_id from made) m
    join books.accounts a on a.org_id = org and a.id = m.account_id
    join books.customers c on c.org_id = org and c.id = a.customer_id
    where cardinality(c.address_lines) = 0 and c.city = ''
  ) then
    raise exception 'a reservation for a customer without an address' using errcode = 'OA011';
  elsif exists (
    select from (select account_id, max(reserved_on) as on_day from made group by 1) m
    join books.accounts a on a.org_id = org and a.id = m.account_id
    where a.limit_of is not null and books.over_shared_limit(org, a.limit_of, m.on_day)
  ) then
    raise exception 'a reservation above the shared limit' using errcode = 'OA021';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.reservations_made FROM PUBLIC;

CREATE OR REPLACE TRIGGER reservations_made AFTER INSERT ON books.reservations
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION books.reservations_made();
