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
  chartCode: "4000",
  taxable: true,
  retainable: false,
  version: 1,
  archived: false,
};

test("what is drawn is sent back as it was", () => {
  const { productId: _id, version: _version, archived: _archived, ...sent } = TOPSOIL;
  expect(productTyped(productTexts(TOPSOIL, "USD"), "USD")).toEqual(sent);
  const free = { ...TOPSOIL, costCents: null };
  expect(productTyped(productTexts(free, "USD"), "USD")).toEqual({ ...sent, costCents: null });
});

test.each([
  ["26.5", "USD", 2650],
  [" 1,250 ", "USD", 125000],
  ["", "USD", null],
  ["120", "JPY", 120],
])("a cost of %j %s", (cost, currency, costCents) => {
  expect(productTyped({ ...noProduct("4000"), cost }, currency)).toMatchObject({ costCents });
});

test.each(["x", "-1", "1.234"])("%j is no cost", (cost) => {
  expect(productTyped({ ...noProduct("4000"), cost }, "USD")).toBeNull();
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
