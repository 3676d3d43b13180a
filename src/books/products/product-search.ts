// Finds products by what somebody typed or scanned: a barcode or a whole SKU first, then by name, words and slips.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";
import { readDiscountsOn } from "./discounts.ts";

const FOUND_AT_MOST = 8;

export type FoundProduct = {
  productId: string;
  name: string;
  description: string;
  sku: string;
  barcode: string;
  unit: string;
  /** Sales price of one, an exact decimal: "12.5". */
  price: string;
  taxable: boolean;
  /** Part of its price can be held back. */
  retainable: boolean;
  /** What the customer pays less for it, in percent; "0" is nothing. */
  discount: string;
  /** It is what was scanned or typed whole: no other can be meant. */
  exact: boolean;
};

/** Best first; nothing for nothing. `customerId`: who buys, where somebody was chosen. */
export async function findProducts(
  books: Books,
  { search, customerId = null }: { search: string; customerId?: string | null | undefined },
): Promise<FoundProduct[]> {
  const rows = await books.tx.execute<{
    product_id: string;
    name: string;
    description: string;
    sku: string;
    barcode: string;
    unit: string;
    price: string;
    taxable: boolean;
    retainable: boolean;
    rank: number;
  }>(sql`
    select f.product_id, p.name, p.description, p.sku, p.barcode, p.unit, trim_scale(p.price)::text as price, p.taxable,
      p.retainable, f.rank
    from books.find_products(${search}, ${FOUND_AT_MOST}) with ordinality as f(product_id, rank, place)
    join books.products p on p.id = f.product_id order by f.place`);
  const productIds = rows.map(({ product_id }) => product_id);
  const discounts = await readDiscountsOn(books, { customerId, productIds });
  return rows.map(({ product_id, rank, ...product }) => ({
    productId: product_id,
    ...product,
    discount: discounts[product_id] ?? "0",
    exact: rank === EXACT,
  }));
}

/** The rank that books.find_products gives a barcode or a SKU. */
const EXACT = 9;
