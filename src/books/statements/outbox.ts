// Mail that is to go out once per cause. The row is written in the transaction of its cause; the worker sends it.
import { sql } from "drizzle-orm";
import { assert } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/**
 * Queues the mail of a statement to one address. `cause` names why: the same statement, address and cause is one
 * mail, however often it is asked for. Returns the outbox row's id.
 */
export async function queueStatementMail(
  books: Books,
  mail: { statementId: string; recipient: string; cause: string },
): Promise<{ outboxId: string; queued: boolean }> {
  const { recipient } = mail;
  // Whoever calls: nothing in it may start another header.
  assert(/^[^\s,;<>"]+$/.test(recipient), "a mail goes to one address");
  const key = `statement-mail:${mail.statementId}:${recipient.toLowerCase()}:${mail.cause}`;
  const [fresh] = await books.tx.execute<{ id: string }>(sql`
    insert into books.outbox (dedupe_key, kind, statement_id, recipient, queued_by)
    values (${key}, 'statement-mail', ${mail.statementId}, ${recipient}, ${books.userName})
    on conflict (org_id, dedupe_key) do nothing returning id`);
  if (fresh) return { outboxId: fresh.id, queued: true };
  const [known] = await books.tx.execute<{ id: string }>(
    sql`select id from books.outbox where dedupe_key = ${key}`,
  );
  if (!known) throw new Error("a queued mail is there");
  return { outboxId: known.id, queued: false };
}

export type Mail = {
  outboxId: string;
  statementId: string;
  recipient: string;
  status: "queued" | "sent" | "failed";
  attempts: number;
  lastError: string;
  queuedBy: string;
  queuedAt: string;
  sentAt: string | null;
};

type Row = {
  id: string;
  statement_id: string;
  recipient: string;
  status: Mail["status"];
  attempts: number;
  last_error: string;
  queued_by: string;
  queued_at: string;
  sent_at: string | null;
};

const mailOf = (row: Row): Mail => ({
  outboxId: row.id,
  statementId: row.statement_id,
  recipient: row.recipient,
  status: row.status,
  attempts: row.attempts,
  lastError: row.last_error,
  queuedBy: row.queued_by,
  queuedAt: row.queued_at,
  sentAt: row.sent_at,
});

export async function readMails({ tx }: Books, statementId: string): Promise<Mail[]> {
  const rows = await tx.execute<Row>(sql`
    select * from books.outbox where statement_id = ${statementId} order by queued_at desc`);
  return rows.map(mailOf);
}

/** For the worker: the mail, counted as tried before it is, so that a mail that kills its worker ends. */
export async function beginMail({ tx }: Books, outboxId: string): Promise<Mail> {
  const [row] = await tx.execute<Row>(sql`
    update books.outbox set attempts = attempts + 1 where id = ${outboxId} returning *`);
  if (!row) throw new Refusal("not-found");
  return mailOf(row);
}

/** For the worker: how it went. A mail that was sent stays sent. */
export async function endMail(
  { tx }: Books,
  outboxId: string,
  result: { status: "sent" } | { status: "queued" | "failed"; error: string },
): Promise<void> {
  const error = result.status === "sent" ? "" : result.error.slice(0, 500);
  await tx.execute(sql`
    update books.outbox set status = ${result.status}, last_error = ${error},
      sent_at = case when ${result.status} = 'sent' then clock_timestamp() end
    where id = ${outboxId} and status <> 'sent'`);
}

export type MailToGo = { outboxId: string; recipient: string };

/** For the worker: mails that are still to go, after a queue was lost. */
export async function readQueuedMails({ tx }: Books): Promise<MailToGo[]> {
  return tx.execute<MailToGo>(sql`
    select id as "outboxId", recipient from books.outbox where status = 'queued' and queued_at < clock_timestamp() - interval '10 minutes' limit 1000`);
}
