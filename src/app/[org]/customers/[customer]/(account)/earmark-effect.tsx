// What setting credit aside, or letting it go, does to the credit that is free and to what can be charged.
import { canCharge, type AccountFigures, type CreditTerms } from "@/domain/ledger/account.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Change } from "@/ui/change.tsx";

/** The account as an earmark needs to know it. */
export type Earmarking = {
  accountId: string;
  figures: AccountFigures;
  credit: CreditTerms;
  currency: string;
  locale: string;
};

export function EarmarkEffect({ earmarking, after }: { earmarking: Earmarking; after: AccountFigures }) {
  const { figures, credit, currency, locale } = earmarking;
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const charge = (at: AccountFigures) => {
    const can = canCharge(at, credit);
    return can.kind === "amount" ? write(can.amountCents) : null;
  };
  const [chargeNow, chargeThen] = [charge(figures), charge(after)];
  return (
    <dl className="grid gap-1 rounded-control bg-hover px-3 py-2" aria-live="polite">
      <Change name="Free credit" now={write(freeCreditOf(figures))} then={write(freeCreditOf(after))} />
      <Change name="Earmarked" now={write(figures.earmarkedCents)} then={write(after.earmarkedCents)} />
      {chargeNow !== null && chargeThen !== null ? (
        <Change name="Can charge" now={chargeNow} then={chargeThen} />
      ) : null}
    </dl>
  );
}
