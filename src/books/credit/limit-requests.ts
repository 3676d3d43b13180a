// Changes of credit terms that wait for a second person. Nothing of one counts until it is approved, by somebody else than who
// asked, and only while the terms stand as they stood when it was asked for.
import { sql } from "drizzle-orm";
import { sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import type { LimitRequestState } from "@/domain/credit/limit-approval.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import type { Books } from "../open.ts";
import { answerWithLimit, waitAnew } from "./application-of-limit.ts";
import {
  DECIDED_COLUMNS,
  decidedOf,
  decisionOf,
  keepTerms,
  readDecided,
  type DecidedRow,
} from "./decided-terms.ts";

type Asked = { accountId: string; before: DecidedTerms; terms: DecidedTerms; reason: string };

/** The account is locked. Refuses "limit-asked-before" while another waits. */
export async function askForLimit(
  books: Books,
  { accountId, before, terms, reason }: Asked,
): Promise<string> {
  const { tx, subject, userName } = books;
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into books.limit_requests (account_id, before, after, reason, requested_by, requested_by_name)
    values (${accountId}::uuid, ${JSON.stringify(before)}, ${JSON.stringify(terms)}, ${reason}, ${subject}, ${userName})
    on conflict (org_id, account_id) where state = 'waiting' do nothing returning id`);
  if (!row) throw new Refusal("limit-asked-before");
  return row.id;
}

type RequestRow = {
  id: string;
  account_id: string;
  before: string;
  after: string;
  reason: string;
  requested_by: string;
  requested_by_name: string;
};

/** Its account first, as every verb locks; refuses also one that was merged away meanwhile. */
async function lockWithAccount(books: Books, requestId: string): Promise<RequestRow> {
  const [found] = await books.tx.execute<{ account_id: string }>(sql`
    select account_id from books.limit_requests where id = ${requestId}::uuid`);
  if (!found) throw new Refusal("not-found");
  await lockAccount(books, found.account_id);
  return lockRequest(books, requestId);
}

/**
 * Alone, for an answer that changes nothing of the account, which may be merged away. Refuses "not-found", and "answered-before"
 * where somebody was quicker.
 */
async function lockRequest({ tx }: Books, requestId: string): Promise<RequestRow> {
  const [row] = await tx.execute<RequestRow & { state: LimitRequestState }>(sql`
    select id, account_id, before, after, reason, requested_by, requested_by_name, state
    from books.limit_requests where id = ${requestId}::uuid for update`);
  if (!row) throw new Refusal("not-found");
  if (row.state !== "waiting") throw new Refusal("answered-before");
  return row;
}

/**
 * Refuses "own-limit-request", and "changed-meanwhile" with what stands where that isn't what stood when it was asked for.
 * Answers the application for credit that it came from, where it came from one.
 */
export async function approveLimit(
  books: Books,
  { requestId }: { requestId: string },
): Promise<{ terms: DecidedTerms; applicationId: string | null }> {
  const row = await lockWithAccount(books, requestId);
  if (row.requested_by === books.subject) throw new Refusal("own-limit-request");
  const [before, terms] = [decisionOf(row.before), decisionOf(row.after)];
  const standing = await readDecided(books, row.account_id);
  if (!sameTerms(standing, before)) throw new Refusal("changed-meanwhile", { terms: standing });
  await answer(books, requestId, "approved", "");
  const asked = { requestedBy: row.requested_by_name, approvedBy: anotherThan(books, row) };
  const decision = { accountId: row.account_id, before, terms, reason: row.reason, ...asked };
  const { changeId } = await keepTerms(books, decision);
  const by = [asked.requestedBy, asked.approvedBy];
  return { terms, ...(await answerWithLimit(books, requestId, { changeId, by })) };
}

/** The history tells people apart by their names. */
const anotherThan = ({ userName }: Books, { requested_by_name: asker }: RequestRow): string =>
  userName === asker ? `${userName} (a namesake)` : userName;

/** Refuses "own-limit-request": who asked for it withdraws it. */
export async function declineLimit(
  books: Books,
  { requestId, answer: why }: { requestId: string; answer: string },
): Promise<{ declined: true }> {
  const row = await lockRequest(books, requestId);
  if (row.requested_by === books.subject) throw new Refusal("own-limit-request");
  await answer(books, requestId, "declined", why);
  await waitAnew(books, requestId);
  return { declined: true };
}

/** Whoever may change limits may take one back, their own or a colleague's. */
export async function withdrawLimit(
  books: Books,
  { requestId }: { requestId: string },
): Promise<{ withdrawn: true }> {
  await lockRequest(books, requestId);
  await answer(books, requestId, "withdrawn", "");
  await waitAnew(books, requestId);
  return { withdrawn: true };
}

const answer = (
  { tx, subject, userName }: Books,
  requestId: string,
  state: LimitRequestState,
  says: string,
) =>
  tx.execute(sql`
    update books.limit_requests set state = ${state}, answer = ${says}, decided_by = ${subject},
      decided_by_name = ${userName}, decided_at = clock_timestamp()
    where id = ${requestId}::uuid`);

export type LimitRequest = {
  requestId: string;
  accountId: string;
  customerId: string;
  customerNumber: string;
  name: string;
  currency: string;
  before: DecidedTerms;
  after: DecidedTerms;
  reason: string;
  by: string;
  /** By whoever looks at it: somebody else has to answer. */
  isOwn: boolean;
  /** The terms aren't any more what they were: it can't be approved. */
  isStale: boolean;
  askedAt: string;
};

/** So many wait for an answer on one screen. */
const SHOWN = 200;

/** Those that wait, the longest waiting first; of one account where one is named. */
export async function listLimitRequests(books: Books, accountId?: string): Promise<LimitRequest[]> {
  const rows = await books.tx.execute<
    RequestRow &
      DecidedRow & {
        customer_id: string;
        number: string;
        name: string;
        currency: string;
        recorded_at: string;
      }
  >(sql`
    select r.id, r.account_id, r.before, r.after, r.reason, r.requested_by, r.requested_by_name, r.recorded_at,
      c.id as customer_id, c.number, c.name, a.currency, ${DECIDED_COLUMNS}
    from books.limit_requests r join books.accounts a on a.id = r.account_id join books.customers c on c.id = a.customer_id
    where r.state = 'waiting' and ${accountId ? sql`r.account_id = ${accountId}::uuid` : sql`true`}
    order by r.recorded_at, r.id limit ${SHOWN}`);
  return rows.map((row) => ({
    requestId: row.id,
    accountId: row.account_id,
    customerId: row.customer_id,
    customerNumber: row.number,
    name: row.name,
    currency: row.currency,
    before: decisionOf(row.before),
    after: decisionOf(row.after),
    reason: row.reason,
    by: row.requested_by_name,
    isOwn: row.requested_by === books.subject,
    isStale: !sameTerms(decidedOf(row), decisionOf(row.before)),
    askedAt: row.recorded_at,
  }));
}

/** For the mail that tells of it; null once it was answered. */
export async function readLimitRequest(
  books: Books,
  requestId: string,
): Promise<(LimitRequest & { requestedBy: string }) | null> {
  const [row] = await books.tx.execute<{ account_id: string; requested_by: string }>(sql`
    select account_id, requested_by from books.limit_requests where id = ${requestId}::uuid and state = 'waiting'`);
  const [request] = row ? await listLimitRequests(books, row.account_id) : [];
  return row && request ? { ...request, requestedBy: row.requested_by } : null;
}
