// When an invoice is due under its terms, counted in days, to the end of its month, or on a day of the one that follows; and
// what may be kept of it for paying early.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, lastDayOf } from "./day.ts";
import { cents } from "./money.ts";
import {
  FIRST_TERMS,
  codeSaid,
  codeWords,
  dueUnder,
  faultOf,
  isShorter,
  offerUnder,
  offersTogether,
  readTerms,
  termsCode,
  termsWords,
  type Terms,
} from "./terms.ts";

test.each([
  ["net-0", "2026-01-31", "2026-01-31", "Immediate"],
  ["net-30", "2026-01-31", "2026-03-02", "Net 30"],
  ["net-365", "2024-02-29", "2025-02-28", "Net 365"],
  ["day-10", "2026-01-31", "2026-02-10", "Day 10 of next month"],
  ["day-10", "2026-12-01", "2027-01-10", "Day 10 of next month"],
  ["day-31", "2026-01-30", "2026-02-28", "Last day of next month"],
  ["day-29", "2028-01-30", "2028-02-29", "Day 29 of next month"],
  ["day-31", "2026-03-08", "2026-04-30", "Last day of next month"],
  ["eom", "2028-02-01", "2028-02-29", "End of month"],
  ["eom", "2026-04-30", "2026-04-30", "End of month"],
  ["net-30-2-10", "2026-01-31", "2026-03-02", "2/10 net 30"],
  ["net-0-1.5-0", "2026-01-31", "2026-01-31", "1.5/0, immediate"],
  ["eom-0.125-5", "2026-01-31", "2026-01-31", "0.125/5, end of month"],
  ["day-10-3-14", "2026-01-31", "2026-02-10", "3/14, day 10 of next month"],
])("%s of an invoice of %s is due %s", (code, issuedOn, due, words) => {
  const terms = readTerms(code);
  expect(terms && [dueUnder(terms, day(issuedOn)), termsWords(terms), termsCode(terms)]).toEqual([
    due,
    words,
    code,
  ]);
  expect(codeWords(code)).toBe(words);
  expect(codeSaid(words.toUpperCase())).toBe(code);
});

test.each([
  ...["", "net", "net-366", "net--1", "day-0", "day-32", "net-3.5", "NET-30", "eom-1", "2/10 net 30"],
  ...["net-30-2", "net-30-0-10", "net-30-2-31", "net-30-2.5000-10", "net-30-02-10", "net-030", "day-1-1-366"],
])("“%s” are no terms", (code) => {
  expect(readTerms(code)).toBeNull();
  expect(codeWords(code)).toBe(code);
});

test.each([
  [{ kind: "net", days: 366, discount: null }, "days"],
  [{ kind: "net", days: Number.NaN, discount: null }, "days"],
  [{ kind: "day", day: 32, discount: null }, "day"],
  [{ kind: "net", days: 30, discount: { percent: "100", days: 10 } }, "percent"],
  [{ kind: "net", days: 30, discount: { percent: "2.5005", days: 10 } }, "percent"],
  [{ kind: "month-end", discount: { percent: "2", days: -1 } }, "discount-days"],
  [{ kind: "net", days: 9, discount: { percent: "2", days: 10 } }, "discount-late"],
  [{ kind: "day", day: 31, discount: { percent: "99.999", days: 40 } }, null],
] as const)("%j: %s", (terms, fault) => {
  expect(faultOf(terms)).toBe(fault);
});

const discount = fc.option(
  fc.record({
    percent: fc.integer({ min: 1, max: 99_999 }).map((thousandths) => String(thousandths / 1000)),
    days: fc.nat(365),
  }),
);
const anyTerms: fc.Arbitrary<Terms> = fc
  .oneof(
    fc.record({ kind: fc.constant("net" as const), days: fc.nat(365), discount }),
    fc.record({ kind: fc.constant("day" as const), day: fc.integer({ min: 1, max: 31 }), discount }),
    fc.record({ kind: fc.constant("month-end" as const), discount }),
  )
  .filter((terms) => faultOf(terms) === null);
const anyDay = fc.nat(20_000).map((days) => addDays(day("2000-01-01"), days));

test("no terms make an invoice due before it was issued, and each is read as it is written", () => {
  fc.assert(
    fc.property(anyTerms, anyDay, (terms, issuedOn) => {
      const due = dueUnder(terms, issuedOn);
      expect(due >= issuedOn).toBe(true);
      if (terms.kind === "month-end") expect(due).toBe(lastDayOf(issuedOn));
      expect(readTerms(termsCode(terms))).toEqual(terms);
    }),
  );
});

test("terms are shorter by the days that they give", () => {
  const order = ["net-0", "net-15", "eom", "net-31", "day-10", "net-60"];
  expect([...order].sort((a, b) => (isShorter(a, b) ? -1 : 1))).toEqual(order);
  for (const code of FIRST_TERMS) expect(isShorter(code, code)).toBe(false);
});

describe("a discount for paying early", () => {
  const issuedOn = day("2026-01-31");

  test("is taken on the subtotal, until so many days after the issue", () => {
    const invoice = { issuedOn, subtotalCents: cents(1_000_00), openCents: cents(1_080_00) };
    expect(offerUnder("net-30-2-10", invoice)).toEqual({ offeredCents: 20_00, untilOn: "2026-02-10" });
    expect(offerUnder("net-30", invoice)).toBeNull();
    expect(offerUnder("", invoice)).toBeNull();
    expect(offerUnder("net-30-2-10", { ...invoice, subtotalCents: cents(0) })).toBeNull();
  });

  test("is round half up to the cent, and never more than is left to pay", () => {
    const amount = fc.integer({ min: 0, max: 10 ** 11 }).map((each) => cents(each));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), amount, amount, (rate, subtotalCents, openCents) => {
        const offer = offerUnder(`net-30-${rate / 1000}-10`, { issuedOn, subtotalCents, openCents });
        const whole = Number((BigInt(subtotalCents) * BigInt(rate) * 2n + 100_000n) / 200_000n);
        expect(offer?.offeredCents ?? 0).toBe(Math.min(whole, openCents));
      }),
    );
  });
});

test("offers together are all of what may be kept, until the first of them is too late", () => {
  const [one, two] = [
    { offeredCents: cents(20), untilOn: day("2026-02-11") },
    { offeredCents: cents(5), untilOn: day("2026-02-09") },
  ];
  expect(offersTogether([one, null, two])).toEqual({ offeredCents: 25, untilOn: "2026-02-09" });
  expect(offersTogether([null])).toBeNull();
});
