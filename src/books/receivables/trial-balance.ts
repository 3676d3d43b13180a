// The trial balance at a day: every account of the chart that something was posted to, added up by the month that the books
// took it in, so that a month that is closed says the same for ever.
import { sql, type SQL } from "drizzle-orm";
import type { TrialBalance, TrialLine } from "@/domain/receivables/trial-balance.ts";
import { counted, type Moment } from "../ledger/as-of.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import type { Books } from "../open.ts";

/** Dated by the day, and posted in a month that has begun by then. */
export const postedBy = (moment: Moment): SQL =>
  sql`${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)} and e.period <= ${moment.asOf}::date`;

type Row = Omit<TrialLine, "balanceCents"> & {
  balance: number | null;
  debits: number | null;
  credits: number | null;
};

/** In the business's currency. An account whose debits and credits are the same is among them, with a balance of nothing. */
export async function readTrialBalance(books: Books, moment: Moment): Promise<TrialBalance> {
  const rows = await books.tx.execute<Row>(sql`
    with balances as (
      select l.chart_code as code, sum(l.amount) as amount
      from books.journal_lines l join books.events e on e.number = l.event_number
      where e.currency = ${books.currency} and ${postedBy(moment)} group by 1),
    totals as (
      select ${grossSum(sql`amount`, sql`amount > 0`)} as debits, ${grossSum(sql`- amount`, sql`amount < 0`)} as credits
      from balances)
    select h.code, h.name, h.kind, h.role,
      exists (select from books.tax_agencies a where a.chart_code = h.code) as "isTax", ${grossSum(sql`b.amount`)} as balance, t.debits, t.credits
    from balances b join books.chart h on h.code = b.code cross join totals t
    group by h.code, h.name, h.kind, h.role, t.debits, t.credits order by h.code collate books.natural`);
  const [first] = rows;
  return {
    lines: rows.map(({ code, name, kind, role, isTax, balance }) => ({
      code,
      name,
      kind,
      role,
      isTax,
      balanceCents: grossCents(balance),
    })),
    debitCents: grossCents(first ? first.debits : 0),
    creditCents: grossCents(first ? first.credits : 0),
  };
}
