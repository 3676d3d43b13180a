// The tax of a period by agency, by when it was invoiced or by when it was paid.
import { DAYS, listQuery, oneOf } from "../lists/list-query.ts";
import { Refusal } from "../refusal.ts";
import { addDays, monthOf, type Day } from "../values/day.ts";
import { sumGross, type GrossSum } from "../values/money.ts";

export const TAX_BASES = { invoiced: "When invoiced", paid: "When paid" } as const;
export type TaxBasis = keyof typeof TAX_BASES;

/** One row per agency. */
export const taxReportList = listQuery({ filters: { ...DAYS, basis: oneOf(TAX_BASES) }, sorts: {} });
export type TaxPeriod = { fromOn: Day; throughOn: Day; basis: TaxBasis };

type Asked = { fromOn?: Day | undefined; throughOn?: Day | undefined; basis?: TaxBasis | undefined };

/** The month before, when invoiced, where nobody says otherwise. Refuses a range that ends before it begins. */
export function taxPeriodOf({ fromOn, throughOn, basis = "invoiced" }: Asked, today: Day): TaxPeriod {
  const lastDay = addDays(monthOf(today), -1);
  const period = { fromOn: fromOn ?? monthOf(throughOn ?? lastDay), throughOn: throughOn ?? lastDay, basis };
  if (fromOn !== undefined && throughOn === undefined && fromOn > lastDay) period.throughOn = today;
  if (period.throughOn < period.fromOn) throw new Refusal("range-backwards", { field: "throughOn" });
  return period;
}

/** What went through the books in a period has no end as a balance has: where a sum is more than can be said, it is null. */
export type AgencyTax = {
  agencyId: string;
  agency: string;
  chartCode: string;
  /** Of what is on account: invoiced less credited; or what was paid of it. */
  accountCents: GrossSum;
  /** Of what was paid at once at the counter, less what was given back in money. It is in no journal of receivables. */
  counterCents: GrossSum;
  /** Both together: what is due to the agency. */
  taxCents: GrossSum;
  /** What the journal credited to the agency's account, by the dates of the events: posted + later − earlier. */
  journalCents: GrossSum;
  /** What the journal lists in these days, by the day from which each line counts. */
  postedCents: GrossSum;
  /** Of what is dated in these days: posted in a month after them, since its own was closed. */
  laterCents: GrossSum;
  /** Of what is posted in these days: dated before them. */
  earlierCents: GrossSum;
  /** Sales on which this agency's tax was taken, before tax; by the same basis. */
  taxableCents: GrossSum;
  /** All other sales: to who is exempt, of what isn't taxed, and where another agency's tax is taken. */
  exemptCents: GrossSum;
};

export type TaxReport = TaxPeriod & { rows: AgencyTax[] };

export const taxTotals = (rows: readonly AgencyTax[]) => ({
  accountCents: sumGross(rows.map((row) => row.accountCents)),
  counterCents: sumGross(rows.map((row) => row.counterCents)),
  taxCents: sumGross(rows.map((row) => row.taxCents)),
  journalCents: sumGross(rows.map((row) => row.journalCents)),
  postedCents: sumGross(rows.map((row) => row.postedCents)),
  laterCents: sumGross(rows.map((row) => row.laterCents)),
  earlierCents: sumGross(rows.map((row) => row.earlierCents)),
});
