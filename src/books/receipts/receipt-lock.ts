// Whoever brings goods back and whoever reverses a paper of their receipt wait for each other.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/**
 * Of the receipt of the sale, taken before the account's lock. By name and not on the row: receipts are facts, which the
 * app may not update, and a sale to somebody who walked in has no account whose lock would do. Everything that is
 * decided on is read after it; the database's guards look on.
 */
export async function lockReceipt({ tx }: Books, receiptId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`receipt ${receiptId}`}, 0))`);
}
