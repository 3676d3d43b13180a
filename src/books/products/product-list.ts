// The products of a business, as a list: found by any of their words, in any of three orders, those for sale or those put away.
import { sql, type SQL } from "drizzle-orm";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { productList } from "@/domain/products/product-list.ts";
import type { Product } from "@/domain/products/product.ts";
import { byName, byNumber, everyWord, readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { PRODUCT_COLUMNS, productOf } from "./products.ts";

type Match = MatchOf<typeof productList>;

const ID = { id: sql`p.id` };
const KEYS: Record<keyof typeof productList.sorts, Key> = {
  name: { ...byName(sql`p.name`), ...ID },
  sku: { ...byNumber(sql`p.sku`), ...ID },
  price: { key: sql`p.price`, type: "numeric", ...ID },
};

export async function listProducts(
  books: Books,
  query: QueryOf<typeof productList>,
  size?: number,
): Promise<Page<Product>> {
  const where = await matching(books, query);
  const select = { select: PRODUCT_COLUMNS, from: sql`books.products p`, where, rowOf: productOf };
  return readPage(books, { list: productList, keys: KEYS, ...select }, query, size);
}

/** How many match. */
export async function countProducts(books: Books, query: Match): Promise<{ count: number }> {
  const [row] = await books.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from books.products p where ${await matching(books, query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

/** Every word as it was typed; where nothing has them all, what the counter would find, a slip allowed. */
async function matching(books: Books, { search, show }: Match): Promise<SQL> {
  const put = sql`p.archived_at is ${show === "archived" ? sql`not null` : sql`null`}`;
  const written = sql`${put} and ${everyWord(sql`p.search`, search)}`;
  const near = await findNear(books, { search, show }, written);
  return near.length === 0 ? written : sql`p.id = any (${sql.param(near)}::uuid[])`;
}

/** More than these aren't slips of one thing. */
const NEAR_AT_MOST = 60;

async function findNear({ tx }: Books, { search, show }: Match, written: SQL): Promise<string[]> {
  if (!search || show === "archived") return [];
  const rows = await tx.execute<{ product_id: string }>(sql`
    select f.product_id from books.find_products(${search}, ${NEAR_AT_MOST}) f
    where not exists (select from books.products p where ${written})`);
  return rows.map((row) => row.product_id);
}
