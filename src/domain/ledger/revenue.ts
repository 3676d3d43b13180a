// Where a document's revenue goes: each line names an account of the chart, and the journal has what they come to.
import { assert } from "../assert.ts";
import type { ChartRole } from "./chart.ts";
import { ZERO, plus, sum, type Cents } from "../values/money.ts";
import { shareOut } from "../values/shares.ts";

/** Without a code it goes to the account that plays the part of revenue. */
export type RevenueLine = { chartCode?: string | undefined; totalCents: Cents };

/** A line of the journal before it has its side. */
type Sum = { role: ChartRole; chartCode: string | null; amountCents: Cents };

/** By account, in the order in which the lines first name them. The lines have to come to `subtotalCents`. */
export function revenueByAccount(subtotalCents: Cents, lines: readonly RevenueLine[] | undefined): Sum[] {
  const given = lines ?? [{ totalCents: subtotalCents }];
  assert(sum(given.map((line) => line.totalCents)) === subtotalCents, "the lines are what the document says");
  const sums = new Map<string | null, Cents>();
  for (const { chartCode = null, totalCents } of given)
    sums.set(chartCode, plus(sums.get(chartCode) ?? ZERO, totalCents));
  return [...sums].map(([chartCode, amountCents]) => ({ role: "revenue", chartCode, amountCents }));
}

/** Each line's share of a document that stands for only a part of them, by largest remainder. */
export function shareOfLines<Line extends RevenueLine>(subtotalCents: Cents, lines: readonly Line[]): Line[] {
  const shares = shareOut(
    subtotalCents,
    lines.map((line) => line.totalCents),
  );
  return lines.map((line, at) => ({ ...line, totalCents: shares[at] ?? ZERO }));
}
