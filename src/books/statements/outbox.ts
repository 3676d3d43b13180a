// Mail that is to go out once per cause. The row is written in the transaction of its cause; the worker sends it.
import { sql, type SQL } from "drizzle-orm";
import { assert, present } from "@/domain/assert.ts";
import type { ChargeMail } from "@/domain/payments/autopay.ts";
import { Refusal } from "@/domain/refusal.ts";
import { paperColumns, paperOf, type MailedPaper } from "@/domain/statements/mailed-paper.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** A page shows so many; a paper has a handful. */
const SHOWN = 100;

type MailCharge = { chargeId: string; tells: ChargeMail };

type NewMail = {
  paper: MailedPaper;
  recipient: string;
  cause: string;
  message?: string;
  /** What it tells of a charge by autopay, beside the link to the paper. */
  charge?: MailCharge;
  /** Each month, without anybody sending it. */
  comesByItself?: boolean;
};

/**
 * Queues the mail of a paper to one address. `cause` names why: the same paper, address and cause is one mail, however
 * often it is asked for. Returns the outbox row's id.
 */
export async function queueMail(
  books: Books,
  { paper, recipient, cause, message = "", charge, comesByItself = false }: NewMail,
): Promise<{ outboxId: string; queued: boolean }> {
  // Whoever calls: nothing in it may start another header.
  assert(/^[^\s,;<>"]+$/.test(recipient), "a mail goes to one address");
  const kind = `${paper.kind}-mail`;
  const about = charge ? `:${charge.tells}:${charge.chargeId}` : "";
  const key = `${kind}${about}:${paper.id}:${recipient.toLowerCase()}:${cause}`;
  const { statementId, invoiceId, creditMemoId } = paperColumns(paper);
  const [fresh] = await books.tx.execute<{ id: string }>(sql`
    insert into books.outbox (dedupe_key, kind, statement_id, invoice_id, credit_memo_id, recipient, message, charge_id, tells, comes_by_itself, queued_by)
    values (${key}, ${kind}, ${statementId}::uuid, ${invoiceId}::uuid, ${creditMemoId}::uuid, ${recipient}, ${message},
      ${charge?.chargeId ?? null}::uuid, ${charge?.tells ?? null}, ${comesByItself}, ${books.userName})
    on conflict (org_id, dedupe_key) do nothing returning id`);
  if (fresh) return { outboxId: fresh.id, queued: true };
  const [known] = await books.tx.execute<{ id: string }>(
    sql`select id from books.outbox where dedupe_key = ${key}`,
  );
  if (!known) throw new Error("a queued mail is there");
  return { outboxId: known.id, queued: false };
}

/** Whether a mail that tells this of that charge is still to go. */
export async function isChargeMailWaiting({ tx }: Books, { chargeId, tells }: MailCharge): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select from books.outbox where charge_id = ${chargeId}::uuid and tells = ${tells} and status = 'queued' limit 1`);
  return row !== undefined;
}

export type Mail = {
  outboxId: string;
  paper: MailedPaper;
  /** What somebody wrote with it. */
  message: string;
  /** What it tells of a charge by autopay: of so much, on that day. */
  charge: (MailCharge & { amountCents: Cents; currency: string; on: Day }) | null;
  comesByItself: boolean;
  recipient: string;
  status: "queued" | "sent" | "failed" | "bounced";
  attempts: number;
  lastError: string;
  queuedBy: string;
  queuedAt: string;
  sentAt: string | null;
  /** When its reader said so, on the page behind the link in it. */
  openedAt: string | null;
};

type Row = {
  id: string;
  statement_id: string | null;
  invoice_id: string | null;
  credit_memo_id: string | null;
  message: string;
  charge_id: string | null;
  tells: ChargeMail | null;
  charge_amount: number | null;
  charge_currency: string | null;
  charge_on: Day | null;
  comes_by_itself: boolean;
  recipient: string;
  status: Mail["status"];
  attempts: number;
  last_error: string;
  queued_by: string;
  queued_at: string;
  sent_at: string | null;
  opened_at?: string | null;
};

const mailOf = (row: Row): Mail => ({
  outboxId: row.id,
  paper: present(
    paperOf({ statementId: row.statement_id, invoiceId: row.invoice_id, creditMemoId: row.credit_memo_id }),
    "a mail brings something",
  ),
  message: row.message,
  charge: chargeOf(row),
  comesByItself: row.comes_by_itself,
  recipient: row.recipient,
  status: row.status,
  attempts: row.attempts,
  lastError: row.last_error,
  queuedBy: row.queued_by,
  queuedAt: row.queued_at,
  sentAt: row.sent_at,
  openedAt: row.opened_at ?? null,
});

function chargeOf(row: Row): Mail["charge"] {
  const { charge_id: chargeId, tells, charge_amount: amount, charge_currency: currency, charge_on: on } = row;
  if (chargeId === null || tells === null || amount === null || currency === null || on === null) return null;
  return { chargeId, tells, amountCents: cents(amount), currency, on };
}

/** Of a mail `m`, the charge that it tells of. */
const CHARGE: SQL = sql`
  left join lateral (
    select h.amount as charge_amount, a.currency as charge_currency, h.try_on as charge_on
    from books.autopay_charges h join books.autopays a on a.id = h.autopay_id where h.id = m.charge_id) h on true`;

const COLUMN: Record<MailedPaper["kind"], SQL> = {
  statement: sql`statement_id`,
  invoice: sql`invoice_id`,
  "credit-memo": sql`credit_memo_id`,
};

/** The latest first. */
export async function readMails({ tx }: Books, { kind, id }: MailedPaper): Promise<Mail[]> {
  const rows = await tx.execute<Row>(sql`
    select m.*, h.*, o.opened_at from books.outbox m left join books.openings o on o.link_id = m.link_id ${CHARGE}
    where m.${COLUMN[kind]} = ${id}::uuid order by m.queued_at desc limit ${SHOWN}`);
  return rows.map(mailOf);
}

/** Where the mail with this link went; null for a link that was in none. */
export async function recipientOfLink({ tx }: Books, linkId: string): Promise<string | null> {
  const [row] = await tx.execute<{ recipient: string }>(sql`
    select recipient from books.outbox where link_id = ${linkId}::uuid limit 1`);
  return row?.recipient ?? null;
}

/** For the worker: the mail, counted as tried before it is, so that a mail that kills its worker ends. */
export async function beginMail({ tx }: Books, outboxId: string): Promise<Mail> {
  const [row] = await tx.execute<Row>(sql`
    with m as (update books.outbox set attempts = attempts + 1 where id = ${outboxId} returning *)
    select m.*, h.* from m ${CHARGE}`);
  if (!row) throw new Refusal("not-found");
  return mailOf(row);
}

export type MailEnd = ({ status: "sent" } | { status: "queued" | "failed"; error: string }) & {
  /** The link in it, where one was made. */
  linkId?: string | undefined;
};

/** For the worker: how it went. A mail that was sent stays sent. */
export async function endMail({ tx }: Books, outboxId: string, result: MailEnd): Promise<void> {
  const error = result.status === "sent" ? "" : result.error.slice(0, 500);
  await tx.execute(sql`
    update books.outbox set status = ${result.status}, last_error = ${error}, link_id = coalesce(${result.linkId ?? null}::uuid, link_id),
      sent_at = case when ${result.status} = 'sent' then clock_timestamp() end
    where id = ${outboxId} and status not in ('sent', 'bounced')`);
}

export type MailToGo = { outboxId: string; recipient: string };

/** For the worker: mails that are still to go, after a queue was lost. */
export async function readQueuedMails({ tx }: Books): Promise<MailToGo[]> {
  return tx.execute<MailToGo>(sql`
    select id as "outboxId", recipient from books.outbox where status = 'queued' and queued_at < clock_timestamp() - interval '10 minutes' limit 1000`);
}
