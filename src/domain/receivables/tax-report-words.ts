// How the tax report and the journal belong together, in a sentence or three: to the cent, whatever month took an event.
import { minusGross, type GrossSum } from "../values/money.ts";
import { taxTotals, type TaxReport } from "./tax-report.ts";

export function tieWords(report: TaxReport, write: (amount: GrossSum) => string): string {
  const totals = taxTotals(report.rows);
  const { accountCents, counterCents, journalCents } = totals;
  const counter =
    counterCents === 0 ? "" : ` Beside it ${write(counterCents)} was paid at once at the counter.`;
  if (report.basis === "invoiced")
    return `The journal credits ${write(journalCents)} to the agencies’ accounts, as invoiced here.${monthWords(totals, write)}${counter}`;
  return (
    `The journal credits ${write(journalCents)} to the agencies’ accounts in these days; ` +
    `of what was invoiced, by then or before, ${write(accountCents)} was paid.${monthWords(totals, write)}${counter}`
  );
}

type Months = Pick<
  ReturnType<typeof taxTotals>,
  "journalCents" | "postedCents" | "laterCents" | "earlierCents"
>;

/** Where every event was posted in the month of its date there is nothing to say. */
function monthWords(
  { journalCents, postedCents, laterCents, earlierCents }: Months,
  write: (of: GrossSum) => string,
) {
  if (laterCents === 0 && earlierCents === 0) return "";
  const parts = [
    laterCents === 0 ? "" : `less ${write(laterCents)} dated in these days and posted in a later month`,
    earlierCents === 0 ? "" : `plus ${write(earlierCents)} posted in these days and dated before`,
  ].filter(Boolean);
  const difference = write(minusGross(postedCents, journalCents));
  return ` That is by the dates of the events; by posting months it lists ${write(postedCents)} in these days, a difference of ${difference}: ${parts.join(", ")}.`;
}
