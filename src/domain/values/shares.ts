// One amount split over several by their weight, by largest remainder: the shares add up to it, and no cent is lost.
import { assert } from "../assert.ts";
import { ZERO, cents, plus, sum, type Cents } from "./money.ts";

/** Of two with the same remainder, the one that stands first gets the cent. All weights nothing: the first gets all. */
export function shareOut(amountCents: Cents, weights: readonly Cents[]): Cents[] {
  assert(amountCents >= 0 && weights.every((weight) => weight >= 0), "shares of something");
  assert(amountCents === ZERO || weights.length > 0, "somebody to share it");
  const whole = BigInt(sum(weights));
  if (whole === 0n) return weights.map((_, at) => (at === 0 ? amountCents : ZERO));
  const parts = weights.map((weight, at) => {
    const product = BigInt(amountCents) * BigInt(weight);
    return { at, floor: cents(Number(product / whole)), remainder: product % whole };
  });
  const left = amountCents - sum(parts.map((part) => part.floor));
  const first = [...parts]
    .sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.at - b.at))
    .slice(0, left);
  const lucky = new Set(first.map((part) => part.at));
  const shares = parts.map(({ at, floor }) => (lucky.has(at) ? plus(floor, cents(1)) : floor));
  assert(sum(shares) === amountCents, "no cent is lost or invented");
  return shares;
}
