// What a business may set, and how each is read from what people type.
import { describe, expect, test } from "vitest";
import { numberOf } from "../ledger/number-series.ts";
import { BusinessDetails, SeriesSettings, TaxSettings } from "./settings.ts";
import { linesTyped } from "./settings-texts.ts";

describe("the tax", () => {
  test.each([
    ["6.25", "6.25"],
    [" 6.875 % ", "6.875"],
    ["20", "20"],
    ["100", "100"],
    ["0.001", "0.001"],
    ["0", null],
    ["0.000", null],
  ])("of %j percent is %j", (taxRate, said) => {
    expect(TaxSettings.parse({ version: 1, taxName: " VAT ", taxRate })).toEqual({
      version: 1,
      taxName: "VAT",
      taxRate: said,
    });
  });

  test.each(["", " ", "100.001", "101", "-1", "6,25", "6.2505", "x", "1e1", "%"])(
    "of %j is none",
    (taxRate) => {
      const { error } = TaxSettings.safeParse({ version: 1, taxName: "VAT", taxRate });
      expect(error?.issues.map(({ path }) => path)).toEqual([["taxRate"]]);
    },
  );
});

test.each([
  ["no name of a tax", TaxSettings, { taxName: " ", taxRate: "0" }, "taxName"],
  ["a mail address without a place", BusinessDetails, { addressLines: [], phone: "", email: "x" }, "email"],
  [
    "seven lines",
    BusinessDetails,
    { addressLines: Array(7).fill("x"), phone: "", email: "" },
    "addressLines",
  ],
  ["no digits", SeriesSettings, { series: "invoice", prefix: "", padding: 0 }, "padding"],
  ["thirteen digits", SeriesSettings, { series: "invoice", prefix: "", padding: 13 }, "padding"],
  ["a line end in a prefix", SeriesSettings, { series: "invoice", prefix: "A\nB", padding: 1 }, "prefix"],
  ["a quote in a prefix", SeriesSettings, { series: "invoice", prefix: '"', padding: 1 }, "prefix"],
  [
    "a digit at the end of a prefix",
    SeriesSettings,
    { series: "invoice", prefix: "2026", padding: 1 },
    "prefix",
  ],
  ["the series of events", SeriesSettings, { series: "event", prefix: "", padding: 1 }, "series"],
])("%s is refused by its field", (_what, shape, given, field) => {
  const { error } = shape.safeParse({ version: 1, ...given });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("an address is its lines, a number its prefix and digits", () => {
  expect(linesTyped(" 1 Elm St \n\n  Barre \n")).toEqual(["1 Elm St", "Barre"]);
  expect([numberOf("INV-", 5, 42), numberOf("", 1, 1234)]).toEqual(["INV-00042", "1234"]);
});
