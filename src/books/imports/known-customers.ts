// The customers that a file may mean, as the books know them; one that was merged leads to the one that stays.
import { sql } from "drizzle-orm";
import type { KnownCustomer } from "@/domain/imports/match-customers.ts";
import type { Books } from "../open.ts";

export async function readKnownCustomers({ tx }: Books): Promise<KnownCustomer[]> {
  const rows = await tx.execute<{ id: string; number: string; name: string }>(sql`
    select case when merged_into is null then id else books.survivor(id) end as id, number, name
    from books.customers order by id`);
  return rows.map(({ id, number, name }) => ({ customerId: id, number, name }));
}

export type KnownAccount = { accountId: string; termsDays: number };

/** In the business's own currency, by customer. */
export async function readKnownAccounts(
  { tx, currency }: Books,
  customerIds: readonly string[],
): Promise<Map<string, KnownAccount>> {
  const rows = await tx.execute<{ customer_id: string; id: string; terms_days: number }>(sql`
    select a.customer_id, a.id, c.terms_days from unnest(${sql.param([...new Set(customerIds)])}::uuid[]) as w (id)
    join books.accounts a on a.customer_id = w.id and a.currency = ${currency}
    join books.customers c on c.id = w.id`);
  return new Map(rows.map((row) => [row.customer_id, { accountId: row.id, termsDays: row.terms_days }]));
}
