// What one person may do at most in one go, beside what their role allows: the largest refund, the largest write-off, and
// the largest charge above a limit that they may approve. In the currency of the business; what is in another one can't
// be weighed against it, so who has a limit leaves that to somebody who has none.
import type { Cents } from "../values/money.ts";

export const LIMITED = ["refund", "write-off", "override"] as const;
export type Limited = (typeof LIMITED)[number];

/** null: as much as the role allows. */
export type OwnLimits = Readonly<Record<Limited, Cents | null>>;

export const NO_OWN_LIMITS: OwnLimits = { refund: null, "write-off": null, override: null };

export const hasOwnLimits = (limits: OwnLimits): boolean => LIMITED.some((each) => limits[each] !== null);

type Amount = { amountCents: Cents; currency: string };

/** The limit that is in the way; null where none is. `home`: the currency that limits are in. */
export function limitInTheWay(
  limits: OwnLimits,
  what: Limited,
  { amountCents, currency, home }: Amount & { home: string },
): Cents | null {
  const limitCents = limits[what];
  const isWithin = amountCents === 0 || (currency === home && amountCents <= (limitCents ?? amountCents));
  return isWithin ? null : limitCents;
}

const lower = (a: Cents | null, b: Cents | null): Cents | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};

/** What of `given` somebody can give who has limits themselves: nobody lets others do more than they may. */
export const withinOwn = (own: OwnLimits, given: OwnLimits): OwnLimits => ({
  refund: lower(own.refund, given.refund),
  "write-off": lower(own["write-off"], given["write-off"]),
  override: lower(own.override, given.override),
});

/** Whether a change from `before` to `given` lets somebody do more than who gives it; what they had before, they keep, or less of it. */
export const isBeyondOwn = (
  own: OwnLimits,
  { before, given }: { before: OwnLimits; given: OwnLimits },
): boolean => {
  const [within, lowered] = [withinOwn(own, given), withinOwn(before, given)];
  return LIMITED.some((each) => within[each] !== given[each] && lowered[each] !== given[each]);
};
