// What is typed at the counter comes to what the books would make of it, to the cent.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuick, readSale, writtenPrice, type TypedLine, type TypedSale } from "./counter.ts";
import { cents, decimalString } from "../values/money.ts";
import { payReceipt } from "./receipt-total.ts";

const line = (part: Partial<TypedLine> = {}): TypedLine => ({
  description: "Mulch",
  quantity: "1",
  unitPrice: "10.00",
  discount: "",
  taxable: true,
  ...part,
});
const read = (part: Partial<TypedSale>, taxRate: string | null = null, locale = "en-US") =>
  readSale(
    { lines: [line()], onAccount: "", tenders: [], ...part },
    {
      currency: "USD",
      locale,
      taxes: taxRate === null ? [] : [{ name: "Tax", agency: "State", rate: taxRate }],
    },
  );

test.each<[Partial<TypedLine>, number | string]>([
  [{}, 10_00],
  [{ quantity: "3", unitPrice: "12.50" }, 37_50],
  [{ quantity: "0.333", unitPrice: "10" }, 3_33],
  [{ quantity: "1", unitPrice: "0.005" }, 1],
  [{ discount: "2.5" }, 7_50],
  [{ discount: "10%" }, 9_00],
  [{ discount: " 12.5 % " }, 8_75],
  [{ discount: "100%" }, 0],
  [{ discount: "101%" }, "discount-too-large"],
  [{ discount: "10.01" }, "discount-too-large"],
  [{ discount: "-1" }, "discount"],
  [{ discount: "ten" }, "discount"],
  [{ discount: "%" }, "discount"],
  [{ quantity: "0" }, "quantity"],
  [{ quantity: "" }, "quantity"],
  [{ quantity: "-2" }, "quantity"],
  [{ unitPrice: "" }, "unitPrice"],
  [{ unitPrice: "1e5" }, "unitPrice"],
  [{ quantity: "999999999999", unitPrice: "9999999999999999" }, "unitPrice"],
  [{ description: " " }, "description"],
])("the line %j comes to %s", (part, outcome) => {
  const { lines, isReady } = read({ lines: [line(part)] });
  if (typeof outcome === "number") expect(lines[0]).toMatchObject({ totalCents: outcome, fault: null });
  else expect([lines[0]?.fault, isReady]).toEqual([outcome, false]);
});

