// Decisions on credit: when two are the same, what one comes to, and which shapes are none.
import { expect, test } from "vitest";
import { canCharge, type AccountFigures, type CreditTerms } from "../ledger/account.ts";
import { CreditChange } from "./credit-change.ts";
import { sameTerms, withDecided, type DecidedTerms } from "./credit-terms.ts";
import { cents } from "../values/money.ts";

const good = (limit: DecidedTerms["limit"]): DecidedTerms => ({
  status: "good",
  chargingAllowed: true,
  limit,
});
const of = (limitCents: number) => good({ kind: "limit", limitCents: cents(limitCents) });

test.each<[string, DecidedTerms, DecidedTerms, boolean]>([
  ["the same amount", of(5_000_00), of(5_000_00), true],
  ["another amount", of(5_000_00), of(5_000_01), false],
  ["none is not zero", good({ kind: "none" }), of(0), false],
  ["unlimited is not none", good({ kind: "unlimited" }), good({ kind: "none" }), false],
  ["on hold", of(1), { ...of(1), status: "hold" }, false],
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
  const terms: CreditTerms = { ...of(5_000_00), heldForAge: false, raisedUntil: null, hasAddress: true };
  expect(canCharge(figures, withDecided(terms, of(6_000_00)))).toEqual({
    kind: "amount",
    amountCents: 4_349_10,
  });
  expect(canCharge(figures, withDecided(terms, of(1_000_00)))).toEqual({ kind: "amount", amountCents: 0 });
  expect(canCharge(figures, withDecided(terms, { ...of(1), status: "closed" }))).toEqual({
    kind: "refused",
    because: "closed",
  });
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
