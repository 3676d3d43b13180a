-- Whether something that is open on an account was due by a day: what holds it for age (domain/ledger/holds.ts), asked where
-- the business holds for age at all, of the account's open items in the order of their due days.
CREATE OR REPLACE FUNCTION books.owed_since(org uuid, account uuid, due_by date) RETURNS boolean LANGUAGE sql STABLE AS $$
  select exists (
    select from books.items i
    where i.org_id = org and i.account_id = account and i.amount - i.applied - i.reversed > 0 and i.due_on <= due_by)
$$;

REVOKE ALL ON FUNCTION books.owed_since FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.owed_since TO onaccount_app;
