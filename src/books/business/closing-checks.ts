// What one looks at before a month is closed: invoices dated in it that are drafts still, money that no bank has yet, and
// whether the books were proven since anything was last posted into it.
import { sql } from "drizzle-orm";
import type { PeriodRange } from "@/domain/business/period-input.ts";
import { addDays, addMonths } from "@/domain/values/day.ts";
import type { GrossSum } from "@/domain/values/money.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import type { Books } from "../open.ts";
import { postedBy } from "../receivables/trial-balance.ts";

export type ClosingChecks = {
  /** Drafts of invoices that are dated in the months: issued later, they go into a later month. */
  drafts: number;
  /** What stands on Undeposited Funds at the end of the range, in the business's currency. */
  undepositedCents: GrossSum;
  /** The last proof of the books; null where there was none yet. */
  proof: { provenAt: string; broken: number } | null;
  /** What was posted into the months since that proof. */
  unprovenEvents: number;
};

export async function readClosingChecks(
  { tx, currency }: Books,
  { from, through }: PeriodRange,
): Promise<ClosingChecks> {
  const moment = { asOf: addDays(addMonths(through, 1), -1), knownAt: null };
  const [row] = await tx.execute<{
    drafts: number;
    undeposited: number | null;
    proven_at: string | null;
    broken: number | null;
    unproven: number;
  }>(sql`
    with last as (select proven_at, broken from books.proofs order by proven_at desc limit 1)
    select (select count(*)::int from books.invoice_drafts d
        where d.state = 'open' and d.issued_on between ${from}::date and ${moment.asOf}::date) as drafts, (
        select ${grossSum(sql`l.amount`)} from books.journal_lines l join books.events e on e.number = l.event_number
        join books.chart h on h.code = l.chart_code and h.role = 'undeposited-funds'
        where e.currency = ${currency} and ${postedBy(moment)}) as undeposited,
      (select proven_at from last) as proven_at, (select broken from last) as broken,
      (select count(*)::int from books.events e where e.period between ${from}::date and ${through}::date
        and e.recorded_at > coalesce((select proven_at from last), '-infinity')) as unproven`);
  if (!row) throw new Error("a count has a row");
  const { drafts, undeposited, proven_at: provenAt, broken, unproven } = row;
  return {
    drafts,
    undepositedCents: grossCents(undeposited),
    proof: provenAt === null || broken === null ? null : { provenAt, broken },
    unprovenEvents: unproven,
  };
}
