-- The customers that a few typed words mean, best first. As the tables' owner, since behind the wall only leakproof
-- operators may use an index; so it names the tenant itself. Who was merged leads to who is left, under the number that
-- was typed; who was archived isn't found. Of what hundreds share, some hundreds are looked at.
CREATE OR REPLACE FUNCTION books.find_customers(said text, most int)
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
  order by best.rank desc, lower(c.name), c.number collate books.natural limit most;
end $$;

REVOKE ALL ON FUNCTION books.find_customers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION books.find_customers TO onaccount_app;
