"use client";
// What will happen to the account, before it does: each figure as it is and as it will be, by the rules that the books
// themselves go by.
import type { AccountFigures } from "@/domain/ledger/account.ts";
import { figuresAfter, paying } from "@/domain/ledger/figures-after.ts";
import type { AccountSnapshot } from "@/domain/ledger/account-snapshot.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { FigureChanges, type Figure } from "@/ui/figure-changes.tsx";

type Account = Pick<AccountSnapshot, "figures" | "credit" | "currency">;
type Reading = { account: Account; locale: string };

/** Of money that comes and credit that is applied. */
export function Effect({ moved, ...reading }: Reading & { moved: Parameters<typeof paying>[0] }) {
  return <EffectOf {...reading} after={figuresAfter(reading.account.figures, paying(moved)).after} />;
}

export function EffectOf({ account, locale, after }: Reading & { after: AccountFigures }) {
  const { figures, currency } = account;
  const shown: Figure[] = ["balance", "credit"];
  if (figures.earmarkedCents !== after.earmarkedCents) shown.push("earmarked");
  if (figures.retainedCents !== after.retainedCents) shown.push("retained");
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  return (
    <dl className="grid gap-2">
      <FigureChanges account={account} after={after} shown={shown} write={write} />
    </dl>
  );
}
