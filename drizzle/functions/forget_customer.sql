-- Takes an empty profile out of the books, with all that is only about it, in one statement. Whatever was posted, issued,
-- drafted or filed under it hangs on its account or on itself, and keeps it: by the keys of those tables, whoever asks.
-- As the tables' owner, since nobody else may take anything out; so it names the tenant itself.
CREATE OR REPLACE FUNCTION books.forget_customer(who uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
declare
  org constant uuid := books.current_org_id();
begin
  with account as (delete from books.accounts where org_id = org and customer_id = who returning id),
  decision as (
    delete from books.limit_changes where org_id = org and account_id in (
      select id from books.accounts where org_id = org and customer_id = who)),
  request as (
    delete from books.limit_requests where org_id = org and account_id in (
      select id from books.accounts where org_id = org and customer_id = who)),
  contact as (delete from books.contacts where org_id = org and customer_id = who),
  location as (delete from books.locations where org_id = org and customer_id = who),
  label as (delete from books.customer_labels where org_id = org and customer_id = who),
  certificate as (delete from books.tax_exemptions where org_id = org and customer_id = who),
  change as (delete from books.customer_changes where org_id = org and customer_id = who)
  delete from books.customers where org_id = org and id = who;
exception when foreign_key_violation then
  raise exception 'something hangs on this customer' using errcode = 'OA040';
end $$;

REVOKE ALL ON FUNCTION books.forget_customer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.forget_customer TO onaccount_app;
