// The sentence between an aging and the books of its period.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";
import { postedLaterWords } from "./posted-later.ts";

const saying = { locale: "en-US", write: (amount: Cents) => formatAmount(amount, "USD") };
const ASOF = day("2026-03-31");

test("what was posted later is named by its months, with what the period's own books have", () => {
  const postedLater = [
    { dated: day("2026-02-01"), posted: day("2026-04-01"), amountCents: cents(5_00) },
    { dated: day("2026-03-01"), posted: day("2026-04-01"), amountCents: cents(-40_00) },
  ];
  expect(postedLaterWords({ netCents: cents(60_00), postedLater }, ASOF, saying)).toBe(
    "Of it, 95.00 is posted by the end of March 2026; dated in February 2026, posted in April 2026: 5.00; " +
      "dated in March 2026, posted in April 2026: −40.00.",
  );
});

test("where they agree there is nothing to say", () => {
  expect(postedLaterWords({ netCents: cents(60_00), postedLater: [] }, ASOF, saying)).toBe("");
});
