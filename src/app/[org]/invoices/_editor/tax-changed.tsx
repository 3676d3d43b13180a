// The tax was another when this draft was last saved, or on the invoice that it is a copy of: said before it is issued, with what it is now.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import type { LineTaxes } from "@/domain/invoices/line-taxes.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { Notice } from "@/ui/notice.tsx";

const told = (taxes: readonly TaxRate[], locale: string): string =>
  taxes.length === 0
    ? "no tax"
    : taxes
        .map(({ name, rate }) => `${name} ${formatPercent(rate, locale)}`)
        .toSorted()
        .join(" and ");

type Before = Pick<Draft, "taxes" | "lineTaxes">;
type Now = { taxes: readonly TaxRate[]; choices: readonly LineTaxes[] };

/** `before` is null where nothing was reckoned before. */
export function TaxChanged({ before, now, locale }: { before: Before | null; now: Now; locale: string }) {
  if (before === null) return null;
  const ofLines = before.lineTaxes.flatMap(
    ({ name }) => now.choices.find((choice) => choice.name === name)?.taxes ?? [],
  );
  const was = told([...before.taxes, ...before.lineTaxes.flatMap(({ taxes }) => taxes)], locale);
  const is = told([...now.taxes, ...ofLines], locale);
  if (was === is) return null;
  return (
    <Notice tone="soon" title="The tax has changed">
      It was {was} and is {is}. The figures here use what it is now.
    </Notice>
  );
}
