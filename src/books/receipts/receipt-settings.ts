// What a receipt is made on besides what the counter sends: the taxes of its day, and of each product its SKU and where its
// revenue goes.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { ChargeProof } from "@/domain/receipts/signature.ts";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import { Refusal } from "@/domain/refusal.ts";
import { readSaleTaxes, type Taxed } from "../ledger/taxes-in-force.ts";
import type { Books } from "../open.ts";

type Row = {
  start_on: Day;
  charge_proof: ChargeProof;
  revenue: string;
  products: { id: string; sku: string; code: string }[];
};

export type ReceiptSettings = {
  /** The accounting start date: nothing is sold before it. */
  startOn: Day;
  /** What a house charge at the counter takes. */
  chargeProof: ChargeProof;
  taxes: TaxInForce[];
  /** Refuses a product that isn't there with "not-found". */
  productOf(productId: string | null, line: number): { sku: string; chartCode: string };
};

export async function readReceiptSettings(
  books: Books,
  productIds: readonly (string | null)[],
  taxed: Taxed,
): Promise<ReceiptSettings> {
  const ids = [...new Set(productIds.filter((each) => each !== null))];
  const [[row], { taxes }] = await Promise.all([
    books.tx.execute<Row>(sql`
    select s.start_on, s.charge_proof, c.code as revenue, coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'sku', p.sku, 'code', p.chart_code))
      from books.products p where p.id = any (${sql.param(ids)}::uuid[])), '[]') as products
    from books.settings s, books.chart c where c.role = 'revenue'`),
    readSaleTaxes(books, taxed),
  ]);
  const { start_on, charge_proof, revenue, products } = present(row, "a business has settings and sales");
  const byId = new Map(products.map(({ id, sku, code }) => [id, { sku, chartCode: code }]));
  return {
    startOn: start_on,
    chargeProof: charge_proof,
    taxes,
    productOf(productId, line) {
      if (productId === null) return { sku: "", chartCode: revenue };
      const product = byId.get(productId.toLowerCase());
      if (!product) throw new Refusal("not-found", { field: `lines.${line}.productId` });
      return product;
    },
  };
}
