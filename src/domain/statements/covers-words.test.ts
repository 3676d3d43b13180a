// What a payment has settled, as a reader is told.
import { expect, test } from "vitest";
import { documentWords } from "../language/document-words.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";
import { coversWords } from "./covers-words.ts";

const reader = { say: documentWords("en"), amount: (of: Cents) => formatAmount(of, "USD", "en-US") };
const told = (paid: number, ...amounts: number[]) =>
  coversWords(
    {
      creditCents: cents(paid),
      covers: amounts.map((amount, n) => ({ number: `A-${n + 1}`, amountCents: cents(amount) })),
    },
    reader,
  );

test.each([
  [told(5_00), null],
  [told(5_00, 5_00), "for A-1"],
  [told(5_00, 4_00), "for A-1 4.00"],
  [told(5_00, 2_00, 3_00), "for A-1 2.00, A-2 3.00"],
  [
    told(8_00, 1_00, 1_00, 1_00, 1_00, 1_00, 1_00, 1_00, 1_00),
    "for A-1 1.00, A-2 1.00, A-3 1.00, A-4 1.00, A-5 1.00, A-6 1.00 and 2 more",
  ],
])("%j is told as %j", (said, expected) => expect(said).toBe(expected));
