-- Whether what accounts use together is more than the limit that they share on a day, or nothing may be charged on it: asked
-- after the shared limit's lock, by a statement of its own, which sees what was committed while it was waited for. As for
-- the account itself (events_posted): credit that is set aside widens it where the business says so, what was reserved
-- counts until it expires, and whose parent is on hold charges nothing.
CREATE OR REPLACE FUNCTION books.over_shared_limit(org uuid, head uuid, charged_on date) RETURNS boolean LANGUAGE plpgsql AS $$
begin
  return exists (
    select from books.shared_limits f
    join books.accounts p on p.org_id = f.org_id and p.id = f.account_id
    join books.settings s on s.org_id = f.org_id
    where f.org_id = org and f.account_id = head and (
      p.status <> 'good' or s.hold_after_days is not null and not p.hold_exempt and books.owed_since(org, p.id, charged_on - s.hold_after_days)
      or not p.unlimited and coalesce(
        f.net + case when s.count_earmarked then 0 else f.earmarked end
          + case when f.reserved > 0 then f.reserved - books.lapsed_together(org, head) else 0 end > greatest(p.limit_cents,
          case when p.temporary_until >= charged_on then p.temporary_limit_cents end), true)));
end $$;

REVOKE ALL ON FUNCTION books.over_shared_limit FROM PUBLIC;
