// What a business sells: its name and numbers, its price as an exact decimal, and how a document treats it
// (product.md B3).
import { z } from "zod";
import { PRICE_DIGITS, decimalText, parseDecimal } from "../values/decimal.ts";
import type { Cents } from "../values/money.ts";
import { AnyCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";

/** "1,250.5" as people type it is "1250.5"; what can't be read is null. */
export function readPrice(typed: string): string | null {
  const text = typed.trim();
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  const price = parseDecimal(plain, PRICE_DIGITS);
  return price && decimalText(price);
}

const Price = z.string().transform((typed, context) => {
  const price = readPrice(typed);
  if (price !== null) return price;
  context.addIssue({ code: "custom", message: "Enter a price like 12.50, with at most 8 decimals." });
  return z.NEVER;
});

const Cost = AnyCents.refine((amount) => amount >= 0, "Enter what it costs, or leave it empty.");

const Group = z.string().trim().max(60, "Shorten it to 60 characters.");

export const NewProduct = z.strictObject({
  name: writtenText("Enter a name.").max(200, "Shorten it to 200 characters."),
  sku: z.string().trim().max(60, "Shorten it to 60 characters.").default(""),
  barcode: z.string().trim().max(60, "Shorten it to 60 characters.").default(""),
  description: z.string().trim().max(500, "Shorten it to 500 characters.").default(""),
  /** What it costs the business: nobody else sees it. */
  costCents: Cost.nullable().default(null),
  price: Price,
  /** "each", "yd", "bag": how it is counted. */
  unit: z.string().trim().max(20, "Shorten it to 20 characters.").default(""),
  /** By its name; a new one is added to the groups. */
  group: Group.default(""),
  /** Where its revenue goes; left out, to Sales. */
  chartCode: z.string().trim().min(1).max(40).optional(),
  taxable: z.boolean().default(true),
  retainable: z.boolean().default(true),
});
export type NewProduct = z.output<typeof NewProduct>;

/** What was typed or scanned, and who buys it, where somebody was chosen. */
export const ProductSought = z.strictObject({
  search: z.string().max(200),
  customerId: z.uuid().nullable().optional(),
});

export const EditedProduct = NewProduct.extend({
  productId: z.string().max(60),
  /** The version that was edited. */
  version: z.number().int().positive(),
  /** Left out, it stays. */
  group: Group.optional(),
});
export type EditedProduct = z.output<typeof EditedProduct>;

export type Product = {
  productId: string;
  name: string;
  sku: string;
  barcode: string;
  description: string;
  costCents: Cents | null;
  /** An exact decimal without needless zeros: "12.5". */
  price: string;
  unit: string;
  /** The name of its group; "" where it is of none. */
  group: string;
  chartCode: string;
  taxable: boolean;
  retainable: boolean;
  version: number;
  archived: boolean;
};
