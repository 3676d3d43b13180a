// Whether the aging agrees with the general ledger at the same day: said on every aging, since auditors check it. The aging
// goes by dates and the books of a month by what is posted in it; a line says what lies between the two.
import type { Day } from "@/domain/values/day.ts";
import { formatMonth } from "@/domain/values/day-words.ts";
import { formatAmount, minus, sum, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";

/** `at`: the day, and the instant it was known at. */
type Props = {
  org: string;
  at: { asOf: Day; knownAt?: string };
  netCents: Cents;
  currency: string;
  locale: string;
};

export async function TieOut({ org, at, netCents, currency, locale }: Props) {
  const api = await apiFor(org);
  const ledger = await api.reports.ledgerNet(at);
  const said = formatAmount(ledger.netCents, currency, locale);
  if (ledger.netCents === netCents)
    return (
      <>
        The ledger’s receivable less customer credit is the same: {said}.
        <PostedLater ledger={ledger} asOf={at.asOf} currency={currency} locale={locale} />
      </>
    );
  return (
    <strong className="text-late">The ledger says {said}, which is not the same. Run books check.</strong>
  );
}

type LaterProps = {
  ledger: RouterOutputs["reports"]["ledgerNet"];
  asOf: Day;
  currency: string;
  locale: string;
};

function PostedLater({ ledger: { netCents, postedLater }, asOf, currency, locale }: LaterProps) {
  if (postedLater.length === 0) return null;
  const month = (day: Day) => formatMonth(day, locale);
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const inTime = minus(netCents, sum(postedLater.map(({ amountCents }) => amountCents)));
  return (
    <>
      {" "}
      Of it, {write(inTime)} is posted by the end of {month(asOf)}
      {postedLater.map(({ dated, posted, amountCents }) => (
        <span key={`${dated} ${posted}`}>
          ; dated in {month(dated)}, posted in {month(posted)}: {write(amountCents)}
        </span>
      ))}
      .
    </>
  );
}
