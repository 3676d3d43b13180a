// In which currency amounts are, by what they are said with: an account, or something that is of one.
import { sql, type SQL } from "drizzle-orm";
import type { Books } from "../open.ts";

const ofAccount = (table: SQL) =>
  sql`(select t.id, a.currency from ${table} t join books.accounts a on a.id = t.account_id) named`;

const TABLES = {
  accountId: sql`books.accounts`,
  paymentId: sql`books.payments`,
  invoiceId: sql`books.invoices`,
  receiptId: sql`books.receipts`,
  creditMemoId: ofAccount(sql`books.credit_memos`),
  statementId: ofAccount(sql`books.statements`),
  earmarkId: ofAccount(sql`books.earmarks`),
  decisionId: ofAccount(sql`books.credit_decisions`),
};

export type MoneyNamed = keyof typeof TABLES;
export const MONEY_NAMED = Object.keys(TABLES) as readonly MoneyNamed[];

/** null where nothing here has that id. */
export async function readCurrencyNamed({ tx }: Books, kind: MoneyNamed, id: string): Promise<string | null> {
  const [row] = await tx.execute<{ currency: string }>(
    sql`select currency from ${TABLES[kind]} where id = ${id}::uuid`,
  );
  return row?.currency ?? null;
}
