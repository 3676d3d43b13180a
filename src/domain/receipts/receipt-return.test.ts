// Goods brought back: in whatever pieces they come, what goes back for them is what was paid, to the cent.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZERO, cents, plus, type Cents } from "../values/money.ts";
import { bringBack, checkGivenBack, leftOf, totalReturn, type ReturnableLine } from "./receipt-return.ts";

const sold = (quantity: string, totalCents: number, taxCents: number): ReturnableLine => ({
  line: 1,
  description: "Nails",
  unit: "",
  quantity,
  unitPrice: "1",
  totalCents: cents(totalCents),
  taxCents: cents(taxCents),
  returned: { quantity: "0", totalCents: ZERO, taxCents: ZERO },
});

test("one by one, all of it comes back, and no return is more than a cent from its share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 }),
      fc.nat(10 ** 6),
      fc.nat(10 ** 5),
      (thousandths, total, tax) => {
        const text = (n: number) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}`;
        const all = thousandths.reduce((a, b) => a + b, 0);
        const line = sold(text(all), total, tax);
        let back = 0;
        for (const part of thousandths) {
          const one = bringBack(line, text(part), "USD");
          expect(Math.abs(one.totalCents - (total * part) / all)).toBeLessThanOrEqual(1);
          back += part;
          line.returned = {
            quantity: text(back),
            totalCents: plus(line.returned.totalCents, one.totalCents),
            taxCents: plus(line.returned.taxCents, one.taxCents),
          };
        }
        expect(line.returned).toMatchObject({ totalCents: total, taxCents: tax });
        expect(leftOf(line)).toBe("0");
      },
    ),
  );
});

test("more than is left is refused, by the smallest part", () => {
  const line = {
    ...sold("2", 2_00, 0),
    returned: { quantity: "1.5", totalCents: cents(1_50), taxCents: ZERO },
  };
  expect(leftOf(line)).toBe("0.5");
  expect(bringBack(line, "0.5", "USD").totalCents).toBe(50);
  expect(() => bringBack(line, "0.500001", "USD")).toThrow(
    expect.objectContaining({ code: "more-than-sold", details: { line: 1, left: "0.5" } }),
  );
});

test("a discounted line comes back for what it cost", () => {
  expect(bringBack(sold("4", 3_00, 0), "1", "USD")).toEqual({
    quantity: "1",
    totalCents: 75,
    taxCents: 0,
    discountCents: 25,
  });
});

test.each<[string | null, number, number, number]>([
  [null, 10_00, 0, 0],
  [null, 4_00, 6_00, 6_00],
  ["not-what-comes-back", 9_99, 0, 0],
  ["not-what-comes-back", 5_00, 6_00, 6_00],
  ["more-than-money", 3_99, 6_01, 6_00],
])("%s: %i to the account, %i of at most %i in money", (code, toAccount, money, most) => {
  const total = totalReturn([bringBack(sold("1", 10_00, 0), "1", "USD")]);
  const given = {
    toAccountCents: toAccount as Cents,
    moneyCents: money as Cents,
    mostMoneyCents: most as Cents,
  };
  if (code === null) checkGivenBack(total, given);
  else expect(() => checkGivenBack(total, given)).toThrow(expect.objectContaining({ code }));
});

test("what was free is brought back for nothing", () => {
  const total = totalReturn([bringBack(sold("1", 0, 0), "1", "USD")]);
  const given = { toAccountCents: ZERO, moneyCents: ZERO, mostMoneyCents: ZERO };
  checkGivenBack(total, given);
  expect(() => checkGivenBack(total, { ...given, toAccountCents: cents(1) })).toThrow(
    expect.objectContaining({ code: "not-what-comes-back" }),
  );
});
