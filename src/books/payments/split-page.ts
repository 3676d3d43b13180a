// The check that a payment is a part of: whose it is, how much it was, and what of it is whose.
import { sql } from "drizzle-orm";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

export type SplitPayment = {
  payer: { customerId: string; name: string };
  amountCents: Cents;
  /** In the order in which they were posted. */
  parts: { paymentId: string; number: string; customerId: string; name: string; amountCents: Cents }[];
};

/** null for a payment that is whole by itself. */
export async function readSplit({ tx }: Books, paymentId: string): Promise<SplitPayment | null> {
  const rows = await tx.execute<{
    payer_id: string;
    payer: string;
    whole: number;
    id: string;
    number: string;
    customer_id: string;
    name: string;
    amount: number;
  }>(sql`
    select w.id as payer_id, w.name as payer, s.amount as whole, p.id, p.number, c.id as customer_id, c.name, p.amount
    from books.payments o join books.split_payments s on s.id = o.split_id
    join books.accounts v on v.id = s.account_id join books.customers w on w.id = v.customer_id
    join books.payments p on p.split_id = s.id
    join books.accounts a on a.id = p.account_id join books.customers c on c.id = a.customer_id
    where o.id = ${paymentId}::uuid order by p.event_number`);
  const [first] = rows;
  if (!first) return null;
  return {
    payer: { customerId: first.payer_id, name: first.payer },
    amountCents: cents(first.whole),
    parts: rows.map((row) => ({
      paymentId: row.id,
      number: row.number,
      customerId: row.customer_id,
      name: row.name,
      amountCents: cents(row.amount),
    })),
  };
}
