// The overrides that were asked for: those that wait for an answer, those of one account, and one by its id.
import { sql, type SQL } from "drizzle-orm";
import {
  overrideState,
  type OverrideCause,
  type OverrideTold,
  type OverrideWhat,
} from "@/domain/credit/override.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** So many at most. */
const SHOWN = 100;

/** Still to be answered, the oldest first. */
export const listWaitingOverrides = (books: Books): Promise<OverrideTold[]> =>
  read(
    books,
    sql`r.declined_at is null and r.answer_by > clock_timestamp() and o.id is null order by r.recorded_at, r.id`,
  );

/** Of one account, the latest first. Refuses an account that isn't there with "not-found". */
export async function readOverridesOf(books: Books, accountId: string): Promise<OverrideTold[]> {
  const [account] = await books.tx.execute(sql`select 1 from books.accounts where id = ${accountId}::uuid`);
  if (!account) throw new Refusal("not-found");
  return read(books, sql`r.account_id = ${accountId}::uuid order by r.recorded_at desc, r.id desc`);
}

/** Refuses with "not-found". */
export async function readOverride(books: Books, overrideId: string): Promise<OverrideTold> {
  const [found] = await read(books, sql`r.id = ${overrideId}::uuid`);
  if (!found) throw new Refusal("not-found");
  return found;
}

/** Who asked for it, as events name them. */
export async function readAsker({ tx }: Books, overrideId: string): Promise<string> {
  const [row] = await tx.execute<{ asked_by: string }>(sql`
    select asked_by from books.override_requests where id = ${overrideId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return row.asked_by;
}

/** The one that an event used; null where it used none. Refuses an event that isn't there with "not-found". */
export async function readOverrideOf(books: Books, eventId: number): Promise<OverrideTold | null> {
  const [event] = await books.tx.execute<{ overridden: boolean }>(sql`
    select override_id is not null as overridden from books.events where number = ${eventId}::bigint`);
  if (!event) throw new Refusal("not-found");
  if (!event.overridden) return null;
  const [found] = await read(books, sql`o.used_by_event = ${eventId}::bigint`);
  return found ?? null;
}

type Row = {
  id: string;
  account_id: string;
  customer_id: string;
  customer_name: string;
  customer_number: string;
  currency: string;
  what: OverrideWhat;
  job_id: string | null;
  job_name: string | null;
  amount: number;
  cause: OverrideCause;
  reason: string;
  asked_by: string;
  asked_by_name: string;
  asked_at: string;
  answer_by: string;
  declined_at: string | null;
  declined_by: string;
  declined_note: string;
  approved_at: string | null;
  approved_by_name: string | null;
  by_mail: boolean | null;
  expires_at: string | null;
  used_by_event: number | null;
  now: string;
};

async function read({ tx, subject }: Books, where: SQL): Promise<OverrideTold[]> {
  const rows = await tx.execute<Row>(sql`
    select r.id, r.account_id, c.id as customer_id, c.name as customer_name, c.number as customer_number, a.currency,
      r.what, r.job_id, j.number || ' ' || j.name as job_name, r.amount, r.cause, r.reason, r.asked_by, r.asked_by_name,
      r.recorded_at as asked_at, r.answer_by, r.declined_at, r.declined_by, r.declined_note, o.recorded_at as approved_at,
      o.approved_by_name, o.by_mail, o.expires_at, o.used_by_event, clock_timestamp() as now
    from books.override_requests r
    join books.accounts a on a.id = r.account_id join books.customers c on c.id = a.customer_id
    left join books.jobs j on j.id = r.job_id left join books.overrides o on o.request_id = r.id
    where ${where} limit ${SHOWN}`);
  return rows.map((row) => {
    const told = {
      answerBy: isoInstant(row.answer_by),
      declinedAt: row.declined_at && isoInstant(row.declined_at),
      approvedAt: row.approved_at && isoInstant(row.approved_at),
      expiresAt: row.expires_at && isoInstant(row.expires_at),
      usedBy: row.used_by_event,
    };
    return {
      ...told,
      overrideId: row.id,
      accountId: row.account_id,
      customerId: row.customer_id,
      customerName: row.customer_name,
      customerNumber: row.customer_number,
      currency: row.currency,
      what: row.what,
      jobId: row.job_id,
      jobName: row.job_name,
      amountCents: cents(row.amount),
      cause: row.cause,
      reason: row.reason,
      askedBy: row.asked_by_name,
      askedAt: isoInstant(row.asked_at),
      isOwn: row.asked_by === subject,
      answeredBy: row.approved_by_name ?? (row.declined_by || null),
      byMail: row.by_mail ?? false,
      declinedNote: row.declined_note,
      state: overrideState(told, Date.parse(isoInstant(row.now))),
    };
  });
}
