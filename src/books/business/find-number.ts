// What bears exactly this number: an invoice, a receipt, a payment, a statement, a customer; in capitals or not. What was
// imported keeps its own number, so that several things may bear the same.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

export type Numbered = {
  kind: "customer" | "invoice" | "receipt" | "payment" | "statement";
  id: string;
  number: string;
};

export async function findNumber({ tx }: Books, search: string): Promise<Numbered[]> {
  const typed = search.trim();
  if (typed === "") return [];
  // Each as a whole, so that the index of the numbers finds it.
  const bears = sql`number in (${typed}, ${typed.toUpperCase()}, ${typed.toLowerCase()})`;
  const rows = await tx.execute<Numbered>(sql`
    select 'customer' as kind, id, number from books.customers where ${bears}
    union all select 'invoice', id, number from books.invoices where ${bears}
    union all select 'receipt', id, number from books.receipts where ${bears}
    union all select 'payment', id, number from books.payments where ${bears}
    union all select 'statement', id, number from books.statements where ${bears}`);
  return [...rows];
}
