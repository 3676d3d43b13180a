// A product in a form and back, without anything lost on the way.
import { expect, test } from "vitest";
import { cents } from "../values/money.ts";
import type { Product } from "./product.ts";
import { formatPrice, noProduct, productTexts, productTyped } from "./product-texts.ts";

const TOPSOIL: Product = {
  productId: "p",
  name: "Topsoil",
  sku: "TS",
  barcode: "",
  description: "Screened",
  costCents: cents(2650),
  price: "42",
  unit: "yd",
  group: "Stone",
  chartCode: "4000",
  taxable: true,
  retainable: false,
  version: 1,
  archived: false,
};

const US = { currency: "USD", locale: "en-US" };

test("what is drawn is sent back as it was", () => {
  const { productId: _id, version: _version, archived: _archived, ...sent } = TOPSOIL;
  expect(productTyped(productTexts(TOPSOIL, US), US)).toEqual(sent);
  const free = { ...TOPSOIL, costCents: null };
  expect(productTyped(productTexts(free, US), US)).toEqual({ ...sent, costCents: null });
});

test.each([
  ["26.5", "USD", 2650],
  [" 1,250 ", "USD", 125000],
  ["", "USD", null],
  ["120", "JPY", 120],
])("a cost of %j %s", (cost, currency, costCents) => {
  expect(productTyped({ ...noProduct("4000"), cost }, { ...US, currency })).toMatchObject({ costCents });
});

test.each(["x", "-1", "1.234"])("%j is no cost", (cost) => {
  expect(productTyped({ ...noProduct("4000"), cost }, US)).toBeNull();
});

test.each([
  ["12.5", "USD", "en-US", "12.50"],
  ["0.0375", "USD", "en-US", "0.0375"],
  ["1250", "USD", "en-US", "1,250.00"],
  ["1250.5", "EUR", "de-DE", "1.250,50"],
  ["120", "JPY", "en-US", "120"],
  ["9999999999999999.99999999", "USD", "en-US", "9,999,999,999,999,999.99999999"],
])("%s %s in %s is written %s", (price, currency, locale, text) => {
  expect(formatPrice(price, currency, locale)).toBe(text);
});

test("in Germany prices and costs are typed and drawn with a comma", () => {
  const germany = { currency: "EUR", locale: "de-DE" };
  const texts = productTexts({ ...TOPSOIL, price: "1234.5" }, germany);
  expect(texts.price).toBe("1234,5");
  expect(productTyped({ ...texts, price: "1.234,50", cost: "26,50" }, germany)).toMatchObject({
    price: "1234.50",
    costCents: 2650,
  });
  expect(productTyped({ ...texts, price: "12.50" }, germany)?.price).toBe("?12.50");
});
