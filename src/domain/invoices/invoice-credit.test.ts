// What a credit memo of an invoice takes back: never more than is left, and in the end all of it, to the cent.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZERO, cents, minus, plus, sum, type Cents } from "../values/money.ts";
import { percentOf } from "../values/share.ts";
import { chargeTaxes } from "../values/tax.ts";
import {
  creditLine,
  creditLines,
  creditTaxes,
  leftToCredit,
  mostCredit,
  totalCredit,
  type CreditChoice,
  type CreditableLine,
  type CreditedLine,
} from "./invoice-credit.ts";

const NONE = { quantity: "0", totalCents: ZERO, taxCents: ZERO };
const billed = (
  line: number,
  quantity: string,
  [total, tax, held]: [number, number, number],
): CreditableLine => ({
  line,
  kind: "item",
  quantity,
  totalCents: cents(total),
  taxCents: cents(tax),
  heldCents: cents(held),
  credited: NONE,
});
const of = (...lines: CreditableLine[]) => ({ lines, givenUpCents: ZERO });

/** What stands after a credit memo. */
const after = (lines: readonly CreditableLine[], credited: readonly CreditedLine[]): CreditableLine[] =>
  lines.map((line) => {
    const one = credited.find((each) => each.line === line.line);
    if (!one) return line;
    const { credited: was, heldCents } = line;
    return {
      ...line,
      heldCents: minus(heldCents, one.retainageCents),
      credited: {
        quantity: String(Number(was.quantity) + Number(one.quantity ?? 0)),
        totalCents: plus(was.totalCents, one.totalCents),
        taxCents: plus(was.taxCents, one.taxCents),
      },
    };
  });

test("a quantity of a line carries back its share of tax and of what is held back", () => {
  const line = billed(1, "4", [100_00, 8_25, 10_00]);
  expect(creditLine(line, { quantity: "1" })).toEqual({
    line: 1,
    quantity: "1",
    totalCents: 25_00,
    taxCents: 2_06,
    retainageCents: 2_50,
  });
  expect(creditLine(line, { amountCents: cents(50_00) })).toMatchObject({ quantity: null, taxCents: 4_13 });
});

test("what was released isn't given up: it is credit", () => {
  const line = { ...billed(1, "1", [2_400_00, 0, 240_00]), heldCents: cents(180_00) };
  expect(totalCredit(creditLines(of(line), { by: "whole" }))).toEqual({
    subtotalCents: 2_400_00,
    taxCents: 0,
    retainageCents: 180_00,
    totalCents: 2_220_00,
  });
});

test("an amount is what the customer is credited, over all lines that bear something", () => {
  const lines = [
    billed(1, "1", [100_00, 8_25, 10_00]),
    billed(2, "1", [50_00, 0, 50_00]),
    billed(3, "1", [30_00, 0, 0]),
  ];
  const credited = creditLines(of(...lines), { by: "amount", amountCents: cents(64_13) });
  expect(totalCredit(credited).totalCents).toBe(64_13);
  expect(credited.map((line) => line.line)).toEqual([1, 3]);
  expect(mostCredit(of(...lines))).toBe(128_25);
});

test.each<[string, CreditChoice, object]>([
  [
    "a quantity",
    { by: "lines", lines: [{ line: 1, quantity: "2.000001" }] },
    { line: 1, left: "2", leftCents: 10_00 },
  ],
  ["an amount of a line", { by: "lines", lines: [{ line: 1, amountCents: cents(10_01) }] }, { line: 1 }],
  ["an amount", { by: "amount", amountCents: cents(11_01) }, { mostCents: 11_00 }],
])("more than is left is refused: %s", (_what, choice, details) => {
  expect(() => creditLines(of(billed(1, "2", [10_00, 1_00, 0])), choice)).toThrow(
    expect.objectContaining({
      code: "more-than-billed",
      details: expect.objectContaining(details) as object,
    }),
  );
});

test("what was written off isn't credited", () => {
  const creditable = { lines: [billed(1, "1", [100_00, 0, 0])], givenUpCents: cents(40_00) };
  expect(mostCredit(creditable)).toBe(60_00);
  for (const choice of [
    { by: "whole" },
    { by: "lines", lines: [{ line: 1, amountCents: cents(60_01) }] },
  ] as const)
    expect(() => creditLines(creditable, choice)).toThrow(
      expect.objectContaining({ code: "given-up-since" }),
    );
  expect(totalCredit(creditLines(creditable, { by: "amount", amountCents: cents(60_00) })).totalCents).toBe(
    60_00,
  );
});

