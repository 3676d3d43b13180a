// One statement for a parent and its branches: what each owes, what all owe, and that neither can be wrong alone.
import { describe, expect, test } from "vitest";
import { STATEMENT_KINDS } from "./kinds.ts";
import { day } from "../values/day.ts";
import { PLAIN_BRAND } from "../values/brand.ts";
import { ZERO, cents, minus, sum } from "../values/money.ts";
import { NO_MESSAGES } from "./age-message.ts";
import type { StatementFacts } from "./build-statement.ts";
import { buildFamilyStatement, partOf } from "./family-statement.ts";
import { assertFoots, finalDue } from "./statement.ts";

const party = { addressLines: [], email: null, phone: null };
const ASOF = day("2026-03-31");

/** An account with so much brought forward, an invoice in March, and credit that isn't applied. */
function facts(number: string, forward: number, invoiced: number, credit = 0): StatementFacts {
  const [openingCents, invoicedCents, creditCents] = [cents(forward), cents(invoiced), cents(credit)];
  const line = { reference: null, covers: [] };
  const items = [
    { number: `${number}-1`, eventId: 1, onDay: "2025-12-01", openCents: openingCents },
    { number: `${number}-2`, eventId: 2, onDay: "2026-03-10", openCents: invoicedCents },
  ].filter((item) => item.openCents > 0);
  return {
    business: { name: "Shop", ...party, slug: "x", locale: "en-US", language: "en", paper: "LETTER" },
    customer: { name: `Branch ${number}`, ...party, number, terms: "Net 30" },
    currency: "USD",
    paper: {
      brand: PLAIN_BRAND,
      messages: { ...NO_MESSAGES, current: "Thank you", d61_90: "Very late" },
      iban: null,
    },
    fromOn: day("2026-03-01"),
    asOf: ASOF,
    openingCents,
    closingCents: cents(forward + invoiced - credit),
    retainedCents: cents(7),
    activity: [
      ...(invoiced > 0
        ? [
            {
              ...line,
              onDay: day("2026-03-10"),
              eventId: 2,
              description: "Invoice",
              chargeCents: invoicedCents,
              creditCents: ZERO,
              balanceCents: cents(forward + invoiced),
            },
          ]
        : []),
      ...(credit > 0
        ? [
            {
              ...line,
              onDay: day("2026-03-20"),
              eventId: 3,
              description: "Payment",
              chargeCents: ZERO,
              creditCents,
              balanceCents: cents(forward + invoiced - credit),
            },
          ]
        : []),
    ],
    openItems: items.map(({ onDay, ...item }) => ({
      ...item,
      job: null,
      issuedOn: day(onDay),
      dueOn: item.eventId === 1 ? day("2026-01-10") : day("2026-04-09"),
      daysPastDue: item.eventId === 1 ? 80 : -9,
      amountCents: item.openCents,
      paidCents: ZERO,
    })),
    openCredits:
      credit > 0
        ? [
            {
              onDay: day("2026-03-20"),
              eventId: 3,
              description: "Payment",
              reference: null,
              openCents: creditCents,
            },
          ]
        : [],
  };
}

const FAMILY = [facts("P", 100_00, 50_00), facts("B1", 0, 30_00, 80_00), facts("B2", 20_00, 0)] as const;

describe.each(STATEMENT_KINDS)("as %s", (kind) => {
  const statement = buildFamilyStatement(kind, [...FAMILY]);

  test("opening and lines are the closing, over all and over each", () => {
    const moved = sum(statement.lines.map((line) => minus(line.chargeCents, line.creditCents)));
    expect(statement.openingCents + moved).toBe(statement.closingCents);
    expect(statement.closingCents).toBe(120_00);
    expect(statement.accounts?.map(({ number, closingCents }) => [number, closingCents])).toEqual([
      ["P", 150_00],
      ["B1", -50_00],
      ["B2", 20_00],
    ]);
    for (const account of statement.accounts ?? [])
      expect(partOf(statement, account).closingCents).toBe(account.closingCents);
  });

  test("each line and item says whose it is, account by account", () => {
    const whose = statement.lines.map((line) => line.account);
    expect([...new Set(whose)]).toEqual(
      [...new Set(whose)].sort(
        (a, b) => ["P", "B1", "B2"].indexOf(a ?? "") - ["P", "B1", "B2"].indexOf(b ?? ""),
      ),
    );
    expect(statement.openItems.map((item) => [item.account, item.number])).toEqual([
      ["P", "P-1"],
      ["P", "P-2"],
      ["B1", "B1-2"],
      ["B2", "B2-1"],
    ]);
  });

  test("the aging is the sum of theirs, and the oldest of all chooses the message", () => {
    expect(statement.aging).toMatchObject({
      current: 80_00,
      d61_90: 120_00,
      totalCents: 200_00,
      unappliedCents: 80_00,
      netCents: 120_00,
      retainedCents: 21,
    });
    expect(statement.message).toBe("Very late");
    expect(statement.customer.number).toBe("P");
  });

  test.each([
    ["a closing", { closingCents: cents(1) }],
    ["an opening", { openingCents: cents(1) }],
  ])("%s of one account that doesn't foot is never shown", (_what, wrong) => {
    const [first, ...others] = statement.accounts ?? [];
    if (!first) throw new Error("the parent is there");
    expect(() => assertFoots({ ...statement, accounts: [{ ...first, ...wrong }, ...others] })).toThrow();
  });

  test("a line that is nobody's is never shown", () => {
    const [line, ...others] = statement.lines;
    if (!line) throw new Error("there are lines");
    expect(() => assertFoots({ ...statement, lines: [{ ...line, account: "B9" }, ...others] })).toThrow();
  });
});

test("branches without anything are left out; a parent alone has its own statement", () => {
  const nothing = { ...facts("B3", 0, 0), retainedCents: ZERO };
  expect(buildFamilyStatement("activity", [FAMILY[0], nothing]).accounts).toBeUndefined();
  expect(buildFamilyStatement("activity", [FAMILY[0], nothing, FAMILY[2]]).accounts).toHaveLength(2);
});

test("what may be kept of each is kept of all by the first of their last days, and a part says nothing of it", () => {
  const kept = (amount: number, untilOn: string) => ({ offeredCents: cents(amount), untilOn: day(untilOn) });
  const whole = buildFamilyStatement("open-item", [
    { ...facts("P", 0, 500), early: kept(10, "2026-04-10") },
    { ...facts("B", 0, 300), early: kept(6, "2026-04-05") },
  ]);
  expect(finalDue(whole)).toEqual({ amountCents: 784, untilOn: "2026-04-05" });
  for (const account of whole.accounts ?? []) expect(finalDue(partOf(whole, account))).toBeNull();
});
