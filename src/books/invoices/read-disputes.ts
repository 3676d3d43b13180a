// What a customer objects to: of one invoice each time they did, of an account what stands.
import { sql, type SQL } from "drizzle-orm";
import type { Dispute, DisputeReason } from "@/domain/invoices/dispute.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Moment } from "../ledger/as-of.ts";
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

/** What is said of an invoice has an instant and no day: it is asked as it was known, whatever day is asked for; null is now. */
type Known = Pick<Moment, "knownAt">;

const knownBy = (at: SQL, knownAt: string) => sql`coalesce(${at} <= ${knownAt}::timestamptz, false)`;

/** Of an invoice `d`. Of one that was brought in as disputed nobody said so, and when: it is as it is now. */
export const disputedAt = ({ knownAt }: Known): SQL =>
  knownAt === null
    ? sql`d.disputed`
    : sql`case when exists (select from books.disputes s where s.invoice_id = d.id) then exists (
        select from books.disputes s where s.invoice_id = d.id
          and ${knownBy(sql`s.raised_at`, knownAt)} and not ${knownBy(sql`s.settled_at`, knownAt)}) else d.disputed end`;

/** Of an invoice `d`: what was objected to last. */
export const disputeNoteAt = ({ knownAt }: Known): SQL =>
  knownAt === null
    ? sql`d.dispute_note`
    : sql`coalesce((
        select s.note from books.disputes s where s.invoice_id = d.id and ${knownBy(sql`s.raised_at`, knownAt)}
        order by s.raised_at desc limit 1), '')`;

/** The latest first, as they were known at a moment. */
export async function readDisputes(
  { tx }: Books,
  invoiceId: string,
  { knownAt }: Known = { knownAt: null },
): Promise<Dispute[]> {
  const then = (at: SQL) => (knownAt === null ? sql`true` : knownBy(at, knownAt));
  const rows = await tx.execute<Row>(sql`
    select id, reason, note, raised_by, raised_at, case when ${then(sql`settled_at`)} then settled_by end as settled_by,
      case when ${then(sql`settled_at`)} then settled_at end as settled_at
    from books.disputes
    where invoice_id = ${invoiceId}::uuid and ${then(sql`raised_at`)} order by raised_at desc limit ${SHOWN}`);
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
