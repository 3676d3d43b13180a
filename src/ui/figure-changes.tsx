// An account's figures as they are and as they will be, each in a line. Stands in a `<dl>`.
import { canCharge, type AccountFigures, type CreditTerms } from "@/domain/ledger/account.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import type { Cents } from "@/domain/values/money.ts";
import { Change } from "./change.tsx";

const AMOUNTS = {
  balance: ["Account balance", (figures: AccountFigures) => figures.balanceCents],
  credit: ["Open credit", (figures: AccountFigures) => figures.openCreditCents],
  free: ["Free credit", freeCreditOf],
  earmarked: ["Earmarked", (figures: AccountFigures) => figures.earmarkedCents],
  retained: ["Retainage held", (figures: AccountFigures) => figures.retainedCents],
} as const;
export type Figure = keyof typeof AMOUNTS;

type Props = {
  account: { figures: AccountFigures; credit: CreditTerms };
  after: AccountFigures;
  /** In this order; what can be charged comes last, where it is an amount before and after. */
  shown: readonly Figure[];
  write: (amount: Cents) => string;
};

export function FigureChanges({ account: { figures, credit }, after, shown, write }: Props) {
  const charge = (at: AccountFigures) => {
    const can = canCharge(at, credit);
    return can.kind === "amount" ? write(can.amountCents) : null;
  };
  const [now, then] = [charge(figures), charge(after)];
  return (
    <>
      {shown.map((figure) => {
        const [name, amountOf] = AMOUNTS[figure];
        return (
          <Change key={figure} name={name} now={write(amountOf(figures))} then={write(amountOf(after))} />
        );
      })}
      {now !== null && then !== null ? <Change name="Can charge" now={now} then={then} /> : null}
    </>
  );
}
