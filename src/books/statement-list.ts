// The statements that were issued, newest first, with how their mail went.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Day } from "@/domain/day.ts";
import { cents, type Cents } from "@/domain/money.ts";
import type { Books } from "./open.ts";

export type StatementRow = {
  statementId: string;
  number: string;
  customerId: string;
  customerName: string;
  asOf: Day;
  issuedAt: string;
  closingCents: Cents;
  currency: string;
  mails: number;
  lastMail: "queued" | "sent" | "failed" | null;
};

const PAGE = 50;

/** Newest first; of one customer, or of all. */
export async function listStatements(
  { tx }: Books,
  query: { customerId?: string | undefined; cursor?: string | undefined },
  size = PAGE,
): Promise<{ rows: StatementRow[]; next: string | null }> {
  const before = z.uuid().safeParse(query.cursor);
  const rows = await tx.execute<{
    id: string;
    number: string;
    customer_id: string;
    name: string;
    as_of: Day;
    issued_at: string;
    closing: number;
    currency: string;
    mails: number;
    last_mail: StatementRow["lastMail"];
  }>(sql`
    select s.id, s.number, c.id as customer_id, c.name, s.as_of, s.issued_at, s.closing, s.currency,
      (select count(*)::int from books.outbox o where o.statement_id = s.id) as mails,
      (select o.status from books.outbox o where o.statement_id = s.id order by o.queued_at desc limit 1) as last_mail
    from books.statements s join books.accounts a on a.id = s.account_id join books.customers c on c.id = a.customer_id
    where ${query.customerId ? sql`c.id = ${query.customerId}::uuid` : sql`true`}
      and ${before.success ? sql`s.id < ${before.data}::uuid` : sql`true`}
    order by s.id desc limit ${size + 1}`);
  const page = rows.slice(0, size).map((row) => ({
    statementId: row.id,
    number: row.number,
    customerId: row.customer_id,
    customerName: row.name,
    asOf: row.as_of,
    issuedAt: row.issued_at,
    closingCents: cents(row.closing),
    currency: row.currency,
    mails: row.mails,
    lastMail: row.last_mail,
  }));
  return { rows: page, next: rows.length > size ? (page.at(-1)?.statementId ?? null) : null };
}
