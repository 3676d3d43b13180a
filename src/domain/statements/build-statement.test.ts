// The three kinds of one account: each foots by itself, and they agree on what is owed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { day, addDays } from "../values/day.ts";
import { ZERO, cents, minus, plus, sum, type Cents } from "../values/money.ts";
import { NO_MESSAGES } from "./age-message.ts";
import { PLAIN_BRAND } from "../values/brand.ts";
import { buildStatement, listedCredits, type StatementFacts } from "./build-statement.ts";
import { finalDue, type StatementLine } from "./statement.ts";
import { STATEMENT_KINDS } from "./kinds.ts";

const party = { name: "x", addressLines: [], email: null, phone: null };
const ON = day("2026-02-28");

/** Invoices of which a part is paid, and payments of which a part is left, on top of an opening balance. */
function factsOf(
  invoices: [amount: number, paid: number][],
  credits: number[],
  opening: number,
): StatementFacts {
  const openItems = invoices.map(([amount, paid], n) => ({
    eventId: n + 1,
    number: `INV-${n + 1}`,
    job: null,
    issuedOn: addDays(ON, -n),
    dueOn: addDays(ON, 30 - 40 * n),
    daysPastDue: 40 * n - 30,
    amountCents: cents(amount),
    paidCents: cents(Math.min(paid, amount - 1)),
    openCents: cents(amount - Math.min(paid, amount - 1)),
  }));
  const openCredits = credits.map((openCents, n) => ({
    onDay: addDays(ON, -n),
    eventId: 1000 + n,
    description: "Payment",
    reference: null,
    openCents: cents(openCents),
  }));
  const closingCents = minus(total(openItems), total(openCredits));
  const openingCents = cents(opening);
  const moved = minus(closingCents, openingCents);
  const line: StatementLine = {
    onDay: ON,
    eventId: 5000,
    description: "All of it",
    reference: null,
    covers: [],
    chargeCents: moved > 0 ? moved : ZERO,
    creditCents: moved < 0 ? cents(-moved) : ZERO,
    balanceCents: closingCents,
  };
  return {
    business: { ...party, slug: "x", locale: "en-US", language: "en", paper: "LETTER" },
    customer: { ...party, number: "C-1", terms: "Net 30" },
    currency: "USD",
    paper: { brand: PLAIN_BRAND, messages: NO_MESSAGES, iban: null },
    fromOn: day("2026-02-01"),
    asOf: ON,
    openingCents,
    closingCents,
    retainedCents: ZERO,
    activity: moved === 0 ? [] : [line],
    openItems,
    openCredits,
  };
}

const total = (rows: readonly { openCents: Cents }[]) => sum(rows.map((row) => row.openCents));

const amount = fc.integer({ min: 1, max: 1_000_000 });
const anyFacts = fc
  .tuple(
    fc.array(fc.tuple(amount, amount), { maxLength: 12 }),
    fc.array(amount, { maxLength: 5 }),
    fc.integer({ min: -99_999, max: 99_999 }),
  )
  .map(([invoices, credits, opening]) => factsOf(invoices, credits, opening));

test("opening plus lines is the closing balance, and buckets less credit is the same, in every kind", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const kind of STATEMENT_KINDS) {
        const statement = buildStatement(kind, facts);
        const moved = sum(statement.lines.map((line) => minus(line.chargeCents, line.creditCents)));
        expect(plus(statement.openingCents, moved)).toBe(facts.closingCents);
        expect(statement.aging.netCents).toBe(facts.closingCents);
        expect(statement.closingCents).toBe(facts.closingCents);
      }
    }),
  );
});

test("an open item statement lists what is open and the credit beside it, in the order of their days", () => {
  const statement = buildStatement(
    "open-item",
    factsOf(
      [
        [100, 40],
        [50, 0],
      ],
      [30],
      0,
    ),
  );
  expect(
    statement.lines.map((line) => [line.description, line.chargeCents, line.creditCents, line.balanceCents]),
  ).toEqual([
    ["INV-2", 50, 0, 50],
    ["INV-1", 60, 0, 110],
    ["Payment", 0, 30, 80],
  ]);
  expect(listedCredits(statement).map((credit) => credit.openCents)).toEqual([30]);
  expect(statement.openingCents).toBe(0);
});

test("facts that don't foot make no statement", () => {
  const facts = factsOf([[100, 0]], [30], 0);
  for (const kind of STATEMENT_KINDS)
    expect(() => buildStatement(kind, { ...facts, closingCents: cents(71) })).toThrow("broken claim");
});

test("final due is what is owed less what may be kept for paying all of it early, and nothing where that would be all", () => {
  const early = { offeredCents: cents(20_00), untilOn: ON };
  const of = (...given: Parameters<typeof factsOf>) =>
    finalDue(buildStatement("open-item", { ...factsOf(...given), early }));
  expect(of([[1_000_00, 0]], [], 0)).toEqual({ amountCents: 980_00, untilOn: ON });
  expect(of([[1_000_00, 0]], [980_00], 0)).toBeNull();
  expect(finalDue(buildStatement("open-item", factsOf([[1_000_00, 0]], [], 0)))).toBeNull();
});
