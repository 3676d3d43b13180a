// Overrides: asked for where a house charge is refused, approved by somebody else, used up by the charge that they let pass
// (ledger/post-statement.ts). The database holds that it is the same account, no more than was asked for, in time and once.
import { sql } from "drizzle-orm";
import { ASKED_HOURS, overridable } from "@/domain/credit/override.ts";
import type { ApproveOverride, AskOverride, DeclineOverride } from "@/domain/credit/override-input.ts";
import { againstInvoice } from "@/domain/credit/invoice-policy.ts";
import { jobRoom } from "@/domain/jobs/job-limit.ts";
import { canCharge } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import { cents } from "@/domain/values/money.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { lockJobOf } from "../ledger/locked-job.ts";
import { assertWithinOwnLimit } from "../ledger/own-limits.ts";
import type { Books } from "../open.ts";

/**
 * Refuses what needs none with "override-not-needed", and what none would let pass with "override-never". Asked again for as
 * much while the first waits, it is the first.
 */
export async function askOverride(
  books: Books,
  { accountId, jobId, what, amountCents, reason }: AskOverride,
): Promise<{ overrideId: string; isNew: boolean }> {
  const account = await lockActiveAccount(books, accountId);
  const job = jobId === null ? null : await lockJobOf(books, { jobId, accountId });
  const against =
    what === "invoice"
      ? (againstInvoice(account, amountCents) ?? { kind: "unlimited" as const })
      : canCharge(account.figures, account.credit);
  const can = overridable(amountCents, against, what === "invoice" ? null : job && jobRoom(job));
  if (can.kind === "not-needed") throw new Refusal("override-not-needed");
  if (can.kind === "never") throw new Refusal("override-never", { because: can.because });
  const [waiting] = await books.tx.execute<{ id: string }>(sql`
    select r.id from books.override_requests r
    where r.account_id = ${accountId}::uuid and r.amount = ${amountCents}::bigint and r.asked_by = ${books.subject}
      and r.what = ${what} and r.cause = ${can.cause} and r.job_id is not distinct from ${jobId}::uuid and r.declined_at is null and r.answer_by > clock_timestamp()
      and not exists (select from books.overrides o where o.request_id = r.id)
    limit 1`);
  if (waiting) return { overrideId: waiting.id, isNew: false };
  const [made] = await books.tx.execute<{ id: string }>(sql`
    insert into books.override_requests (account_id, job_id, what, amount, cause, reason, asked_by, asked_by_name, answer_by)
    values (${accountId}::uuid, ${jobId}::uuid, ${what}, ${amountCents}::bigint, ${can.cause}, ${reason}, ${books.subject},
      ${books.userName}, clock_timestamp() + ${ASKED_HOURS} * interval '1 hour') returning id`);
  if (!made) throw new Error("an insert returns its row");
  return { overrideId: made.id, isNew: true };
}

type Waiting = { account_id: string; currency: string; amount: number; reason: string; asked_by: string };

/** Locked, so that two answers at once are one. Refuses with "not-found", "override-answered" or, of one's own, "own-override". */
async function lockWaiting(books: Books, overrideId: string): Promise<Waiting> {
  const [row] = await books.tx.execute<Waiting & { open: boolean }>(sql`
    select r.account_id, a.currency, r.amount, r.reason, r.asked_by,
      r.declined_at is null and r.answer_by > clock_timestamp() as open
    from books.override_requests r join books.accounts a on a.id = r.account_id
    where r.id = ${overrideId}::uuid for update of r`);
  if (!row) throw new Refusal("not-found");
  // Read once the lock is held: another's answer may have been waited for.
  const [approved] = await books.tx.execute(
    sql`select 1 from books.overrides where request_id = ${overrideId}::uuid`,
  );
  if (approved || !row.open) throw new Refusal("override-answered");
  return row;
}

/** For as much as was asked for, where the approver's own limit reaches so far. `byMail`: by the link of a mail instead of in the app. */
export async function approveOverride(
  books: Books,
  { overrideId, minutes }: ApproveOverride,
  { byMail = false } = {},
): Promise<{ overrideId: string }> {
  const asked = await lockWaiting(books, overrideId);
  if (asked.asked_by === books.subject) throw new Refusal("own-override");
  // Who made a key could answer themselves by it.
  if (!books.subject.startsWith("user:")) throw new Refusal("override-by-person");
  const { currency, amount } = asked;
  assertWithinOwnLimit(books, "override", { amountCents: cents(amount), currency });
  await books.tx.execute(sql`
    insert into books.overrides (id, request_id, account_id, amount, reason, requested_by, approved_by, approved_by_name,
      by_mail, expires_at)
    values (${overrideId}::uuid, ${overrideId}::uuid, ${asked.account_id}::uuid, ${asked.amount}::bigint, ${asked.reason},
      ${asked.asked_by}, ${books.subject}, ${books.userName}, ${byMail},
      clock_timestamp() + ${minutes}::int * interval '1 minute')`);
  return { overrideId };
}

/** Told to whoever asked with the note. */
export async function declineOverride(
  books: Books,
  { overrideId, note }: DeclineOverride,
): Promise<{ overrideId: string }> {
  await lockWaiting(books, overrideId);
  await books.tx.execute(sql`
    update books.override_requests
    set declined_at = clock_timestamp(), declined_by = ${books.userName}, declined_note = ${note}
    where id = ${overrideId}::uuid`);
  return { overrideId };
}
