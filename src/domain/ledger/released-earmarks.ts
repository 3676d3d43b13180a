// Which earmarks are released when the credit that they are set aside from is needed: the newest first, each whole.
import { ZERO, plus, sum, type Cents } from "../values/money.ts";

export type LiveEarmark = { id: string; amountCents: Cents; note: string };

/** Of `oldestFirst`, those that no longer fit into `creditCents`. */
export function releasedEarmarks<Earmark extends LiveEarmark>(
  oldestFirst: readonly Earmark[],
  creditCents: Cents,
): Earmark[] {
  let upTo: Cents = ZERO;
  return oldestFirst.filter((earmark) => {
    upTo = plus(upTo, earmark.amountCents);
    return upTo > creditCents;
  });
}

export const earmarkedIn = (earmarks: readonly LiveEarmark[]): Cents =>
  sum(earmarks.map((earmark) => earmark.amountCents));
