// What setting credit aside, or letting it go, does to the credit that is free and to what can be charged.
import type { AccountFigures, CreditTerms } from "@/domain/ledger/account.ts";
import { figuresAfter } from "@/domain/ledger/figures-after.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { FigureChanges } from "@/ui/figure-changes.tsx";

/** The account as an earmark needs to know it. */
export type Earmarking = {
  accountId: string;
  figures: AccountFigures;
  credit: CreditTerms;
  currency: string;
  locale: string;
};

/** Once `earmarkedCents` more are set aside; fewer, where it is negative. */
export function EarmarkEffect({
  earmarking,
  earmarkedCents,
}: {
  earmarking: Earmarking;
  earmarkedCents: Cents;
}) {
  const { figures, currency, locale } = earmarking;
  const { after } = figuresAfter(figures, { earmarkedCents });
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  return (
    <dl className="grid gap-1 rounded-control bg-hover px-3 py-2" aria-live="polite">
      <FigureChanges account={earmarking} after={after} shown={["free", "earmarked"]} write={write} />
    </dl>
  );
}
