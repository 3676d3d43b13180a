// Whether the aging agrees with the general ledger at the same day: said on every aging, since auditors check it. The aging
// goes by dates and the books of a month by what is posted in it; a line says what lies between the two.
import type { Day } from "@/domain/values/day.ts";
import { postedLaterWords } from "@/domain/receivables/posted-later.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";

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
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const said = write(ledger.netCents);
  if (ledger.netCents === netCents)
    return (
      <>
        The ledger’s receivable less customer credit is the same: {said}.{" "}
        {postedLaterWords(ledger, at.asOf, { locale, write })}
      </>
    );
  return (
    <strong className="text-late">The ledger says {said}, which is not the same. Run books check.</strong>
  );
}
