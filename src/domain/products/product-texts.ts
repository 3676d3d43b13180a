// A product as the texts of a form: what is drawn, what was typed, and how both are compared with what others saved.
// Without zod, so that a browser isn't sent it.
import { PRICE_DIGITS } from "../values/decimal.ts";
import type { Texts } from "../edits.ts";
import { minorDigits, parseAmount, typedAmount, type Cents } from "../values/money.ts";
import { plainNumber, typedNumber, type Notation } from "../values/written-number.ts";
import type { Product } from "./product.ts";

export const PRODUCT_FIELDS = {
  name: "Name",
  sku: "SKU",
  barcode: "Barcode",
  price: "Sales price",
  unit: "Unit",
  cost: "Cost",
  description: "Description",
  group: "Product group",
  chartCode: "Revenue account",
  taxable: "Taxable",
  retainable: "Retainage may be held back",
} as const;
export type ProductField = keyof typeof PRODUCT_FIELDS;
export type ProductTexts = Texts<ProductField>;

const said = (yes: boolean) => (yes ? "yes" : "no");

export function productTexts(product: Product, { currency, locale }: Notation): ProductTexts {
  const { name, sku, barcode, description, price, unit, group, chartCode, costCents } = product;
  return {
    name,
    sku,
    barcode,
    description,
    price: typedNumber(price, locale),
    unit,
    group,
    chartCode,
    cost: costCents === null ? "" : typedAmount(costCents, currency, locale),
    taxable: said(product.taxable),
    retainable: said(product.retainable),
  };
}

/** A form that nobody has written in yet. */
export const noProduct = (chartCode: string): ProductTexts => ({
  name: "",
  sku: "",
  barcode: "",
  description: "",
  price: "",
  unit: "",
  group: "",
  chartCode,
  cost: "",
  taxable: "yes",
  retainable: "yes",
});

/** What was typed as the server takes it; null where the cost is no amount. */
export function productTyped(texts: ProductTexts, { currency, locale }: Notation) {
  const { cost, price, taxable, retainable, ...same } = texts;
  const read = cost.trim() === "" ? null : parseAmount(cost, currency, locale);
  if (typeof read === "string" || (read !== null && read < 0)) return null;
  const costCents: Cents | null = read;
  // What is no number here is said to be none by the server, beside its field.
  const plain = plainNumber(price, locale) ?? `?${price}`;
  return { ...same, price: plain, costCents, taxable: taxable === "yes", retainable: retainable === "yes" };
}

/** "12.50", and "0.0375" where cents aren't enough. */
export function formatPrice(price: string, currency: string, locale = "en-US"): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: minorDigits(currency),
    maximumFractionDigits: PRICE_DIGITS.scale,
    useGrouping: "always",
  }).format(price as Intl.StringNumericLiteral);
}
