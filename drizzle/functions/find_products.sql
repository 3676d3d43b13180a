-- The products that a few typed words mean, as find_customers does it: a scanned barcode or a whole SKU comes before
-- everything.
CREATE OR REPLACE FUNCTION books.find_products(said text, most int)
  RETURNS TABLE (product_id uuid, rank real)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan
  SET enable_hashjoin = off SET enable_mergejoin = off AS $$
declare
  org constant uuid := books.current_org_id();
  q constant text := books.search_text(left(said, 200));
  begins constant text := regexp_replace(q, '([\\%_])', '\\\1', 'g') || '%';
  patterns constant text[] := books.search_patterns(said);
  starts constant text[] := array(select '% ' || substr(p, 2) from unnest(patterns) as p);
  slips text[];
  slip text;
  coded uuid[];
  named uuid[];
  near uuid[];
begin
  if q = '' or most < 1 then return; end if;
  coded := array(
    select p.id from books.products p where p.org_id = org and p.barcode <> '' and p.barcode = btrim(said) and p.archived_at is null)
  || array(
    select p.id from books.products p where p.org_id = org and books.search_text(p.sku) = q and p.archived_at is null);
  named := array(
    select p.id from books.products p where p.org_id = org and books.search_text(p.name) like begins and p.archived_at is null
    order by books.search_text(p.name) using ~<~ limit most);
  near := coded || named || array(
    select p.id from books.products p where p.org_id = org and books.search_text(p.sku) like begins and p.archived_at is null
    order by books.search_text(p.sku) using ~<~ limit most);
  if length(q) > 2 or (length(q) = 2 and cardinality(near) < most) then
    near := near || array(
      select p.id from books.products p where p.org_id = org and p.archived_at is null
        and (p.search like case when length(patterns[1]) > 4 then patterns[1] else starts[1] end or p.search like ltrim(starts[1], '% '))
        and p.search like coalesce(patterns[2], '%') and p.search like coalesce(patterns[3], '%')
        and p.search like all (patterns) limit 200);
  end if;
  slips := array(
    select w from unnest(string_to_array(regexp_replace(q, '[^[:alnum:] ]', '', 'g'), ' ')) as w
    where length(w) between 3 and 20 order by length(w) desc limit 4);
  if cardinality(near) = 0 and length(slips[1]) > 3 and q !~ '^[0-9]+$' then
    foreach slip in array books.slip_patterns(slips[1]) loop
      near := near || array(
        select p.id from (
          select p.id, p.search from books.products p
          where p.org_id = org and p.archived_at is null and (p.search like slip or p.search like ltrim(slip, '% ')) limit 200) p
        where p.search ~ books.slip_expression(slips[1]) and p.search ~ coalesce(books.slip_expression(slips[2]), '')
          and p.search ~ coalesce(books.slip_expression(slips[3]), ''));
      exit when cardinality(near) > 60;
    end loop;
  end if;
  return query
  select p.id, (
    case
      when p.id = any (coded) then 9
      when p.id = any (named) then 6
      when lower(p.sku) like begins then 5
      when ' ' || p.search like all (starts) then 4
      when p.search like all (patterns) then 3
      else 1 + word_similarity(q, lower(p.name)) end)::real as rank
  from books.products p where p.org_id = org and p.id = any (near)
  order by 2 desc, lower(p.name), p.sku collate books.natural limit most;
end $$;

REVOKE ALL ON FUNCTION books.find_products FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.find_products TO onaccount_app;
