// Credit decisions for tills and web shops: may this amount be charged? A yes keeps the room until it is captured, released
// or expires; a no is an answer, not an error, and is kept like a yes. Decided under the locks of the account and the job,
// then of the limit that its family shares, on figures from which the expired is left out; the database judges the
// reservation again (reservations_made).
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { jobRoom } from "@/domain/jobs/job-limit.ts";
import { decisionWords, isNotThey, type NotThey } from "@/domain/receipts/credit-decision-words.ts";
import {
  decideCharge,
  type Decided,
  type Decision,
  type NewDecision,
} from "@/domain/receipts/credit-decision.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { ChargedBy, RuleOf } from "@/domain/credit/who-may-charge.ts";
import { readBuyers, readOrders, readRules } from "../credit/charging-rules.ts";
import { assertMayBuy, assertPin } from "../credit/who-may-charge.ts";
import { lockAccount, lockAndReadAgain, type LockedAccount } from "../ledger/locked-account.ts";
import { lockJobOf } from "../ledger/locked-job.ts";
import { customersNamed } from "../ledger/named-customer.ts";
import { endExpired } from "../ledger/reservations.ts";
import type { Books } from "../open.ts";

/** `locale`: how its sentences write amounts. Refuses who isn't there with "not-found", another customer's or a closed job, and a wrong PIN. */
export async function decideCredit(books: Books, asked: NewDecision, locale = "en-US"): Promise<Decision> {
  const { accountId, customerId } = await accountNamed(books, asked);
  await assertNamed(books, accountId, asked);
  await assertPin(books, asked);
  // Tills keep room with most accounts that they ask about: what of it has expired is read in the same round trip.
  const [alone, rules] = await Promise.all([lockAndReadAgain(books, accountId), readRules(books, accountId)]);
  const job = asked.jobId === null ? null : await lockJobOf(books, { jobId: asked.jobId, accountId });
  const account = alone.credit.shared ? await lockWithFamily(books, accountId) : alone;
  const found = decideCharge({ ...account, jobRoomCents: job && jobRoom(job) }, asked.amountCents);
  const who = found.because === null ? await whoCharges(books, accountId, { asked, rules }) : { by: null };
  const decided = who.because ? { ...found, because: who.because } : found;
  const kept = await keepDecision(books, account, { asked, decided, by: who.by });
  const { amountCents } = asked;
  const { currency, figures } = account;
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  return {
    decisionId: kept.id,
    approved: decided.because === null,
    amountCents,
    currency,
    customerId,
    because: decided.because,
    ...decisionWords(decided, { amountCents, account: figures, write }),
    figures: decided.figures,
    expiresAt: kept.expires_at && isoInstant(kept.expires_at),
  };
}

/** Others of the family decide beside us: what is left of the shared limit is read once it is ours. */
async function lockWithFamily(books: Books, accountId: string): Promise<LockedAccount> {
  await books.tx.execute(sql`select books.lock_shared_limits(array[${accountId}::uuid])`);
  return lockAccount(books, accountId);
}

/** The one in that currency, and no other: a till never asks for dollars and gets euros. */
async function accountNamed(books: Books, { customer, currency = books.currency }: NewDecision) {
  const [row] = await books.tx.execute<{ id: string; customer_id: string }>(sql`
    select a.id, a.customer_id from ${customersNamed(customer)} join books.accounts a on a.customer_id = c.id
    where a.currency = ${currency}`);
  if (!row) throw new Refusal("not-found", { field: "customer" });
  return { accountId: row.id, customerId: row.customer_id };
}

/** Somebody, or an order, that isn't the account's is a mistake of who asks, and no answer to it. */
async function assertNamed(
  books: Books,
  accountId: string,
  { buyerId, orderId }: NewDecision,
): Promise<void> {
  if (buyerId !== null && !(await readBuyers(books, accountId)).some((each) => each.buyerId === buyerId))
    throw new Refusal("buyer-not-authorised", { field: "buyerId" });
  if (orderId !== null && !(await readOrders(books, accountId)).some((each) => each.orderId === orderId))
    throw new Refusal("order-ended", { field: "orderId" });
}

type Who = { because?: NotThey; by: ChargedBy | null };

/** Whether whoever was named may, as the counter asks it. */
async function whoCharges(
  books: Books,
  accountId: string,
  { asked, rules }: { asked: NewDecision; rules: readonly RuleOf[] },
): Promise<Who> {
  const charge = { ...asked, accountId, chargeCents: asked.amountCents, on: books.today };
  return assertMayBuy(books, charge, rules).then(
    (by): Who => ({ by }),
    (error: unknown): Who => {
      if (error instanceof Refusal && isNotThey(error.code)) return { because: error.code, by: null };
      throw error;
    },
  );
}

type Kept = { id: string; expires_at: string | null };

async function keepDecision(
  books: Books,
  { accountId, hasLapsed }: LockedAccount,
  { asked, decided, by }: { asked: NewDecision; decided: Decided; by: ChargedBy | null },
): Promise<Kept> {
  const { amountCents, jobId, reference, expiresInSeconds } = asked;
  const decision = sql`
    insert into books.credit_decisions (account_id, job_id, amount, reference, because, figures, charged_by, decided_on, asked_by)
    values (${accountId}::uuid, ${jobId}::uuid, ${amountCents}::bigint, ${reference}, ${decided.because},
      ${JSON.stringify(decided.figures)}, ${by && JSON.stringify(by)}, ${books.today}::date, ${books.userName}) returning id, account_id, job_id, amount, decided_on`;
  if (decided.because !== null) {
    const [no] = await books.tx.execute<Kept>(
      sql`with decision as (${decision}) select id, null as expires_at from decision`,
    );
    return present(no, "a decision was kept");
  }
  if (hasLapsed) await endExpired(books, [accountId]);
  const [yes] = await books.tx.execute<Kept>(sql`
    with decision as (${decision})
    insert into books.reservations (id, account_id, job_id, amount, reserved_on, expires_at)
    select id, account_id, job_id, amount, decided_on, statement_timestamp() + ${expiresInSeconds}::int * interval '1 second'
    from decision returning id, expires_at`);
  return present(yes, "a reservation was kept");
}
