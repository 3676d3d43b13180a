// The sentence under the tax report says what lies between it and the journal, and nothing where nothing does.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents, formatGross, type GrossSum } from "../values/money.ts";
import { tieWords } from "./tax-report-words.ts";

const write = (amount: GrossSum) => formatGross(amount, "USD").replace("−", "-");
const report = (part: Record<string, number>) => ({
  basis: "invoiced" as const,
  fromOn: day("2026-02-01"),
  throughOn: day("2026-02-28"),
  rows: [
    {
      agencyId: "a",
      agency: "Vermont",
      chartCode: "2200",
      accountCents: cents(16_00),
      counterCents: cents(0),
      taxCents: cents(16_00),
      journalCents: cents(16_00),
      postedCents: cents(part["posted"] ?? 16_00),
      laterCents: cents(part["later"] ?? 0),
      earlierCents: cents(part["earlier"] ?? 0),
      taxableCents: cents(0),
      exemptCents: cents(0),
    },
  ],
});

test("where every event was posted in its own month, nothing is said of months", () => {
  expect(tieWords(report({}), write)).toBe(
    "The journal credits 16.00 to the agencies’ accounts, as invoiced here.",
  );
});

test("what is dated here and posted later, and the other way round, with the difference", () => {
  expect(tieWords(report({ posted: 10_00, later: 8_00, earlier: 2_00 }), write)).toContain(
    "by posting months it lists 10.00 in these days, a difference of -6.00: " +
      "less 8.00 dated in these days and posted in a later month, plus 2.00 posted in these days and dated before.",
  );
});
