// The products of a business: adding one, changing it under the eyes of whoever else does, and putting it away.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { present } from "@/domain/assert.ts";
import { changesBetween } from "@/domain/edits.ts";
import { cents } from "@/domain/values/money.ts";
import type { EditedProduct, NewProduct, Product } from "@/domain/products/product.ts";
import { productTexts } from "@/domain/products/product-texts.ts";
import { PLAIN_LOCALE } from "@/domain/values/written-number.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { groupNamed } from "./discounts.ts";

export const PRODUCT_COLUMNS: SQL = sql`
  p.id, p.name, p.sku, p.barcode, p.description, p.cost, trim_scale(p.price)::text as price, p.unit, p.chart_code,
  coalesce((select g.name from books.product_groups g where g.id = p.group_id), '') as "group",
  p.taxable, p.retainable, p.version, p.archived_at is not null as archived`;

export type ProductColumns = {
  id: string;
  name: string;
  sku: string;
  barcode: string;
  description: string;
  cost: number | null;
  price: string;
  unit: string;
  group: string;
  chart_code: string;
  taxable: boolean;
  retainable: boolean;
  version: number;
  archived: boolean;
};

export function productOf(row: ProductColumns): Product {
  const { id, cost, chart_code: chartCode, ...same } = row;
  return { productId: id, costCents: cost === null ? null : cents(cost), chartCode, ...same };
}

/** Refuses a SKU or a barcode that another product has, archived or not. */
export async function createProduct(books: Books, given: NewProduct): Promise<{ productId: string }> {
  const chartCode = await revenueAccount(books, given.chartCode);
  const groupId = await groupNamed(books, given.group);
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.products (name, sku, barcode, description, cost, price, unit, chart_code, group_id, taxable, retainable)
    values (${given.name}, ${given.sku}, ${given.barcode}, ${given.description}, ${given.costCents}::bigint,
      ${given.price}::numeric, ${given.unit}, ${chartCode}, ${groupId}::uuid, ${given.taxable}, ${given.retainable})
    returning id`);
  return { productId: present(row, "a product was added").id };
}

/** Refuses with "changed-meanwhile" and { version, now }, the texts that stand now, what was edited from an older one. */
export async function editProduct(books: Books, edited: EditedProduct): Promise<{ version: number }> {
  const kept = await lockProduct(books, edited.productId);
  const given = { ...edited, group: edited.group ?? kept.group };
  const [texts, version] = [
    productTexts(kept, { currency: books.currency, locale: PLAIN_LOCALE }),
    kept.version,
  ];
  if (version !== given.version) throw new Refusal("changed-meanwhile", { version, now: texts });
  const chartCode = await revenueAccount(books, given.chartCode);
  const after = productTexts(
    { ...kept, ...given, chartCode },
    { currency: books.currency, locale: PLAIN_LOCALE },
  );
  if (changesBetween(texts, after).length === 0) return { version };
  const groupId = await groupNamed(books, given.group);
  await books.tx.execute(sql`
    update books.products set name = ${given.name}, sku = ${given.sku}, barcode = ${given.barcode},
      description = ${given.description}, cost = ${given.costCents}::bigint, price = ${given.price}::numeric,
      unit = ${given.unit}, chart_code = ${chartCode}, group_id = ${groupId}::uuid, taxable = ${given.taxable}, retainable = ${given.retainable},
      version = version + 1
    where id = ${kept.productId}::uuid`);
  return { version: version + 1 };
}

/** Takes it from the counter and from every list but that of the archived; what was sold of it stays. */
export const archiveProduct = (books: Books, productId: string) => putAway(books, productId, true);

export const unarchiveProduct = (books: Books, productId: string) => putAway(books, productId, false);

/** What it is already changes nothing. */
async function putAway(books: Books, productId: string, away: boolean): Promise<{ version: number }> {
  const now = await lockProduct(books, productId);
  if (now.archived === away) return { version: now.version };
  if (!away) await revenueAccount(books, now.chartCode);
  await books.tx.execute(sql`
    update books.products set archived_at = ${away ? sql`clock_timestamp()` : sql`null`}, version = version + 1
    where id = ${productId}::uuid`);
  return { version: now.version + 1 };
}

export const readProduct = (books: Books, productId: string): Promise<Product> =>
  find(books, productId, sql``);

const lockProduct = (books: Books, productId: string): Promise<Product> =>
  find(books, productId, sql`for update`);

async function find({ tx }: Books, productId: string, lock: SQL): Promise<Product> {
  if (!z.uuid().safeParse(productId).success) throw new Refusal("not-found");
  const [row] = await tx.execute<ProductColumns>(sql`
    select ${PRODUCT_COLUMNS} from books.products p where p.id = ${productId}::uuid ${lock}`);
  if (!row) throw new Refusal("not-found");
  return productOf(row);
}

export type RevenueAccount = { code: string; name: string };

/** Where a product's revenue can go, the usual one first. */
export async function readRevenueAccounts({ tx }: Books): Promise<RevenueAccount[]> {
  return tx.execute<RevenueAccount>(sql`
    select code, name from books.chart where ${TAKES_SALES} order by role is null, code`);
}

const TAKES_SALES = sql`kind = 'revenue' and (role is null or role = 'revenue') and archived_at is null`;

/** Refuses a line that names another account than one for sales. Reads nothing when no line names one. */
export async function checkRevenueAccounts(
  books: Books,
  lines: readonly { chartCode?: string | undefined }[],
): Promise<void> {
  if (lines.every(({ chartCode }) => chartCode === undefined)) return;
  const codes = new Set((await readRevenueAccounts(books)).map(({ code }) => code));
  const wrong = lines.findIndex(({ chartCode }) => chartCode !== undefined && !codes.has(chartCode));
  if (wrong >= 0) throw new Refusal("not-found", { field: `lines.${wrong}.chartCode` });
}

/** Refuses an account that isn't one for sales; none named is none refused. */
export async function checkRevenueAccount(books: Books, code: string | null): Promise<void> {
  if (code !== null) await revenueAccount(books, code);
}

/** Held until it is written, so that nobody puts it away meanwhile. */
async function revenueAccount({ tx }: Books, code: string | undefined): Promise<string> {
  const which = code === undefined ? sql`role = 'revenue'` : sql`code = ${code}`;
  const [account] = await tx.execute<{ code: string }>(
    sql`select code from books.chart where ${TAKES_SALES} and ${which} for key share`,
  );
  if (!account) throw new Refusal("not-found", { field: "chartCode" });
  return account.code;
}
