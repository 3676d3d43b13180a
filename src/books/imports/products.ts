// Products of a file: by SKU, else by name. A new one is added; one that is there says what the file says anew, or is skipped.
import { sql } from "drizzle-orm";
import type { FileProduct } from "@/domain/imports/entries.ts";
import { foldName } from "@/domain/imports/fold.ts";
import { minorDigits } from "@/domain/values/money.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import { groupNamed } from "../products/discounts.ts";

type Row = {
  id: string;
  sku: string;
  name: string;
  description: string;
  unit: string;
  group: string;
  price: string;
  cost: string | null;
  taxable: boolean;
  version: number;
};
/** As it stood before a file changed it. */
export type ProductBefore = Row;

export async function bringInProducts(
  books: Books,
  products: readonly FileProduct[],
): Promise<{ made: string[]; changed: ProductBefore[]; skipped: number }> {
  const rows = await books.tx.execute<Row>(sql`
    select id, sku, name, description, unit,
      coalesce((select g.name from books.product_groups g where g.id = p.group_id), '') as "group", trim_scale(price)::text as price,
      trim_scale(cost / 10::numeric ^ ${minorDigits(books.currency)}::int)::text as cost, taxable, version
    from books.products p order by archived_at is not null, id for update of p`);
  const bySku = new Map(rows.map((row) => [row.sku, row] as const).reverse());
  const byName = new Map(rows.map((row) => [foldName(row.name), row] as const).reverse());
  const known = products.map((product) => ({
    product,
    row: product.sku === "" ? byName.get(foldName(product.name)) : bySku.get(product.sku),
  }));
  await nameGroups(books, products);
  const made = await add(
    books,
    known.flatMap(({ product, row }) => (row ? [] : [product])),
  );
  const changes = known.flatMap(({ product, row }) => {
    const said = row && changedIn(product, row);
    return row && said ? [{ row, said }] : [];
  });
  await change(
    books,
    changes.map(({ said }) => said),
  );
  return {
    made,
    changed: changes.map(({ row }) => row),
    skipped: products.length - made.length - changes.length,
  };
}

async function add(books: Books, products: readonly FileProduct[]): Promise<string[]> {
  if (products.length === 0) return [];
  const ids = await newIds(books, products.length);
  const rows = products.map((product, at) => ({ ...product, id: ids[at], price: product.price || "0" }));
  await books.tx.execute(sql`
    insert into books.products (id, name, sku, description, cost, price, unit, group_id, chart_code, taxable)
    select p.id, p.name, p.sku, p.description, ${costOf(books)}, p.price::numeric, p.unit, ${GROUP}, c.code, coalesce(p.taxable, true)
    from ${given(rows)} join books.chart c on c.role = 'revenue'`);
  return ids;
}

async function change(books: Books, rows: readonly (FileProduct & { id: string })[]): Promise<void> {
  if (rows.length === 0) return;
  await books.tx.execute(sql`
    update books.products k set name = coalesce(nullif(p.name, ''), k.name), description = coalesce(nullif(p.description, ''), k.description),
      cost = coalesce(${costOf(books)}, k.cost), price = coalesce(nullif(p.price, '')::numeric, k.price),
      unit = coalesce(nullif(p.unit, ''), k.unit), group_id = coalesce(${GROUP}, k.group_id), taxable = coalesce(p.taxable, k.taxable), version = k.version + 1
    from ${given(rows)} where k.id = p.id`);
}

/** Gives back what stood before, where nobody has changed the product since. */
export async function giveBackProducts(books: Books, before: readonly ProductBefore[]): Promise<void> {
  if (before.length === 0) return;
  await books.tx.execute(sql`
    update books.products k set name = p.name, description = p.description, cost = ${costOf(books)}, price = p.price::numeric,
      unit = p.unit, group_id = ${GROUP}, taxable = p.taxable, version = k.version + 1
    from ${given(before)} where k.id = p.id and k.version = p.version + 1 and k.archived_at is null`);
}

const given = (rows: readonly object[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as p (id uuid, name text, sku text, description text, cost text,
    price text, unit text, "group" text, taxable boolean, version int)`;

/** Of the product `p` that is written. */
const GROUP = sql`(select g.id from books.product_groups g where lower(g.name) = lower(p."group") order by g.name <> p."group", g.id limit 1)`;

/** Those that aren't there yet are added. */
async function nameGroups(books: Books, products: readonly FileProduct[]): Promise<void> {
  for (const name of new Set(products.map(({ group }) => group))) await groupNamed(books, name);
}

const costOf = ({ currency }: Books) =>
  sql`round(nullif(p.cost, '')::numeric * 10::numeric ^ ${minorDigits(currency)}::int)::bigint`;

/** Null where the file says nothing new. */
function changedIn(product: FileProduct, row: Row): (FileProduct & { id: string }) | null {
  const same = (said: string, there: string | null) => said === "" || said === there;
  const number = (text: string | null) => (text === null || text === "" ? "" : String(Number(text)));
  const texts =
    (["name", "description", "unit"] as const).every((field) => same(product[field], row[field])) &&
    same(product.group.toLowerCase(), row.group.toLowerCase());
  const figures =
    same(number(product.price), number(row.price)) &&
    same(number(product.cost), number(row.cost)) &&
    (product.taxable === null || product.taxable === row.taxable);
  return texts && figures ? null : { ...product, id: row.id };
}
