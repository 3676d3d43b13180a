// An account's figures once something is done to it, by one rule on all floors: what a form shows before it is sent, and
// what the books judge a charge by that comes behind a payment. And which earmarks that releases.
import type { AccountFigures } from "./account.ts";
import type { Effect } from "./posting.ts";
import { earmarkedIn, releasedEarmarks, type LiveEarmark } from "./released-earmarks.ts";
import { ZERO, larger, minus, negative, plus, sum, type Cents } from "../values/money.ts";

/** How the figures change; what is left out stays. */
export type FiguresChange = Partial<Omit<Effect, "netCents">> & { earmarkedCents?: Cents };

/** The account after `change`, and those of `earmarks`, oldest first, that no longer fit into its open credit. */
export function figuresAfter<Earmark extends LiveEarmark>(
  figures: AccountFigures,
  change: FiguresChange,
  earmarks: readonly Earmark[] = [],
): { after: AccountFigures; releasedEarmarks: Earmark[] } {
  const { openItemsCents = ZERO, openCreditCents: creditCents = ZERO } = change;
  const balanceCents = plus(figures.balanceCents, openItemsCents);
  const openCreditCents = plus(figures.openCreditCents, creditCents);
  const giving = creditCents < 0 ? releasedEarmarks(earmarks, larger(ZERO, openCreditCents)) : [];
  const earmarkedCents = plus(figures.earmarkedCents, change.earmarkedCents ?? ZERO);
  const after = {
    ...figures,
    balanceCents,
    openCreditCents,
    earmarkedCents: minus(earmarkedCents, earmarkedIn(giving)),
    retainedCents: plus(figures.retainedCents, change.retainedCents ?? ZERO),
    netCents: minus(balanceCents, openCreditCents),
  };
  return { after, releasedEarmarks: giving };
}

type Paying = { paidCents: Cents; appliedCents: Cents; discountCents?: Cents };

/** Money that comes, and credit that settles debts: where nothing is paid, an application. A discount settles, too. */
export const paying = ({ paidCents, appliedCents, discountCents = ZERO }: Paying) => ({
  openItemsCents: negative(plus(appliedCents, discountCents)),
  openCreditCents: minus(paidCents, appliedCents),
});

/** Several events, one after another. */
export const sumOfEffects = (effects: readonly Effect[]): FiguresChange => ({
  openItemsCents: sum(effects.map((effect) => effect.openItemsCents)),
  openCreditCents: sum(effects.map((effect) => effect.openCreditCents)),
  retainedCents: sum(effects.map((effect) => effect.retainedCents)),
});
