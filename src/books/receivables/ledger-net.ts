// What the control accounts of the journal say at a day, which the aging's net must be (lessons.md 3): by the dates of the
// events, and what of that the books took in a later month.
import { sql, type SQL } from "drizzle-orm";
import type { LedgerNet } from "@/domain/receivables/posted-later.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { counted, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";

export async function readLedgerNet(books: Books, moment: Moment): Promise<LedgerNet> {
  const later = sql`e.period > ${moment.asOf}::date`;
  const [row] = await books.tx.execute<{ net: number; later: number }>(sql`
    select coalesce(sum(l.amount), 0)::bigint as net, count(*) filter (where ${later})::int as later
    ${controlLines(books, moment)}`);
  const postedLater = row?.later ? await readPostedLater(books, moment, later) : [];
  return { netCents: cents(row?.net ?? 0), postedLater };
}

async function readPostedLater(books: Books, moment: Moment, later: SQL): Promise<LedgerNet["postedLater"]> {
  const rows = await books.tx.execute<{ dated: Day; posted: Day; amount: number }>(sql`
    select date_trunc('month', e.effective_on::timestamp)::date as dated, e.period as posted, sum(l.amount)::bigint as amount
    ${controlLines(books, moment)} and ${later}
    group by 1, 2 having sum(l.amount) <> 0 order by 1, 2`);
  return rows.map(({ dated, posted, amount }) => ({ dated, posted, amountCents: cents(amount) }));
}

const controlLines = ({ currency }: Books, moment: Moment): SQL => sql`
  from books.journal_lines l join books.events e on e.number = l.event_number
  join books.chart h on h.code = l.chart_code and h.role in ('receivable', 'customer-credit')
  where e.currency = ${currency} and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)}`;
