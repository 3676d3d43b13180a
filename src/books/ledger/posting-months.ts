// The months of the books, as somebody needs them who chooses a day: which are closed, and where what is dated in them
// can go.
import { sql } from "drizzle-orm";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import { later, monthOf, type Day } from "@/domain/values/day.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

export async function readPostingMonths({ tx, today }: Books): Promise<PostingMonths> {
  const [row] = await tx.execute<{ closed: Day[]; open: Day[] }>(sql`
    with shut as (select month from books.periods where status = 'closed'),
    reach as (
      select min(month) as month from books.periods p where status = 'open' and month >= ${monthOf(today)}::date)
    select array(select month::text from shut order by month) as closed,
      array(select p.month::text from books.periods p
        where p.status = 'open' and p.month > (select min(month) from shut) and p.month <= (select month from reach)
        order by p.month) as open`);
  return row ?? { closed: [], open: [] };
}

/** `byItself`: the month that takes the day where none is chosen. */
type Chosen = { on: Day; period: Day; byItself: Day; isOpen: boolean };

/** A month that was chosen is open, no earlier than the day's own, and no later than the first open one from today on. */
export function mustReach({ today }: Books, { on, period, byItself, isOpen }: Chosen): void {
  if (!isOpen || period < monthOf(on) || period > later(monthOf(today), byItself))
    throw new Refusal("period-out-of-reach");
}
