// What a business that has just begun still has to do before it can sell on account, and which of it is done. Asked only of
// young books: who has posted so much that this would be long to look up has no need of it.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { FirstStep } from "@/domain/business/first-steps.ts";
import type { Books } from "../open.ts";

/** Nobody is a beginner after these. */
const YOUNG_EVENTS = 100;

/** `customerId`: whose credit could be decided first. */
export type FirstSteps = { done: Readonly<Record<FirstStep, boolean>>; customerId: string | null };

/** null where nothing is left to do, or the business isn't new any more. */
export async function readFirstSteps({ tx }: Books): Promise<FirstSteps | null> {
  const [young] = await tx.execute<{ next: number }>(
    sql`select next from books.counters where series = 'event'`,
  );
  if (present(young, "events are numbered").next > YOUNG_EVENTS) return null;
  const [row] = await tx.execute<Record<FirstStep, boolean> & { customer_id: string | null }>(sql`
    select cardinality(s.address_lines) > 0 as address,
      s.tax_answered as tax,
      exists (select from books.products) as product,
      exists (select from books.customers) as customer,
      exists (select from books.accounts where charging_allowed and (unlimited or limit_cents > 0)) as credit,
      (select id from books.customers where archived_at is null and merged_into is null order by created_at, id limit 1)
        as customer_id
    from books.settings s`);
  const { customer_id: customerId, ...done } = present(row, "a business has settings");
  return Object.values(done).every(Boolean) ? null : { done, customerId };
}
