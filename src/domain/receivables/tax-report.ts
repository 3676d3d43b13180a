// The tax of a period by agency, by when it was invoiced or by when it was paid.
import { DAYS, listQuery, oneOf } from "../lists/list-query.ts";
import { Refusal } from "../refusal.ts";
import { addDays, monthOf, type Day } from "../values/day.ts";
import { sum, type Cents } from "../values/money.ts";

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

export type AgencyTax = {
  agencyId: string;
  agency: string;
  chartCode: string;
  /** Of what is on account: invoiced less credited; or what was paid of it. */
  accountCents: Cents;
  /** Of what was paid at once at the counter, less what was given back in money. It is in no journal of receivables. */
  counterCents: Cents;
  /** Both together: what is due to the agency. */
  taxCents: Cents;
  /** What the journal credited to the agency's account, by the dates of the events: posted + later − earlier. */
  journalCents: Cents;
  /** What the journal lists in these days, by the day from which each line counts. */
  postedCents: Cents;
  /** Of what is dated in these days: posted in a month after them, since its own was closed. */
  laterCents: Cents;
  /** Of what is posted in these days: dated before them. */
  earlierCents: Cents;
  /** Sales on which this agency's tax was taken, before tax; by the same basis. */
  taxableCents: Cents;
  /** All other sales: to who is exempt, of what isn't taxed, and where another agency's tax is taken. */
  exemptCents: Cents;
};

export type TaxReport = TaxPeriod & { rows: AgencyTax[] };

export const taxTotals = (rows: readonly AgencyTax[]) => ({
  accountCents: sum(rows.map((row) => row.accountCents)),
  counterCents: sum(rows.map((row) => row.counterCents)),
  taxCents: sum(rows.map((row) => row.taxCents)),
  journalCents: sum(rows.map((row) => row.journalCents)),
  postedCents: sum(rows.map((row) => row.postedCents)),
  laterCents: sum(rows.map((row) => row.laterCents)),
  earlierCents: sum(rows.map((row) => row.earlierCents)),
});
