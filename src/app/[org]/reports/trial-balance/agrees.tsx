// Whether the trial balance agrees with the aging of the same day: said under every trial balance, since auditors check it.
// The aging goes by dates, and the trial balance by the month that took a posting; a line says what lies between the two.
import type { ChartRole } from "@/domain/ledger/chart.ts";
import type { TrialLine } from "@/domain/receivables/trial-balance.ts";
import { formatMonth } from "@/domain/values/day-words.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, formatAmount, plus, sum, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";

/** `at`: the day, and the instant it was known at. */
type Props = {
  org: string;
  at: { asOf: Day; knownAt?: string };
  lines: readonly TrialLine[];
  currency: string;
  locale: string;
};

export async function AgreesWithAging({ org, at, lines, currency, locale }: Props) {
  const api = await apiFor(org);
  const [aging, { postedLater }] = await Promise.all([
    api.reports.agingTotals(at),
    api.reports.ledgerNet(at),
  ]);
  const of = (role: ChartRole): Cents => lines.find((line) => line.role === role)?.balanceCents ?? ZERO;
  const netCents = plus(of("receivable"), of("customer-credit"));
  const later = sum(postedLater.map(({ amountCents }) => amountCents));
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  if (plus(netCents, later) !== aging.netCents)
    return (
      <strong className="text-late">
        Receivable less customer credit is {write(netCents)} here and {write(aging.netCents)} in the aging,
        which can’t be. Run books check.
      </strong>
    );
  return (
    <>
      Receivable less customer credit is {write(netCents)}
      {postedLater.length === 0 ? ", as in the aging" : `; in the aging it is ${write(aging.netCents)}`}
      {postedLater.map(({ dated, posted, amountCents }) => (
        <span key={`${dated} ${posted}`}>
          ; dated in {formatMonth(dated, locale)}, posted in {formatMonth(posted, locale)}:{" "}
          {write(amountCents)}
        </span>
      ))}
      .
    </>
  );
}
