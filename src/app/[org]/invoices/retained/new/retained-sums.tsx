// What the retained invoice comes to, told apart where more than retainage is billed.
import { countOf } from "@/domain/count-of.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { Retained } from "./use-retained.ts";

type Props = { retained: Retained; currency: string; locale: string };

export function RetainedSums({ retained, currency, locale }: Props) {
  const { beside, releasedCents, totalCents, invoices } = retained;
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const parts = [
    `Retainage ${write(releasedCents)}`,
    `beside it ${write(beside.total.subtotalCents)}`,
    ...beside.total.taxes.map((tax) => `${tax.name} ${write(tax.taxCents)}`),
  ];
  return (
    <div role="status" className="text-right">
      <p className="text-16 font-semibold">
        {currency} {write(totalCents)}
      </p>
      {beside.own === undefined ? null : <p className="text-13 text-soft">{parts.join(" · ")}</p>}
      {invoices > 1 ? (
        <p className="text-13 text-soft">{countOf(invoices, "invoice")}, one for each job</p>
      ) : null}
    </div>
  );
}