describe("tenders", () => {
  test.each<[string, TypedSale["tenders"], object]>([
    ["nothing yet", [], { leftCents: 10_00, isReady: false }],
    [
      "cash, the exact amount",
      [{ tender: "cash", amount: "" }],
      { leftCents: 0, changeCents: 0, isReady: true },
    ],
    [
      "cash with change",
      [{ tender: "cash", amount: "20" }],
      { leftCents: 0, changeCents: 10_00, isReady: true },
    ],
    ["too little cash", [{ tender: "cash", amount: "4" }], { leftCents: 6_00, isReady: false }],
    [
      "cash first and a card for a part of it",
      [
        { tender: "cash", amount: "20" },
        { tender: "card", amount: "4" },
      ],
      { leftCents: 0, changeCents: 14_00, isReady: true },
    ],
    [
      "a check, and the house charge for the rest",
      [
        { tender: "house-charge", amount: "" },
        { tender: "check", amount: "2.50" },
      ],
      { leftCents: 0, houseChargeCents: 7_50, isReady: true },
    ],
    [
      "some cash, and the house charge for the rest",
      [
        { tender: "cash", amount: "4" },
        { tender: "house-charge", amount: "" },
      ],
      { leftCents: 0, houseChargeCents: 6_00, changeCents: 0, isReady: true },
    ],
    [
      "one too many",
      [
        { tender: "card", amount: "" },
        { tender: "check", amount: "" },
      ],
      { leftCents: 0, isReady: false },
    ],
    ["more than is due", [{ tender: "card", amount: "11" }], { leftCents: -1_00, isReady: false }],
    ["what is no amount", [{ tender: "card", amount: "x" }], { leftCents: 10_00, isReady: false }],
    ["a tender of nothing", [{ tender: "card", amount: "0" }], { isReady: false }],
  ])("%s", (_says, tenders, outcome) => {
    expect(read({ tenders })).toMatchObject(outcome);
  });

  test("a house charge pays for the purchases and their tax, never for a payment on account", () => {
    const sale = read({ onAccount: "50", tenders: [{ tender: "house-charge", amount: "" }] }, "10");
    expect(sale).toMatchObject({ houseChargeCents: 11_00, leftCents: 50_00, isReady: false });
    const more = read({ onAccount: "50", tenders: [{ tender: "house-charge", amount: "11.01" }] }, "10");
    expect(more.tenders[0]).toMatchObject({ fault: "more-than-left" });
  });

  test("a payment on account stands alone, too", () => {
    const sale = read({ lines: [], onAccount: "50", tenders: [{ tender: "check", amount: "" }] });
    expect(sale).toMatchObject({ isReady: true, total: { dueCents: 50_00, onAccountCents: 50_00 } });
    expect(read({ lines: [] }).isReady).toBe(false);
  });

  test("what is given away is ready without a tender, and with one that has nothing to pay", () => {
    const free = { lines: [line({ discount: "100%" })] };
    expect(read(free)).toMatchObject({ isReady: true, total: { dueCents: 0 } });
    expect(read({ ...free, tenders: [{ tender: "cash", amount: "" }] }).isReady).toBe(true);
    expect(read({ lines: [line()] }).isReady).toBe(false);
  });

  test("what is ready is what the books take", () => {
    const amount = fc.integer({ min: 0, max: 30_00 }).map((units) => decimalString(cents(units), "USD"));
    const tender = fc.record({
      tender: fc.constantFrom("cash" as const, "check" as const, "card" as const),
      amount: fc.oneof(fc.constant(""), amount),
    });
    const sales = fc.record({
      lines: fc.array(fc.record({ quantity: amount, unitPrice: amount, taxable: fc.boolean() }), {
        maxLength: 4,
      }),
      onAccount: fc.oneof(fc.constant(""), amount),
      tenders: fc.array(tender, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(sales, ({ lines, ...rest }) => {
        const sale = read({ ...rest, lines: lines.map(line) }, "6.875");
        if (!sale.isReady) return;
        const paid = payReceipt(sale.tenders, sale.total);
        expect(paid.changeCents).toBe(sale.changeCents);
      }),
    );
  });
});

test.each([
  ["MUL-1", { quantity: "1", said: "MUL-1" }],
  ["3*MUL-1", { quantity: "3", said: "MUL-1" }],
  ["2.5 x topsoil", { quantity: "2.5", said: "topsoil" }],
  ["4006381333931", { quantity: "1", said: "4006381333931" }],
  ["0*MUL-1", { quantity: "1", said: "0*MUL-1" }],
  ["3*", { quantity: "1", said: "3*" }],
  ["2x4 lumber", { quantity: "1", said: "2x4 lumber" }],
])("%s at the product box", (text, quick) => {
  expect(readQuick(text, "en-US")).toEqual(quick);
});

test.each([
  ["38.5", "USD", "38.50"],
  ["4", "USD", "4.00"],
  ["0.0375", "USD", "0.0375"],
  ["400", "JPY", "400"],
])("the price %s in %s is written %s", (price, currency, written) => {
  expect(writtenPrice(price, { currency, locale: "en-US" })).toBe(written);
});

test("in Germany a sale is typed with commas, and sent with points", () => {
  const sale = read(
    {
      lines: [line({ quantity: "2,5", unitPrice: "1.000,00", discount: "12,5%" })],
      tenders: [{ tender: "cash", amount: "2.500,00" }],
    },
    null,
    "de-DE",
  );
  expect(sale.lines[0]?.sold).toMatchObject({ quantity: "2.5", unitPrice: "1000", discountCents: 312_50 });
  expect(sale).toMatchObject({ changeCents: 312_50, isReady: true });
  expect(readQuick("2,5*MUL-1", "de-DE")).toEqual({ quantity: "2,5", said: "MUL-1" });
  expect(writtenPrice("38.5", { currency: "EUR", locale: "de-DE" })).toBe("38,50");
});
