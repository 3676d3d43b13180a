"use client";
// What will happen to the account, before it does: each figure as it is and as it will be, by the rules that the books
// themselves go by.
import { canCharge, type AccountFigures } from "@/domain/account.ts";
import { formatAmount, type Cents } from "@/domain/money.ts";
import { afterPaying, type PayingAccount } from "@/domain/paying.ts";
import { Change } from "@/ui/change.tsx";

type Moved = { paidCents: Cents; appliedCents: Cents };
type Props = {
  account: Pick<PayingAccount, "figures" | "credit" | "currency">;
  locale: string;
  moved: Moved;
};

export function Effect({ account, locale, moved }: Props) {
  const { figures, credit, currency } = account;
  const after = afterPaying(figures, moved);
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
      {chargeNow !== null && chargeThen !== null ? (
        <Change name="Can charge" now={chargeNow} then={chargeThen} />
      ) : null}
    </dl>
  );
}
