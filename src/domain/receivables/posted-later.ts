// What a day's aging has and the books of its period don't: dated by that day, and posted in a month after its own, since that
// one was closed. Said wherever an aging is told: on the page, on paper and in the file.
import { formatMonth } from "../values/day-words.ts";
import type { Day } from "../values/day.ts";
import { minus, sum, type Cents } from "../values/money.ts";

export type LedgerNet = {
  /** What customers owe, less what they have in credit, by the dates of the events. */
  netCents: Cents;
  /** What of it is posted in a month after the day's: by the months that it is dated and posted in, oldest first. */
  postedLater: { dated: Day; posted: Day; amountCents: Cents }[];
};

type Saying = { locale: string; write: (amount: Cents) => string };

/** "dated in March 2026, posted in April 2026: −40.00", once for each two months. */
export const postedLaterParts = (
  { postedLater }: Pick<LedgerNet, "postedLater">,
  { locale, write }: Saying,
): string[] =>
  postedLater.map(
    ({ dated, posted, amountCents }) =>
      `dated in ${formatMonth(dated, locale)}, posted in ${formatMonth(posted, locale)}: ${write(amountCents)}`,
  );

/** Empty where the books of the day's period have all of it. */
export function postedLaterWords(ledger: LedgerNet, asOf: Day, saying: Saying): string {
  if (ledger.postedLater.length === 0) return "";
  const inTime = minus(ledger.netCents, sum(ledger.postedLater.map(({ amountCents }) => amountCents)));
  const first = `Of it, ${saying.write(inTime)} is posted by the end of ${formatMonth(asOf, saying.locale)}`;
  return `${[first, ...postedLaterParts(ledger, saying)].join("; ")}.`;
}
