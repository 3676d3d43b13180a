// In which currency the amounts of a change are, by what the change names: an account, a payment, an invoice, a receipt or a credit decision.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

export type MoneyNamed = "accountId" | "paymentId" | "invoiceId" | "receiptId" | "decisionId";

/** null where nothing here has that id. */
export async function readCurrencyNamed({ tx }: Books, kind: MoneyNamed, id: string): Promise<string | null> {
  const table = TABLES[kind];
  const [row] = await tx.execute<{ currency: string }>(
    sql`select currency from ${table} where id = ${id}::uuid`,
  );
  return row?.currency ?? null;
}

const TABLES = {
  accountId: sql`books.accounts`,
  paymentId: sql`books.payments`,
  invoiceId: sql`books.invoices`,
  receiptId: sql`books.receipts`,
  decisionId: sql`(select r.id, a.currency from books.reservations r join books.accounts a on a.id = r.account_id) d`,
} satisfies Record<MoneyNamed, unknown>;
