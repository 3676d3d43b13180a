// A merge loosens nothing by itself, and loses no word.
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { CREDIT_STATUSES } from "../ledger/account.ts";
import { NOTHING_DECIDED, type DecidedTerms } from "../credit/credit-terms.ts";
import { cents } from "../values/money.ts";
import { joinedTexts, mergeDifferences, mergedCredit, sideOf } from "./merge-terms.ts";

const upTo = (amount: number): DecidedTerms["limit"] => ({ kind: "limit", limitCents: cents(amount) });
const decided = (given: Partial<DecidedTerms> = {}): DecidedTerms => ({
  status: "good",
  chargingAllowed: true,
  limit: upTo(500_000),
  ...NOTHING_DECIDED,
  ...given,
});
const UNDECIDED = decided({ chargingAllowed: false, limit: { kind: "none" } });
const side = (decided: DecidedTerms, terms = "net-30") => ({
  terms,
  classId: null,
  accounts: [{ currency: "USD", decided }],
});

test.each<[string, Partial<DecidedTerms>, Partial<DecidedTerms>, Partial<DecidedTerms>]>([
  ["a hold on the one that goes", { status: "hold" }, {}, { status: "hold" }],
  ["a hold on the one that stays", {}, { status: "hold" }, { status: "hold" }],
  ["closed over held", { status: "hold" }, { status: "closed" }, { status: "closed" }],
  ["the lower limit", { limit: upTo(100) }, {}, { limit: upTo(100) }],
  ["a limit over none at all", {}, { limit: { kind: "unlimited" } }, { limit: upTo(500_000) }],
  ["no limit set on the one that stays", {}, { limit: { kind: "none" } }, { limit: { kind: "none" } }],
  ["no limit set on the one that goes", { limit: { kind: "none" } }, {}, { limit: upTo(500_000) }],
  ["may not charge", { chargingAllowed: false }, {}, { chargingAllowed: false }],
])("%s wins", (_what, from, into, after) => {
  const sides = { from: decided(from), into: decided(into) };
  expect(mergedCredit(sides, "USD", [])).toEqual(decided(after));
});

test("one that was never given credit takes none away, and gets none", () => {
  expect(mergedCredit({ from: UNDECIDED, into: decided() }, "USD", [])).toEqual(decided());
  expect(mergedCredit({ from: decided(), into: UNDECIDED }, "USD", [])).toEqual(UNDECIDED);
});

test("what was chosen counts, in its own currency only", () => {
  const sides = { from: decided({ status: "hold" }), into: decided() };
  const choice = { field: "status", currency: "USD", side: "into" } as const;
  expect(mergedCredit(sides, "USD", [choice]).status).toBe("good");
  expect(mergedCredit(sides, "EUR", [choice]).status).toBe("hold");
});

describe("each difference is named, with the stricter", () => {
  test("terms, status, charging and limit", () => {
    const from = side(decided({ status: "hold", limit: upTo(1) }), "net-15");
    const into = side(decided({ chargingAllowed: false }), "net-60");
    const found = mergeDifferences({ from, into });
    expect(found).toEqual([
      { field: "terms", currency: null, side: "from", stricter: "from" },
      { field: "status", currency: "USD", side: "from", stricter: "from" },
      { field: "charging", currency: "USD", side: "into", stricter: "into" },
      { field: "limit", currency: "USD", side: "from", stricter: "from" },
    ]);
    const [terms = found[0]] = found;
    expect(terms && sideOf(terms, [{ field: "terms", currency: null, side: "into" }])).toBe("into");
  });

  test("terms that nobody decided are the stricter ones, and yet don't count", () => {
    expect(mergeDifferences({ from: side(UNDECIDED), into: side(decided()) })).toEqual([
      { field: "charging", currency: "USD", side: "into", stricter: "from" },
      { field: "limit", currency: "USD", side: "into", stricter: "from" },
    ]);
  });

  test("nothing where both are the same, nor of an account that only one has", () => {
    expect(mergeDifferences({ from: side(decided()), into: side(decided()) })).toEqual([]);
    const euros = { terms: "net-30", classId: null, accounts: [{ currency: "EUR", decided: UNDECIDED }] };
    expect(mergeDifferences({ from: euros, into: side(decided()) })).toEqual([]);
  });
});

test("unless somebody chooses, nothing is looser than on the one that stays, and no hold is lifted", () => {
  const terms = fc.record<DecidedTerms>({
    status: fc.constantFrom(...CREDIT_STATUSES),
    chargingAllowed: fc.boolean(),
    limit: fc.oneof(
      fc.constant<DecidedTerms["limit"]>({ kind: "none" }),
      fc.constant<DecidedTerms["limit"]>({ kind: "unlimited" }),
      fc.nat(1000).map(upTo),
    ),
    temporary: fc.constant(null),
    holdExempt: fc.boolean(),
    reviewOn: fc.constant(null),
  });
  const room = ({ limit }: DecidedTerms) =>
    limit.kind === "none" ? -1 : limit.kind === "unlimited" ? Infinity : limit.limitCents;
  const rank = ({ status }: DecidedTerms) => CREDIT_STATUSES.indexOf(status);
  fc.assert(
    fc.property(terms, terms, (from, into) => {
      const after = mergedCredit({ from, into }, "USD", []);
      expect(room(after)).toBeLessThanOrEqual(room(into));
      expect(rank(after)).toBe(Math.max(rank(from), rank(into)));
      expect(after.chargingAllowed && !into.chargingAllowed).toBe(false);
    }),
  );
});

test.each([
  ["", "", ""],
  ["Call first", "", "Call first"],
  ["", "Gate 2", "Gate 2"],
  ["Call first", "Gate 2", "Gate 2\nCall first"],
  ["Gate 2", "Gate 2", "Gate 2"],
  ["Gate 2", "Gate 2\nCall first", "Gate 2\nCall first"],
])("%j and %j become %j", (from, into, joined) => {
  expect(joinedTexts({ from, into })).toBe(joined);
});
