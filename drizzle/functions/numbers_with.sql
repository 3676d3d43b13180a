-- The documents of one kind in whose number a part stands, whatever its case; null where there are more than `most`. A
-- part of an invoice's of three letters or digits is looked up in an index; what is shorter, and few, is met by reading all.
CREATE OR REPLACE FUNCTION books.numbers_with(kind text, part text, most int) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
declare
  org constant uuid := books.current_org_id();
  pattern constant text := '%' || regexp_replace(lower(left(part, 200)), '([\\%_])', '\\\1', 'g') || '%';
  found uuid[];
begin
  if kind = 'invoice' then
    found := array(select i.id from books.invoices i where i.org_id = org and lower(i.number) like pattern limit most + 1);
  elsif kind = 'payment' then
    found := array(select p.id from books.payments p where p.org_id = org and lower(p.number) like pattern limit most + 1);
  elsif kind = 'credit-memo' then
    found := array(select m.id from books.credit_memos m where m.org_id = org and lower(m.number) like pattern limit most + 1);
  else
    raise exception 'there are no numbers of %', kind using errcode = '22023';
  end if;
  return case when cardinality(found) <= most then found end;
end $$;

REVOKE ALL ON FUNCTION books.numbers_with FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.numbers_with TO onaccount_app;
