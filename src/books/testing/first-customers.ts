// The first customers by number: the shortest question whose answer fills a page. The bench measures others beside it.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

export async function readFirstCustomers({ tx }: Books) {
  const rows = await tx.execute<{ number: string; name: string; terms: number }>(sql`
    select number, name, terms as terms from books.customers order by number limit 25`);
  return [...rows];
}
