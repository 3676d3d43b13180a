// What may be a product, and how a price is read and written: exactly, with no float on the way.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "./money.ts";
import { NewProduct, changedFields, formatPrice, readPrice, type Product } from "./product.ts";

test.each([
  ["12.50", "12.5"],
  [" 0 ", "0"],
  ["0.00000001", "0.00000001"],
  ["1,250.5", "1250.5"],
  ["1,234,567", "1234567"],
  ["0012.", "12"],
  ["9999999999999999.99999999", "9999999999999999.99999999"],
  ["", null],
  ["-1", null],
  ["1,25", null],
  ["12,50.3", null],
  ["1e3", null],
  ["0.000000001", null],
  ["10000000000000000", null],
  ["١٢", null],
  ["$5", null],
])("the price %j is %j", (typed, price) => {
  expect(readPrice(typed)).toBe(price);
});

test("a price that was read is read as itself again", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 24n - 1n), (units) => {
      const digits = String(units).padStart(9, "0");
      const price = readPrice(`${digits.slice(0, -8)}.${digits.slice(-8)}`);
      expect(price).not.toBeNull();
      expect(readPrice(price ?? "")).toBe(price);
    }),
  );
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

test("little is needed, and the rest has its usual value", () => {
  expect(NewProduct.parse({ name: " Topsoil ", price: "42.0" })).toEqual({
    name: "Topsoil",
    sku: "",
    barcode: "",
    description: "",
    costCents: null,
    price: "42",
    unit: "",
    taxable: true,
    retainable: true,
  });
});

test.each([
  ["no name", { name: " " }, "name"],
  ["a name too long", { name: "x".repeat(201) }, "name"],
  ["no price", { price: "" }, "price"],
  ["a price below nothing", { price: "-0.01" }, "price"],
  ["a cost below nothing", { costCents: -1 }, "costCents"],
  ["a part of a cent", { costCents: 0.5 }, "costCents"],
  ["a SKU too long", { sku: "x".repeat(61) }, "sku"],
  ["a unit too long", { unit: "x".repeat(21) }, "unit"],
])("%s is refused by its field", (_what, wrong, field) => {
  const result = NewProduct.safeParse({ name: "Topsoil", price: "1", ...wrong });
  expect(result.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test("what changed is told field by field", () => {
  const before: Product = {
    productId: "p",
    name: "Topsoil",
    sku: "TS",
    barcode: "",
    description: "",
    costCents: cents(5),
    price: "42",
    unit: "yd",
    chartCode: "4000",
    taxable: true,
    retainable: true,
    version: 1,
    archived: false,
  };
  expect(changedFields(before, { ...before, version: 2 })).toEqual([]);
  expect(changedFields(before, { ...before, price: "43", costCents: null, version: 2 })).toEqual([
    "costCents",
    "price",
  ]);
});
