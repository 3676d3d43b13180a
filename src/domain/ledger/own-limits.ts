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
