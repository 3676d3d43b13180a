"use client";
// What will happen to the account, before it does: each figure as it is and as it will be, by the rules that the books
// themselves go by.
import { canCharge, type AccountFigures } from "@/domain/ledger/account.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { afterPaying, type PayingAccount } from "@/domain/payments/paying.ts";
import { Change } from "@/ui/change.tsx";

type Moved = { paidCents: Cents; appliedCents: Cents };
type Account = Pick<PayingAccount, "figures" | "credit" | "currency">;
type Props = { account: Account; locale: string; moved: Moved };

export function Effect({ account, locale, moved }: Props) {
  return <EffectOf account={account} locale={locale} after={afterPaying(account.figures, moved)} />;
}

export function EffectOf({
  account,
  locale,
  after,
}: {
  account: Account;
  locale: string;
  after: AccountFigures;
}) {
  const { figures, credit, currency } = account;
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const charge = (at: AccountFigures) => {
    const can = canCharge(at, credit);
    return can.kind === "amount" ? write(can.amountCents) : null;
  };
  const [chargeNow, chargeThen] = [charge(figures), charge(after)];
  return (
    <dl className="grid gap-2">
      <Change name="Account balance" now={write(figures.balanceCents)} then={write(after.balanceCents)} />
      <Change name="Open credit" now={write(figures.openCreditCents)} then={write(after.openCreditCents)} />
      {figures.earmarkedCents === after.earmarkedCents ? null : (
        <Change name="Earmarked" now={write(figures.earmarkedCents)} then={write(after.earmarkedCents)} />
      )}
      {figures.retainedCents === after.retainedCents ? null : (
        <Change name="Retainage held" now={write(figures.retainedCents)} then={write(after.retainedCents)} />
      )}
      {chargeNow !== null && chargeThen !== null ? (
        <Change name="Can charge" now={chargeNow} then={chargeThen} />
      ) : null}
    </dl>
  );
}
