"use client";
// How the return is made good: credit on the account, or money, and how much of it in money.
import { formatAmount } from "@/domain/values/money.ts";
import { Field } from "@/ui/field.tsx";
import { mayCredit, type ReadReturn, type RefundMethod as Method } from "@/domain/receipts/typed-return.ts";
import type { Sold } from "./returned-sale.ts";

type Props = {
  sold: Sold;
  locale: string;
  method: Method;
  money: string;
  planned: ReadReturn;
  mayRefund: boolean;
  onMethod: (method: Method) => void;
  onMoney: (money: string) => void;
};

export function RefundMethod({ sold, locale, method, money, planned, mayRefund, onMethod, onMoney }: Props) {
  const methods = methodsOf(sold, mayRefund);
  const write = (cents: ReadReturn["moneyCents"]) => formatAmount(cents, sold.currency, locale);
  return (
    <fieldset className="grid gap-3 rounded-card border border-line bg-card p-4">
      <legend className="sr-only">How it is made good</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {methods.map(([each, name]) => (
          <label key={each} className="inline-flex min-h-9 items-center gap-2 touch:min-h-11">
            <input
              type="radio"
              name="how"
              value={each}
              checked={each === method}
              onChange={() => onMethod(each)}
              className="size-4 accent-accent"
            />
            {name}
          </label>
        ))}
      </div>
      {methods.length === 0 ? <p className="text-late">{whyNot(sold)}</p> : null}
      {method === "account" ? null : (
        <div className="max-w-60">
          <Field
            label={`Given back in ${method}`}
            inputMode="decimal"
            autoComplete="off"
            placeholder={write(planned.moneyCents)}
            value={money}
            onChange={({ currentTarget }) => onMoney(currentTarget.value)}
            hint={`At most ${write(sold.mostMoneyCents)}: what was paid and not given back yet.`}
            error={planned.moneyFault ?? undefined}
          />
        </div>
      )}
    </fieldset>
  );
}

/** Only who may refund hands out money, and only where money came in. */
function methodsOf(sold: Sold, mayRefund: boolean): [Method, string][] {
  const account: [Method, string][] = mayCredit(sold) ? [["account", "Credit to the account"]] : [];
  const money: [Method, string][] = [
    ["cash", "Cash"],
    ["card", "Card"],
    ["check", "Check"],
  ];
  return mayRefund && sold.mostMoneyCents > 0 ? [...account, ...money] : account;
}

/** As it was paid: what was charged goes back to the account, money is given back, as far as both may be. */
export function firstMethod(sold: Sold, mayRefund: boolean): Method {
  const methods = methodsOf(sold, mayRefund).map(([each]) => each);
  const paidInMoney = sold.invoice === null ? methods.find((each) => each !== "account") : undefined;
  return paidInMoney ?? methods[0] ?? "account";
}

const whyNot = ({ accountId, mostMoneyCents }: Sold): string =>
  mostMoneyCents > 0
    ? "Money is given back by a bookkeeper, an admin or an owner. Ask one of them."
    : accountId === null
      ? "All that was paid was given back before."
      : "The house charge of this receipt was reversed, so there is nothing to credit.";
