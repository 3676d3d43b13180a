// How the account pays, and what its limit could be by that, with the figures behind it. A person decides.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { habitWords, trendOf, type PayingHabit } from "@/domain/credit/paying-habit.ts";
import type { Suggestion } from "@/domain/credit/suggestion.ts";
import { formatGross, type GrossSum } from "@/domain/values/money.ts";
import type { Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";

type Props = Reading & { habit: PayingHabit; suggestion: Suggestion };

export function Paying({ habit, suggestion, currency, locale }: Props) {
  const write = (amount: GrossSum) => formatGross(amount, currency, locale);
  const trend = trendOf(habit);
  const figures = [
    ["Invoiced in a year", write(habit.invoicedCents)],
    [
      "In the last 90 days",
      `${write(habit.recentCents)}${trend === null ? "" : ` (${formatPercent(trend, locale, { isSigned: true })} on the 90 before)`}`,
    ],
    ["Pays in", habitWords(habit) ?? "nothing paid in a year"],
    ["Paid late", `${habit.paidLate} of ${habit.paidInvoices} invoices`],
    [
      "Oldest debt",
      habit.oldestDaysPastDue === null ? "nothing past due" : `${habit.oldestDaysPastDue} days past due`,
    ],
  ] as const;
  return (
    <Section id="paying" title="How they pay" note="of the last year">
      <Card padded>
        <dl className="grid gap-x-8 gap-y-2 desk:grid-cols-2">
          {figures.map(([name, value]) => (
            <div key={name} className="flex flex-wrap justify-between gap-x-4">
              <dt className="text-soft">{name}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 border-t border-line pt-3">
          <strong className="font-semibold">{suggestionWords(suggestion, write)}</strong>{" "}
          <span className="text-soft">{suggestion.because.join(" ")}</span>
        </p>
      </Card>
    </Section>
  );
}

const suggestionWords = (suggestion: Suggestion, write: (amount: GrossSum) => string): string => {
  if ("limitCents" in suggestion)
    return `Suggestion: ${suggestion.kind} the limit to ${write(suggestion.limitCents)}.`;
  return suggestion.kind === "look" ? "Suggestion: look at this account." : "Suggestion: keep the terms.";
};
