// What of held retainage is billed: how much a share of it comes to, line by line (product.md, "Retainage"), and what was
// paid of each original when a retained invoice over several is paid in part.
import { ratioInCents, type Decimal } from "../values/decimal.ts";
import { ZERO, larger, minus, smaller, sum, type Cents } from "../values/money.ts";
import { shareOut } from "../values/shares.ts";

/** What a line of an invoice held back, and what of it isn't billed yet. */
export type HeldAmounts = { withheldCents: Cents; heldCents: Cents };

/**
 * What bills as much of a line as makes `percent` of what was withheld: max(0, min(held, round(p × withheld) − released
 * so far)), rounded half up. A line of which more was billed before gives nothing.
 */
export function releasedAt(percent: Decimal, { withheldCents, heldCents }: HeldAmounts): Cents {
  const whole = 100n * 10n ** BigInt(percent.scale);
  const share = ratioInCents(percent.units * BigInt(withheldCents), whole);
  const released = minus(withheldCents, heldCents);
  return larger(ZERO, smaller(heldCents, minus(share, released)));
}

/** Each original's part of what was paid of a retained invoice, by largest remainder; what it bills beside them has its own. */
export function paidByOriginal<Row extends { amountCents: Cents }>(
  rows: readonly Row[],
  { paidCents, totalCents }: { paidCents: Cents; totalCents: Cents },
): (Row & { paidCents: Cents })[] {
  const amounts = rows.map((row) => row.amountCents);
  const shares = shareOut(paidCents, [...amounts, minus(totalCents, sum(amounts))]);
  return rows.map((row, at) => ({ ...row, paidCents: shares[at] ?? ZERO }));
}
