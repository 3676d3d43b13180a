// What customers said, as the business reads it in its list and in its mail.
import { countOf } from "../count-of.ts";
import { DISPUTE_REASON_WORDS } from "../invoices/dispute.ts";
import { formatDay } from "../values/day-words.ts";
import type { Day } from "../values/day.ts";
import { formatAmount, formatMoney, type Cents } from "../values/money.ts";
import { PROMISE_STATE_WORDS } from "./promise.ts";
import type { Difference } from "../statements/question.ts";
import type { Said } from "./said.ts";

/** "Disputes invoice INV-00012: wrong price". */
export function saidWords(said: Said, locale: string): string {
  switch (said.kind) {
    case "dispute":
      return `Disputes invoice ${said.invoiceNumber}: ${DISPUTE_REASON_WORDS[said.reason].toLowerCase()}`;
    case "promise": {
      const amount = formatMoney(said.promisedCents, said.currency, locale);
      return `Promises ${amount} by ${formatDay(said.promisedOn, locale)}`;
    }
    case "question":
      return said.differences.length === 0
        ? "Asks about the account"
        : `Asks about ${countOf(said.differences.length, "difference")} to their own books`;
  }
}

const OPEN = { open: "Open", settled: "Settled", answered: "Answered" } as const;

export const saidStateWords = (said: Said): string =>
  said.kind === "promise" ? PROMISE_STATE_WORDS[said.state] : OPEN[said.state];

/** "INV-00012: 100.00 here, 90.00 in theirs". */
export function differenceWords({ ours, theirs }: Difference, currency: string, locale: string): string {
  const side = ({ cents, onDay }: { cents: Cents; onDay: Day | null }) =>
    [formatAmount(cents, currency, locale), ...(onDay ? [formatDay(onDay, locale)] : [])].join(", ");
  const number = ours?.number || theirs?.number || "without a number";
  const [here, there] = [ours ? side(ours) : "nothing", theirs ? side(theirs) : "nothing"];
  return `${number}: ${here} here; ${there} in theirs`;
}
