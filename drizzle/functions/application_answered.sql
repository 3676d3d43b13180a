-- An application for credit that was answered stays as it was answered; a yes names the line of the history that gave just that
-- limit to that customer (I19). Who applied and was declined is taken out of it once, a year later (forget_applications.sql).
CREATE OR REPLACE FUNCTION books.application_answered() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'UPDATE' and old.state = 'declined' and old.forgotten_at is null and new.forgotten_at is not null
    and old.decided_at < clock_timestamp() - interval '12 months'
    and (new.state, new.wanted, new.monthly, new.years, new.consent, new.recorded_at, new.decided_by, new.decided_at, new.customer_id)
      is not distinct from
      (old.state, old.wanted, old.monthly, old.years, old.consent, old.recorded_at, old.decided_by, old.decided_at, old.customer_id)
  then
    return null;
  end if;
  if tg_op = 'UPDATE' and old.state <> 'waiting' or new.forgotten_at is not null then
    raise exception 'an application is answered once' using errcode = 'OA060';
  end if;
  if new.state = 'approved' and not exists (
    select from books.limit_changes l join books.accounts a on a.org_id = l.org_id and a.id = l.account_id
    where l.org_id = new.org_id and l.id = new.change_id and a.customer_id = new.customer_id
      and (l.after::jsonb #>> '{limit,limitCents}')::bigint = new.given
  ) then
    raise exception 'an application is answered with the limit that was given' using errcode = 'OA061';
  end if;
  return null;
end $$;

REVOKE ALL ON FUNCTION books.application_answered FROM PUBLIC;

CREATE OR REPLACE TRIGGER application_answered AFTER INSERT OR UPDATE ON books.credit_applications
  FOR EACH ROW EXECUTE FUNCTION books.application_answered();
