// The products of a business, as a list: found by any of their words, in any of three orders, those for sale or those put away.
import { sql, type SQL } from "drizzle-orm";
import type { Product } from "@/domain/product.ts";
import { encodeCursor, everyWord, pageOf } from "./list-order.ts";
import type { Books } from "./open.ts";
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
  { tx }: Books,
  query: ProductQuery,
  size = PAGE,
): Promise<{ rows: Product[]; next: string | null }> {
  const { key, type } = KEYS[query.sort];
  const { direction, cursor } = query;
  const { after, order } = pageOf({ key, type, id: sql`p.id`, direction, cursor });
  const rows = await tx.execute<Row>(sql`
    select ${PRODUCT_COLUMNS}, (${key})::text as sort_key from books.products p
    where ${matching(query)} and ${after} order by ${order} limit ${size + 1}`);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    rows: page.map(({ sort_key: _key, ...row }) => productOf(row)),
    next: last ? encodeCursor(last.sort_key, last.id) : null,
  };
}

/** How many match. */
export async function countProducts(
  { tx }: Books,
  query: Pick<ProductQuery, "search" | "show">,
): Promise<{ count: number }> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from books.products p where ${matching(query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

const matching = ({ search, show }: Pick<ProductQuery, "search" | "show">): SQL => sql`
  p.archived_at is ${show === "archived" ? sql`not null` : sql`null`} and ${everyWord(sql`p.search`, search)}`;
