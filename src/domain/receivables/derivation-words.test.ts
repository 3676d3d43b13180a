// What is said above and below the sums of the five figures.
import { expect, test } from "vitest";
import { FIGURES } from "./derivation.ts";
import { FIGURE_NAMES, apartFromSum, derivationWords } from "./derivation-words.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";

const write = (amount: Cents) => formatAmount(amount, "USD");

test("every figure has its name and its own sentence", () => {
  const said = FIGURES.map((figure) => derivationWords(figure, { kind: "none" }, "You can charge 5.00."));
  expect(new Set(said).size).toBe(FIGURES.length);
  expect(said[FIGURES.indexOf("charge")]).toBe("You can charge 5.00.");
  expect(Object.keys(FIGURE_NAMES)).toEqual([...FIGURES]);
});

test.each([
  ["charge", -1_00, { kind: "amount", amountCents: cents(0) }, /leaves −1.00: nothing can be charged/],
  ["charge", 1_00, { kind: "amount", amountCents: cents(1_00) }, null],
  ["charge", 1_00, { kind: "refused", because: "hold" }, /whatever the limit leaves/],
  ["net", -1_00, { kind: "amount", amountCents: cents(0) }, null],
] as const)("%s of %i, %j", (figure, result, canCharge, meant) => {
  const said = apartFromSum(figure, cents(result), { canCharge, write });
  if (meant === null) expect(said).toBeNull();
  else expect(said).toMatch(meant);
});
