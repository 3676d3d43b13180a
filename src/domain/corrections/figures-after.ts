// An account's figures once an event has done its work, and which earmarks give way to it.
import type { AccountFigures } from "../ledger/account.ts";
import { earmarkedIn, releasedEarmarks, type LiveEarmark } from "../ledger/released-earmarks.ts";
import { ZERO, cents, minus, plus, type Cents } from "../values/money.ts";
import type { Effect } from "../ledger/posting.ts";

/** The account after `effect`, and the earmarks that no longer fit into its open credit. */
export function figuresAfter(
  figures: AccountFigures,
  effect: Pick<Effect, "openItemsCents" | "openCreditCents"> & { retainedCents?: Cents },
  earmarks: readonly LiveEarmark[],
): { after: AccountFigures; releasedEarmarks: LiveEarmark[] } {
  const balanceCents = plus(figures.balanceCents, effect.openItemsCents);
  const openCreditCents = plus(figures.openCreditCents, effect.openCreditCents);
  const giving =
    effect.openCreditCents < 0 ? releasedEarmarks(earmarks, cents(Math.max(0, openCreditCents))) : [];
  const after = {
    ...figures,
    balanceCents,
    openCreditCents,
    earmarkedCents: minus(figures.earmarkedCents, earmarkedIn(giving)),
    retainedCents: plus(figures.retainedCents, effect.retainedCents ?? ZERO),
    netCents: minus(balanceCents, openCreditCents),
  };
  return { after, releasedEarmarks: giving };
}
