// Where a document's tax goes: to the account of each agency. Tax that nobody tells by agency is the first agency's, whose
// account plays the part.
import { assert } from "../assert.ts";
import type { ChartRole } from "./chart.ts";
import { ZERO, plus, sum, type Cents } from "../values/money.ts";

export type PostedTax = { chartCode?: string; taxCents: Cents };

/** A line of the journal before it has its side. */
type Sum = { role: ChartRole; chartCode: string | null; amountCents: Cents };

/** By account, in the order in which the taxes first name them. They have to come to `taxCents`. */
export function taxByAgency(taxCents: Cents, taxes: readonly PostedTax[] = [{ taxCents }]): Sum[] {
  assert(sum(taxes.map((tax) => tax.taxCents)) === taxCents, "the taxes are what the document says");
  const sums = new Map<string | null, Cents>();
  for (const { chartCode = null, taxCents: one } of taxes)
    sums.set(chartCode, plus(sums.get(chartCode) ?? ZERO, one));
  return [...sums].map(([chartCode, amountCents]) => ({ role: "sales-tax", chartCode, amountCents }));
}
