// The products of a file: by SKU, else by name. One that is there takes the file's price, cost and words; a blank changes
// nothing.
import { sql } from "drizzle-orm";
import type { FileProduct } from "@/domain/imports/entries.ts";
import { minorDigits } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

export async function bringProducts(
  books: Books,
  products: readonly FileProduct[],
): Promise<{ made: number; updated: number; skipped: number }> {
  const [done] = await books.tx.execute<{ made: number; updated: number }>(sql`
    with w as materialized (
      select p.* from jsonb_to_recordset(${JSON.stringify(products)}::text::jsonb)
        as p (sku text, name text, description text, unit text, price text, cost text, taxable boolean)),
    known as materialized (
      select distinct on (p.id) p.id, w.* from w join books.products p
        on case when w.sku <> '' then upper(p.sku) = upper(w.sku) else lower(p.name) = lower(w.name) end
      order by p.id),
    updated as (
      update books.products p set name = k.name, description = coalesce(nullif(k.description, ''), p.description),
        unit = coalesce(nullif(k.unit, ''), p.unit), price = coalesce(nullif(k.price, '')::numeric, p.price),
        cost = coalesce((k.cost::numeric * 10::numeric ^ ${digits(books)}::int)::bigint, p.cost),
        taxable = coalesce(k.taxable, p.taxable), version = p.version + 1
      from (select id, sku, name, description, unit, price, nullif(cost, '') as cost, taxable from known) k
      where p.id = k.id and (p.name, p.price, p.taxable, p.description, p.unit, coalesce(p.cost, -1)) is distinct from
        (k.name, coalesce(nullif(k.price, '')::numeric, p.price), coalesce(k.taxable, p.taxable),
          coalesce(nullif(k.description, ''), p.description), coalesce(nullif(k.unit, ''), p.unit),
          coalesce((k.cost::numeric * 10::numeric ^ ${digits(books)}::int)::bigint, p.cost, -1)) returning 1),
    made as (
      insert into books.products (name, sku, description, unit, price, cost, taxable, chart_code)
      select w.name, w.sku, w.description, w.unit, coalesce(nullif(w.price, '')::numeric, 0),
        (nullif(w.cost, '')::numeric * 10::numeric ^ ${digits(books)}::int)::bigint, coalesce(w.taxable, true), c.code
      from w, books.chart c where c.role = 'revenue' and not exists (
        select from known k where k.sku = w.sku and k.name = w.name) returning 1)
    select (select count(*) from made)::int as made, (select count(*) from updated)::int as updated`);
  const { made, updated } = done ?? { made: 0, updated: 0 };
  return { made, updated, skipped: products.length - made - updated };
}

const digits = ({ currency }: Books): number => minorDigits(currency);
