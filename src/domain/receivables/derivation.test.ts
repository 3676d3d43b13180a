// The formulas of the five figures come to the figures, over any numbers; the example of product.md to the cent.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AccountFigures, CreditLimit } from "../ledger/account.ts";
import { FIGURES, assertAddsUp, formulaOf, isFigure, resultOf, signed } from "./derivation.ts";
import { ZERO, cents, minus, sum } from "../values/money.ts";

const EXAMPLE: AccountFigures = {
  balanceCents: cents(1_850_90),
  openCreditCents: cents(300_00),
  earmarkedCents: cents(100_00),
  reservedCents: ZERO,
  retainedCents: ZERO,
  netCents: cents(1_550_90),
  countEarmarked: false,
};
const LIMIT: CreditLimit = { kind: "limit", limitCents: cents(5_000_00) };

test.each([
  ["balance", 1_850_90],
  ["credit", 300_00],
  ["net", 1_550_90],
  ["charge", 3_349_10],
  ["limit", 5_000_00],
] as const)("%s of the example comes to %i", (figure, meant) => {
  expect(resultOf(figure, EXAMPLE, LIMIT)).toBe(meant);
});

test("a formula comes to its figure, whatever the numbers", () => {
  const amount = fc.integer({ min: 0, max: 1e9 }).map(cents);
  const accounts = fc.tuple(amount, amount, amount, amount, amount, fc.boolean()).map(
    ([balanceCents, openCreditCents, earmarkedCents, reservedCents, limitCents, countEarmarked]) =>
      [
        {
          balanceCents,
          openCreditCents,
          earmarkedCents,
          reservedCents,
          netCents: minus(balanceCents, openCreditCents),
          retainedCents: ZERO,
          countEarmarked,
        },
        { kind: "limit", limitCents },
      ] as const,
  );
  fc.assert(
    fc.property(accounts, fc.constantFrom(...FIGURES), ([figures, limit], figure) => {
      const parts = formulaOf(figure, figures, limit);
      if (parts.length > 0) expect(sum(parts.map(signed))).toBe(resultOf(figure, figures, limit));
    }),
  );
});

test("without a limit there is no sum", () => {
  for (const kind of ["none", "unlimited"] as const) {
    expect(resultOf("charge", EXAMPLE, { kind })).toBeNull();
    expect(resultOf("limit", EXAMPLE, { kind })).toBeNull();
  }
});

test("a page that a cent is missing from is our mistake", () => {
  const line = { eventId: 1, name: "Invoice", on: null, note: "", cents: cents(5) };
  const page = {
    figure: "balance" as const,
    lines: [line],
    next: null,
    before: { count: 0, cents: ZERO },
    after: { count: 2, cents: cents(7) },
  };
  expect(() => assertAddsUp({ ...page, resultCents: cents(12) })).not.toThrow();
  expect(() => assertAddsUp({ ...page, resultCents: cents(11) })).toThrow("add up");
});

test.each([
  ["net", true],
  ["gross", false],
  [undefined, false],
])("%j is a figure: %s", (text, meant) => {
  expect(isFigure(text)).toBe(meant);
});
