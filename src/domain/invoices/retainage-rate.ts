// The one share that is held back of an invoice's lines, read back from their amounts: so that a copy holds back the same
// share of what is changed in it, and not the old amounts.
import { decimalText } from "../values/decimal.ts";
import type { Cents } from "../values/money.ts";
import { percentOf } from "../values/share.ts";

type Held = { totalCents: Cents; retainageCents: Cents };

/** In percent, the shortest that fits every line of which something is held ("10"); null where there is none. */
export function retainageRate(lines: readonly Held[]): string | null {
  const held = lines.filter((line) => line.retainageCents > 0);
  const [first, ...others] = held;
  if (!first) return null;
  // The largest line says it best: the others were rounded more coarsely.
  const { totalCents, retainageCents } = others.reduce(
    (widest, line) => (line.totalCents > widest.totalCents ? line : widest),
    first,
  );
  for (const scale of [0, 1, 2, 3]) {
    const [part, whole] = [BigInt(retainageCents) * 100n * 10n ** BigInt(scale), BigInt(totalCents)];
    const rate = decimalText({ units: (2n * part + whole) / (2n * whole), scale });
    if (held.every((line) => percentOf(line.totalCents, rate) === line.retainageCents)) return rate;
  }
  return null;
}
