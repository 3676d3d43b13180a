// What a document comes to: its subtotal, each tax with what it is on, what is held back of it, and in the end the total.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "./amount.tsx";

export type TotalPart = readonly [name: string, amount: Cents];
type TaxPart = { name: string; agency: string; rate: string; baseCents: Cents; taxCents: Cents };

/** One line for each tax: its name and agency, its percentage and what that is of. */
export const taxParts = (taxes: readonly TaxPart[], { currency, locale }: Reading): TotalPart[] =>
  taxes.map(({ name, agency, rate, baseCents, taxCents }) => {
    const base = formatAmount(baseCents, currency, locale);
    const whose = [name, agency].filter(Boolean).join(", ");
    return [`${whose} ${formatPercent(rate, locale)} on ${base}`, taxCents];
  });

type Props = Reading & { parts: readonly TotalPart[]; total: TotalPart };

export function DocumentTotals({ parts, total, ...reading }: Props) {
  return (
    <dl className="ml-auto grid max-w-96 gap-1 border-t border-line px-4 py-3 max-desk:max-w-none desk:border-t-0">
      {[...parts, total].map((part) => {
        const [name, amount] = part;
        const strong = part === total;
        return (
          <div
            key={name}
            className={`flex justify-between gap-6 ${strong ? "border-t border-line pt-1 font-semibold" : ""}`}
          >
            <dt className={strong ? "" : "text-soft"}>{name}</dt>
            <dd>
              <Amount cents={amount} {...reading} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
