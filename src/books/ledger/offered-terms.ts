// The billing terms that a business offers, from which one chooses for a customer or an invoice. What was chosen is kept
// whole there, so nothing that was billed changes with them.
import type { Books } from "../open.ts";
import { sql } from "drizzle-orm";
import { inOrder } from "@/domain/values/terms.ts";

/** Their codes, the shortest first. */
export async function readOfferedTerms({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ code: string }>(sql`select code from books.billing_terms where offered`);
  return inOrder(rows.map((row) => row.code));
}
