// The products of a business, as a list: found by any of their words, in any of three orders, those for sale or those put away.
import { sql, type SQL } from "drizzle-orm";
import type { Product } from "@/domain/products/product.ts";
import { encodeCursor, everyWord, pageOf } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { PRODUCT_COLUMNS, productOf, type ProductColumns } from "./products.ts";

export const PRODUCT_SORTS = ["name", "sku", "price"] as const;
export const PRODUCT_SHOWN = ["active", "archived"] as const;

export type ProductQuery = {
  search?: string | undefined;
  show: (typeof PRODUCT_SHOWN)[number];
  sort: (typeof PRODUCT_SORTS)[number];
  direction: "asc" | "desc";
  cursor?: string | undefined;
};

const PAGE = 50;
const KEYS = {
  // By the alphabet that people know, in any language: Ż beside Z.
  name: { key: sql`lower(p.name) collate "und-x-icu"`, type: "text" },
  sku: { key: sql`p.sku`, type: "text" },
  price: { key: sql`p.price`, type: "numeric" },
} as const;

type Row = ProductColumns & { sort_key: string };

export async function listProducts(
  books: Books,
  query: ProductQuery,
  size = PAGE,
): Promise<{ rows: Product[]; next: string | null }> {
  const { key, type } = KEYS[query.sort];
  const { direction, cursor } = query;
  const { after, order } = pageOf({ key, type, id: sql`p.id`, direction, cursor });
  const rows = await books.tx.execute<Row>(sql`
    select ${PRODUCT_COLUMNS}, (${key})::text as sort_key from books.products p
    where ${await matching(books, query)} and ${after} order by ${order} limit ${size + 1}`);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    rows: page.map(({ sort_key: _key, ...row }) => productOf(row)),
    next: last ? encodeCursor(last.sort_key, last.id) : null,
  };
}

/** How many match. */
export async function countProducts(books: Books, query: Narrowed): Promise<{ count: number }> {
  const [row] = await books.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from books.products p where ${await matching(books, query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

type Narrowed = Pick<ProductQuery, "search" | "show">;

/** Every word as it was typed; where nothing has them all, what the counter would find, a slip allowed. */
async function matching(books: Books, { search, show }: Narrowed): Promise<SQL> {
  const put = sql`p.archived_at is ${show === "archived" ? sql`not null` : sql`null`}`;
  const written = sql`${put} and ${everyWord(sql`p.search`, search)}`;
  const near = await findNear(books, { search, show }, written);
  return near.length === 0 ? written : sql`p.id = any (${sql.param(near)}::uuid[])`;
}

/** More than these aren't slips of one thing. */
const NEAR_AT_MOST = 60;

async function findNear({ tx }: Books, { search, show }: Narrowed, written: SQL): Promise<string[]> {
  const said = (search ?? "").trim();
  if (said === "" || show !== "active") return [];
  const rows = await tx.execute<{ product_id: string }>(sql`
    select f.product_id from books.find_products(${said}, ${NEAR_AT_MOST}) f
    where not exists (select from books.products p where ${written})`);
  return rows.map((row) => row.product_id);
}
