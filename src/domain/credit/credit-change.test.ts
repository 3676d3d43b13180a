// Decisions on credit: when two are the same, what one comes to, and which shapes are none.
import { expect, test } from "vitest";
import { canCharge, type AccountFigures, type CreditTerms } from "../ledger/account.ts";
import { CreditChange } from "./credit-change.ts";
import { NOTHING_DECIDED, sameTerms, withDecided, type DecidedTerms } from "./credit-terms.ts";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";

const good = (limit: DecidedTerms["limit"]): DecidedTerms => ({
  status: "good",
  chargingAllowed: true,
  limit,
  ...NOTHING_DECIDED,
});
const TODAY = day("2026-06-30");
const of = (limitCents: number) => good({ kind: "limit", limitCents: cents(limitCents) });

test.each<[string, DecidedTerms, DecidedTerms, boolean]>([
  ["the same amount", of(5_000_00), of(5_000_00), true],
  ["another amount", of(5_000_00), of(5_000_01), false],
  ["none is not zero", good({ kind: "none" }), of(0), false],
  ["unlimited is not none", good({ kind: "unlimited" }), good({ kind: "none" }), false],
  ["on hold", of(1), { ...of(1), status: "hold" }, false],
  ["raised for a while", of(1), { ...of(1), temporary: { limitCents: cents(2), until: TODAY } }, false],
  ["exempt from holds", of(1), { ...of(1), holdExempt: true }, false],
  ["to be looked at again", of(1), { ...of(1), reviewOn: TODAY }, false],
  ["charging stopped", of(1), { ...of(1), chargingAllowed: false }, false],
])("%s", (_what, a, b, same) => {
  expect(sameTerms(a, b)).toBe(same);
  expect(sameTerms(b, a)).toBe(same);
});

test("the effect is what the account could charge then", () => {
  const figures: AccountFigures = {
    balanceCents: cents(1_850_90),
    openCreditCents: cents(300_00),
    earmarkedCents: cents(100_00),
    reservedCents: cents(0),
    retainedCents: cents(0),
    netCents: cents(1_550_90),
    countEarmarked: false,
  };
  const terms: CreditTerms = { ...of(5_000_00), heldForAge: null, raisedUntil: null, hasAddress: true };
  expect(canCharge(figures, withDecided(terms, of(6_000_00), TODAY))).toEqual({
    kind: "amount",
    amountCents: 4_349_10,
  });
  expect(canCharge(figures, withDecided(terms, of(1_000_00), TODAY))).toEqual({
    kind: "amount",
    amountCents: 0,
  });
  expect(canCharge(figures, withDecided(terms, { ...of(1), status: "closed" }, TODAY))).toEqual({
    kind: "refused",
    because: "closed",
  });
});

test("a limit for a while counts to its last day, and an exempt account isn’t held by itself", () => {
  const held = { heldForAge: { daysPastDue: 90, afterDays: 60 }, holdOverCents: cents(0) };
  const terms: CreditTerms = { ...of(1), ...held, raisedUntil: null, hasAddress: true };
  const raised = { ...of(5_000_00), temporary: { limitCents: cents(6_000_00), until: TODAY } };
  expect(withDecided(terms, raised, TODAY)).toMatchObject({ limit: { limitCents: 6_000_00 }, ...held });
  expect(withDecided(terms, raised, day("2026-07-01"))).toMatchObject({ limit: { limitCents: 5_000_00 } });
  const exempt = withDecided(terms, { ...of(5_000_00), holdExempt: true }, TODAY);
  expect([exempt.heldForAge, exempt.holdOverCents]).toEqual([null, undefined]);
});

test.each<[string, unknown]>([
  ["no reason", ""],
  ["a reason of spaces", "   "],
])("%s is no reason", (_what, reason) => {
  const change = { accountId: crypto.randomUUID(), terms: of(1), seen: of(2), reason };
  expect(CreditChange.safeParse(change).error?.issues[0]?.message).toBe("Say why, in a few words.");
});

test("a limit below zero is no limit", () => {
  const change = { accountId: crypto.randomUUID(), terms: of(-1), seen: of(2), reason: "because" };
  expect(CreditChange.safeParse(change).error?.issues[0]?.path).toEqual(["terms", "limit", "limitCents"]);
});
