// What may be a product, and how a price is read: exactly, with no float on the way.
import fc from "fast-check";
import { expect, test } from "vitest";
import { NewProduct, readPrice } from "./product.ts";

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

test("little is needed, and the rest has its usual value", () => {
  expect(NewProduct.parse({ name: " Topsoil ", price: "42.0" })).toEqual({
    name: "Topsoil",
    sku: "",
    barcode: "",
    description: "",
    costCents: null,
    price: "42",
    unit: "",
    group: "",
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
