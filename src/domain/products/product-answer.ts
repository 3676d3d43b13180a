// What the API tells of products.
import { z } from "zod";
import { AnySum, pageOf } from "../values/answer-shapes.ts";

export const ProductAnswer = z.object({
  productId: z.string(),
  name: z.string(),
  sku: z.string(),
  barcode: z.string(),
  description: z.string(),
  /** In the business's own currency. */
  costCents: AnySum.nullable(),
  price: z.string(),
  unit: z.string(),
  group: z.string(),
  chartCode: z.string(),
  taxable: z.boolean(),
  retainable: z.boolean(),
  archived: z.boolean(),
  version: z.number().int(),
});
export const ProductsAnswer = pageOf(ProductAnswer);
export const NewProductAnswer = z.object({ productId: z.string() });
