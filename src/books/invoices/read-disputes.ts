// What a customer objects to: of one invoice each time they did, of an account what stands.
import { sql } from "drizzle-orm";
import type { Dispute, DisputeReason } from "@/domain/invoices/dispute.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

type Row = {
  id: string;
  reason: DisputeReason;
  note: string;
  raised_by: string;
  raised_at: string;
  settled_by: string | null;
  settled_at: string | null;
};

const disputeOf = (row: Row): Dispute => ({
  disputeId: row.id,
  reason: row.reason,
  note: row.note,
  raisedBy: row.raised_by,
  raisedAt: row.raised_at,
  settledBy: row.settled_by,
  settledAt: row.settled_at,
});

/** Its page shows so many. */
const SHOWN = 20;

/** The latest first. */
export async function readDisputes({ tx }: Books, invoiceId: string): Promise<Dispute[]> {
  const rows = await tx.execute<Row>(sql`
    select id, reason, note, raised_by, raised_at, settled_by, settled_at from books.disputes
    where invoice_id = ${invoiceId}::uuid order by raised_at desc limit ${SHOWN}`);
  return rows.map(disputeOf);
}

export type DisputedInvoice = Dispute & {
  invoiceId: string;
  number: string;
  issuedOn: Day;
  totalCents: Cents;
};

/** What an account's customer objects to now, the oldest first. */
export async function readDisputedOf({ tx }: Books, accountId: string): Promise<DisputedInvoice[]> {
  const rows = await tx.execute<
    Row & { invoice_id: string; number: string; issued_on: Day; total: number }
  >(sql`
    select d.id, d.reason, d.note, d.raised_by, d.raised_at, d.settled_by, d.settled_at,
      i.id as invoice_id, i.number, i.issued_on, i.total
    from books.invoices i join books.disputes d on d.invoice_id = i.id and d.settled_at is null
    where i.account_id = ${accountId}::uuid and i.disputed
    order by d.raised_at limit ${SHOWN}`);
  return rows.map((row) => ({
    ...disputeOf(row),
    invoiceId: row.invoice_id,
    number: row.number,
    issuedOn: row.issued_on,
    totalCents: cents(row.total),
  }));
}
