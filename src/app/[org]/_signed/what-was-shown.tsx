// What somebody who signed for a charge was shown, and is hashed with their signature: who, what for, how much, and the sentence.
import type { SignedStatement } from "@/domain/receipts/signed-statement.ts";
import { formatAmount } from "@/domain/values/money.ts";

type Props = { shown: SignedStatement | null; locale: string };

/** Nothing of a signature from before that was kept. */
export function WhatWasShown({ shown, locale }: Props) {
  if (shown === null) return null;
  const { amountCents, currency, business, customer, buyer, poNumber, words, lines } = shown;
  const facts: [string, string][] = [
    ["Sold by", business],
    ["On the account of", customer],
    ["Ordered by", buyer],
    ["Purchase order", poNumber],
    ["Charged", `${currency} ${formatAmount(amountCents, currency, locale)}`],
  ];
  return (
    <details className="text-13 print:hidden">
      <summary className="w-fit cursor-pointer py-1 text-soft touch:py-3">What they were shown</summary>
      <blockquote className="grid max-w-md gap-2 border-l-2 border-line py-1 pl-3">
        <p className="wrap-anywhere">{words}</p>
        <dl className="grid gap-0.5">
          {facts
            .filter(([, value]) => value !== "")
            .map(([name, value]) => (
              <div key={name} className="flex flex-wrap gap-x-2">
                <dt className="text-soft">{name}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
        </dl>
        <ul aria-label="Lines that were shown" className="grid gap-0.5">
          {lines.map(({ description, quantity, unit, totalCents }, at) => (
            <li key={at} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
              <span className="wrap-anywhere">
                {description}
                {quantity === "" ? null : (
                  <span className="text-soft"> × {[quantity, unit].filter(Boolean).join(" ")}</span>
                )}
              </span>
              <span className="tabular-nums">{formatAmount(totalCents, currency, locale)}</span>
            </li>
          ))}
        </ul>
        <p className="text-soft">
          Hashed with the signature into the account’s history: neither changes alone.
        </p>
      </blockquote>
    </details>
  );
}