test("nothing left, a text, and a line that isn't there are refused", () => {
  const done = after(
    [billed(1, "1", [5_00, 0, 0])],
    creditLines(of(billed(1, "1", [5_00, 0, 0])), { by: "whole" }),
  );
  expect(() => creditLines(of(...done), { by: "whole" })).toThrow(
    expect.objectContaining({ code: "nothing-credited" }),
  );
  const text: CreditableLine = { ...billed(2, "1", [0, 0, 0]), kind: "text" };
  for (const line of [2, 9])
    expect(() => creditLines(of(text), { by: "lines", lines: [{ line, amountCents: cents(1) }] })).toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
});

type Step = { way: number; at: number; share: number };
const step = fc.record({ way: fc.nat(2), at: fc.nat(9), share: fc.integer({ min: 1, max: 100 }) });
const someLines = fc.array(
  fc.record({
    total: fc.integer({ min: 1, max: 10 ** 7 }),
    held: fc.nat(100),
    taxable: fc.boolean(),
    pieces: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** A part that comes to less than half a cent credits nothing. */
function tried(...given: Parameters<typeof creditLines>): CreditedLine[] {
  try {
    return creditLines(...given);
  } catch (error) {
    expect(error).toMatchObject({ code: "nothing-credited" });
    return [];
  }
}

/** Part of what is left, in one of the three ways; null when there is none. */
function choiceOf(lines: readonly CreditableLine[], { way, at, share }: Step): CreditChoice | null {
  const line = lines[at % lines.length];
  if (!line) return null;
  const left = leftToCredit(line);
  const part = (amount: Cents) => cents(Math.ceil((amount * share) / 100));
  if (way === 0) {
    const amountCents = part(mostCredit({ lines, givenUpCents: ZERO }));
    return amountCents > 0 ? { by: "amount", amountCents } : null;
  }
  if (left.totalCents === ZERO) return null;
  if (way === 1) return { by: "lines", lines: [{ line: line.line, amountCents: part(left.totalCents) }] };
  return left.quantity === "0" ? null : { by: "lines", lines: [{ line: line.line, quantity: "1" }] };
}

test("whatever was credited before, no part is more than is left, and the rest is all of it, by line, agency and cent", () => {
  fc.assert(
    fc.property(someLines, fc.array(step, { maxLength: 8 }), (given, steps) => {
      const totals = given.map(({ total, taxable }) => ({ totalCents: cents(total), taxable }));
      const rates = ["6.875", "1.125"].map((rate) => ({ name: rate, agency: rate, rate }));
      const { byLine, taxes } = chargeTaxes(rates, totals);
      let lines = given.map(({ total, held, pieces }, at) =>
        billed(at + 1, String(pieces), [total, byLine[at] ?? 0, percentOf(cents(total), String(held))]),
      );
      const charged = totalCredit(creditLines(of(...lines), { by: "whole" }));
      let agencies = taxes.map((tax) => ({ leftCents: tax.taxCents }));
      let back = { subtotalCents: ZERO, taxCents: ZERO, retainageCents: ZERO, totalCents: ZERO };
      const take = (choice: CreditChoice) => {
        const credited = tried(of(...lines), choice);
        const total = totalCredit(credited);
        if (choice.by === "amount") expect(total.totalCents).toBe(choice.amountCents);
        for (const line of credited) expect(line.retainageCents).toBeLessThanOrEqual(line.totalCents);
        const shares = creditTaxes(total.taxCents, agencies);
        expect(sum(shares.map((tax) => tax.taxCents))).toBe(total.taxCents);
        agencies = shares.map((tax) => ({ leftCents: minus(tax.leftCents, tax.taxCents) }));
        lines = after(lines, credited);
        for (const line of lines) {
          const left = leftToCredit(line);
          expect(Math.min(left.totalCents, left.taxCents, left.heldCents)).toBeGreaterThanOrEqual(0);
          expect(left.heldCents).toBeLessThanOrEqual(left.totalCents);
        }
        back = {
          subtotalCents: plus(back.subtotalCents, total.subtotalCents),
          taxCents: plus(back.taxCents, total.taxCents),
          retainageCents: plus(back.retainageCents, total.retainageCents),
          totalCents: plus(back.totalCents, total.totalCents),
        };
      };
      for (const each of steps) {
        const choice = choiceOf(lines, each);
        if (choice) take(choice);
      }
      if (lines.some((line) => leftToCredit(line).totalCents > 0 || leftToCredit(line).taxCents > 0))
        take({ by: "whole" });
      expect(back).toEqual(charged);
      expect(agencies.every((tax) => tax.leftCents === 0)).toBe(true);
    }),
  );
});
