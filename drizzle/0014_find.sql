-- Finding a customer and a product while one types, within milliseconds and in spite of slips.

CREATE INDEX "customers_number_said" ON "books"."customers" USING btree ("org_id",books.search_text(number) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "customers_name_said" ON "books"."customers" USING btree ("org_id",books.search_text(name) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "products_sku_said" ON "books"."products" USING btree ("org_id",books.search_text(sku) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "products_name_said" ON "books"."products" USING btree ("org_id",books.search_text(name) text_pattern_ops);
--> statement-breakpoint
-- Typed words as patterns of LIKE, the longest first: each is to stand somewhere in what a search looks at.
CREATE FUNCTION books.search_patterns(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    select coalesce(array_agg('%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%' order by length(word) desc, word), '{}')
    from (select distinct word from unnest(string_to_array(books.search_text(left(said, 200)), ' ')) as word where word <> '' limit 8) w);
--> statement-breakpoint
-- A word with a slip in it (a letter wrong, missing, too many, or two exchanged), as what is left when the two letters at
-- the slip are taken away: for the index as patterns of LIKE, for the row as one regular expression.
CREATE FUNCTION books.slip_patterns(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array(
    select case when at > 1 then '% ' else '%' end || substr(word, 1, at - 1) || '%' || substr(word, at + 2) || '%'
    from generate_series(1, length(word) - 1) as at where at > 2 or length(word) - at > 3);
--> statement-breakpoint
CREATE FUNCTION books.slip_expression(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '\m(' || (
    select string_agg(substr(word, 1, at - 1) || '\w{0,3}' || case when at = length(word) - 1 then '\M' else substr(word, at + 2) end, '|')
    from generate_series(1, length(word) - 1) as at) || ')';
--> statement-breakpoint
-- The customers that a few typed words mean, best first. As the tables' owner, since behind the wall only leakproof
-- operators may use an index; so it names the tenant itself. Who was merged leads to who is left, under the number that
-- was typed; who was archived isn't found. Of what hundreds share, some hundreds are looked at.
CREATE FUNCTION books.find_customers(said text, most int)
  RETURNS TABLE (customer_id uuid, rank real, old_number text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan
  SET enable_hashjoin = off SET enable_mergejoin = off AS $$
declare
  org constant uuid := books.current_org_id();
  q constant text := books.search_text(left(said, 200));
  begins constant text := regexp_replace(q, '([\\%_])', '\\\1', 'g') || '%';
  patterns constant text[] := books.search_patterns(said);
  starts constant text[] := array(select '% ' || substr(p, 2) from unnest(patterns) as p);
  digits constant text := case when q ~ '^[-0-9 ()+./]+$' then regexp_replace(q, '\D', '', 'g') else '' end;
  slips text[];
  slip text;
  numbered uuid[];
  named uuid[];
  near uuid[];
begin
  if q = '' or most < 1 then return; end if;
  -- The number, with or without what the business puts before it; then the beginnings of numbers and names.
  numbered := array(
    select c.id from books.customers c where c.org_id = org and books.search_text(c.number) = any (array[q, (
      select books.search_text(k.prefix || lpad(digits, greatest(k.padding, length(digits)), '0'))
      from books.counters k where k.org_id = org and k.series = 'customer' and digits <> '')]));
  named := array(
    select c.id from books.customers c where c.org_id = org and books.search_text(c.name) like begins and c.archived_at is null
    order by books.search_text(c.name) using ~<~ limit most);
  near := numbered || named || array(
    select c.id from books.customers c where c.org_id = org and books.search_text(c.number) like begins
    order by books.search_text(c.number) using ~<~ limit most);
  if length(q) > 2 or (length(q) = 2 and cardinality(near) < most) then
    near := near || array(
      select c.id from books.customers c where c.org_id = org
        and c.search like case when length(patterns[1]) > 4 then patterns[1] else starts[1] end
        and c.search like coalesce(patterns[2], '%') and c.search like coalesce(patterns[3], '%')
        and c.search like all (patterns) limit 200);
  end if;
  if length(digits) > 3 then
    near := near || array(
      select c.id from books.customers c where c.org_id = org and c.search like '%' || digits || '%' limit 200);
  end if;
  if cardinality(near) = 0 and digits = '' then
    slips := array(
      select w from unnest(string_to_array(regexp_replace(q, '[^[:alnum:] ]', '', 'g'), ' ')) as w
      where length(w) between 3 and 20 order by length(w) desc limit 4);
    if length(slips[1]) > 3 then
      -- One at a time, so that each is planned for what it says.
      foreach slip in array books.slip_patterns(slips[1]) loop
        near := near || array(
          select c.id from (select c.id, c.search from books.customers c where c.org_id = org and c.search like slip limit 200) c
          where c.search ~ books.slip_expression(slips[1]) and c.search ~ coalesce(books.slip_expression(slips[2]), '')
            and c.search ~ coalesce(books.slip_expression(slips[3]), ''));
        exit when cardinality(near) > 60;
      end loop;
    end if;
  end if;
  return query
  with recursive found as (
    select c.id, c.merged_into, c.archived_at, case when c.merged_into is not null then c.number end as old_number, (
      case
        when c.id = any (numbered) then 9
        when length(digits) > 6 and c.search like '%' || digits || ' %' then 8
        when c.id = any (named) then 6
        when c.search like begins then 5
        when c.search like all (starts) then 4
        when c.search like all (patterns) then 3
        else 1 + word_similarity(q, lower(c.name)) end)::real as rank
    from books.customers c where c.org_id = org and c.id = any (near)
    union all
    select c.id, c.merged_into, c.archived_at, found.old_number, found.rank
    from found join books.customers c on c.org_id = org and c.id = found.merged_into)
  select best.id, best.rank, best.old_number from (
    select distinct on (found.id) found.* from found where found.merged_into is null and found.archived_at is null
    order by found.id, found.rank desc, found.old_number nulls first) best
  join books.customers c on c.org_id = org and c.id = best.id
  order by best.rank desc, lower(c.name), c.number limit most;
end $$;
--> statement-breakpoint
-- Every customer in whom all the words stand, for a list that counts and adds up; where only archived ones are, also who
-- is meant by them.
CREATE FUNCTION books.matching_customers(said text) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
declare
  org constant uuid := books.current_org_id();
  patterns constant text[] := books.search_patterns(said);
begin
  return query
  select c.id from books.customers c where c.org_id = org
    and c.search like coalesce(patterns[1], '%') and c.search like coalesce(patterns[2], '%')
    and c.search like coalesce(patterns[3], '%') and c.search like all (patterns);
  perform from books.customers c where c.org_id = org and c.archived_at is null and c.merged_into is null
    and c.search like coalesce(patterns[1], '%') and c.search like coalesce(patterns[2], '%')
    and c.search like coalesce(patterns[3], '%') and c.search like all (patterns) limit 1;
  if not found then
    return query select f.customer_id from books.find_customers(said, 50) f;
  end if;
end $$;
--> statement-breakpoint
-- The products that a few typed words mean, as above: a scanned barcode or a whole SKU comes before everything.
CREATE FUNCTION books.find_products(said text, most int)
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
  order by 2 desc, lower(p.name), p.sku limit most;
end $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION books.search_patterns(text), books.slip_patterns(text), books.slip_expression(text),
  books.find_customers(text, int), books.matching_customers(text), books.find_products(text, int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION books.find_customers(text, int), books.matching_customers(text), books.find_products(text, int)
  TO onaccount_app;
