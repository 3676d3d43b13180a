// A payment's credit with everything that was ever used of it, day by day, and what merges made of the part that they
// moved: what a payment that comes back is taken out of.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { ChainedCredit } from "@/domain/corrections/return-plan.ts";
import type { UsedOn } from "@/domain/corrections/returned-payment.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

type CreditRow = { id: number; account_id: string; amount: number; effective_on: Day };
type UseRow = { credit_id: number; item_id: number | null; on_day: Day; amount: number };

/** The credit itself first, then what it became on the accounts that were merged on. */
export async function readUsedCredits(
  books: Books,
  creditId: number,
  chain: readonly string[],
): Promise<ChainedCredit[]> {
  const credits = await readLineage(books, creditId, chain);
  const uses = await readUses(
    books,
    credits.map(({ id }) => id),
  );
  const ofItems = await readItemUses(
    books,
    uses.flatMap((use) => use.item_id ?? []),
  );
  return credits.map(({ id, account_id, amount, effective_on }) => {
    const own = uses.filter((use) => use.credit_id === id);
    const itemIds = [...new Set(own.flatMap((use) => use.item_id ?? []))];
    return {
      id,
      at: chain.indexOf(account_id),
      effectiveOn: effective_on,
      amountCents: cents(amount),
      applied: itemIds.map((itemId) => ({
        itemId,
        uses: own.filter((use) => use.item_id === itemId).map(usedOn),
        ofItem: present(ofItems.get(itemId), "what was used of an item was read"),
      })),
      gone: own.filter((use) => use.item_id === null).map(usedOn),
    };
  });
}

const usedOn = ({ on_day: on, amount }: { on_day: Day; amount: number }): UsedOn => ({
  on,
  amountCents: cents(amount),
});

/** Both ends of a transfer are events of one command, the one that takes right before the one that gives. */
async function readLineage({ tx }: Books, creditId: number, chain: readonly string[]): Promise<CreditRow[]> {
  const rows = await tx.execute<CreditRow>(sql`
    with recursive lineage (id, place) as (
      select ${creditId}::bigint, 1
      union all
      select n.number, l.place + 1 from lineage l
      join books.reductions r on r.credit_id = l.id and r.kind = 'transferred' and r.amount > 0
      join books.events o on o.number = r.event_number
        and not exists (select from books.events b where b.reverses = o.number)
      cross join lateral (
        select e.number from books.events e
        where e.command_id = o.command_id and e.kind = 'transfer-in' and e.number > o.number order by e.number limit 1) n)
    select c.id, c.account_id, c.amount, c.effective_on from lineage l join books.credits c on c.id = l.id
    where c.account_id = any (${sql.param([...chain])}::uuid[]) order by l.place, c.id`);
  return [...rows];
}

async function readUses({ tx }: Books, creditIds: readonly number[]): Promise<UseRow[]> {
  const ids = sql.param([...creditIds]);
  const rows = await tx.execute<UseRow>(sql`
    select credit_id, item_id, effective_on as on_day, sum(amount)::bigint as amount from (
      select credit_id, item_id, effective_on, amount from books.allocations where credit_id = any (${ids}::bigint[])
      union all
      select credit_id, null, effective_on, amount from books.reductions where credit_id = any (${ids}::bigint[])) u
    group by 1, 2, 3 order by 1, 2, 3`);
  return [...rows];
}

async function readItemUses({ tx }: Books, itemIds: readonly number[]): Promise<Map<number, UsedOn[]>> {
  const ids = sql.param([...new Set(itemIds)]);
  const rows = await tx.execute<{ item_id: number; on_day: Day; amount: number }>(sql`
    select item_id, effective_on as on_day, sum(amount)::bigint as amount from (
      select item_id, effective_on, amount from books.allocations where item_id = any (${ids}::bigint[])
      union all
      select item_id, effective_on, amount from books.reductions where item_id = any (${ids}::bigint[])) u
    group by 1, 2`);
  const uses = new Map<number, UsedOn[]>();
  for (const row of rows) uses.set(row.item_id, [...(uses.get(row.item_id) ?? []), usedOn(row)]);
  return uses;
}
