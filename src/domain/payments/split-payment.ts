// How one check falls on the accounts whose debts it settles: what settles nothing is the payer's. No cent is lost.
import { assert } from "../assert.ts";
import type { Applied, OpenItem } from "../ledger/allocation.ts";
import { ZERO, plus, sum, type Cents } from "../values/money.ts";

export type Part = { accountId: string; amountCents: Cents; applied: Applied[] };

type Whole = { applied: readonly Applied[]; creditCents: Cents; payer: string };

/** `items` are by account. The payer's part comes first, if there is one; nobody has a part of nothing. */
export function splitOver(
  { applied, creditCents, payer }: Whole,
  items: ReadonlyMap<string, readonly OpenItem[]>,
): Part[] {
  const others = [...items.keys()].filter((accountId) => accountId !== payer);
  const parts = [payer, ...others].map((accountId) => {
    const theirs = new Set((items.get(accountId) ?? []).map(({ itemId }) => itemId));
    const settled = applied.filter(({ itemId }) => theirs.has(itemId));
    const rest = accountId === payer ? creditCents : ZERO;
    return {
      accountId,
      amountCents: plus(sum(settled.map((each) => each.amountCents)), rest),
      applied: settled,
    };
  });
  const whole = plus(sum(applied.map((each) => each.amountCents)), creditCents);
  assert(sum(parts.map((part) => part.amountCents)) === whole, "every cent of a check is somebody's part");
  return parts.filter((part) => part.amountCents > 0);
}
