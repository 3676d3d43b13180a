// Held retainage by how long ago it was invoiced, and by when its release is expected: never by due date, since nothing of it
// is due before it is billed.
import { listQuery, oneOf } from "../lists/list-query.ts";
import { daysBetween, type Day } from "../values/day.ts";
import { ZERO, plus, type Cents } from "../values/money.ts";

export const HELD_AGES = {
  d30: "Up to 30 days",
  d60: "31 to 60 days",
  d90: "61 to 90 days",
  older: "Over 90 days",
} as const;
export type HeldAge = keyof typeof HELD_AGES;

export const EXPECTED_WHEN = {
  past: "By now",
  d30: "Within 30 days",
  d90: "In 31 to 90 days",
  later: "Later",
  unsaid: "No day said",
} as const;
export type ExpectedWhen = keyof typeof EXPECTED_WHEN;

/** A row per invoice of which something is held. */
export const agedRetainageList = listQuery({
  filters: { age: oneOf(HELD_AGES), expected: oneOf(EXPECTED_WHEN) },
  sorts: {},
});

export const heldAgeOf = (issuedOn: Day, asOf: Day): HeldAge => {
  const days = daysBetween(issuedOn, asOf);
  if (days <= 30) return "d30";
  if (days <= 60) return "d60";
  return days <= 90 ? "d90" : "older";
};

export const expectedWhen = (expectedOn: Day | null, asOf: Day): ExpectedWhen => {
  if (expectedOn === null) return "unsaid";
  const days = daysBetween(asOf, expectedOn);
  if (days <= 0) return "past";
  if (days <= 30) return "d30";
  return days <= 90 ? "d90" : "later";
};

export type AgedSums = {
  byAge: Record<HeldAge, Cents>;
  byExpected: Record<ExpectedWhen, Cents>;
  heldCents: Cents;
};

type Held = { issuedOn: Day; expectedOn: Day | null; heldCents: Cents };

/** Each of the two adds up to what is held. */
export function sumAged(held: readonly Held[], asOf: Day): AgedSums {
  const sums: AgedSums = {
    byAge: { d30: ZERO, d60: ZERO, d90: ZERO, older: ZERO },
    byExpected: { past: ZERO, d30: ZERO, d90: ZERO, later: ZERO, unsaid: ZERO },
    heldCents: ZERO,
  };
  for (const { issuedOn, expectedOn, heldCents } of held) {
    const [age, when] = [heldAgeOf(issuedOn, asOf), expectedWhen(expectedOn, asOf)];
    sums.byAge[age] = plus(sums.byAge[age], heldCents);
    sums.byExpected[when] = plus(sums.byExpected[when], heldCents);
    sums.heldCents = plus(sums.heldCents, heldCents);
  }
  return sums;
}
