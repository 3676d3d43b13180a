// An online payment that is there is booked as the payment that it is: onto what it was meant for as far as that is still open, and
// the rest is open credit. Each is booked once, held by its row.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { drawFrom } from "@/domain/ledger/allocation.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import { bookOnlinePayment, type PlannedItem } from "@/domain/payments/online.ts";
import type { OnlineState } from "@/domain/payments/online-state.ts";
import type { PaidMoney } from "@/domain/payments/online-truth.ts";
import { earlier, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, minus, smaller, type Cents } from "@/domain/values/money.ts";
import { adjustUp } from "../corrections/adjustments.ts";
import { unarchiveCustomer } from "../customers/archiving.ts";
import { applyCredit } from "../ledger/applications.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readItemsOpenFrom, readOpenCredits } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { readOffersThen } from "./offers-then.ts";
import { recordPayment } from "./payments.ts";

export type KeptOnlinePayment = {
  onlinePaymentId: string;
  accountId: string;
  currency: string;
  /** null for a try of autopay. */
  linkId: string | null;
  state: OnlineState;
  amountCents: Cents;
  surchargeCents: Cents;
  planned: PlannedItem[];
  sessionId: string | null;
  intentId: string | null;
  paymentId: string | null;
  surchargeEvent: number | null;
  feeCents: Cents | null;
  createdAt: string;
};

type KeptPlan = Omit<PlannedItem, "discountCents"> & Partial<PlannedItem>;

/** By its id, under its lock where it is to be changed; null for what isn't there. */
export async function findOnlinePayment(
  { tx, commandId }: Books,
  onlinePaymentId: string,
): Promise<KeptOnlinePayment | null> {
  const [row] = await tx.execute<{
    account_id: string;
    currency: string;
    link_id: string | null;
    state: OnlineState;
    amount: number;
    surcharge: number;
    planned: string;
    session_id: string | null;
    intent_id: string | null;
    payment_id: string | null;
    surcharge_event: number | null;
    fee: number | null;
    created_at: string;
  }>(sql`
    select account_id, currency, link_id, state, amount, surcharge, planned, session_id, intent_id, payment_id,
      surcharge_event, fee, created_at
    from books.online_payments where id = ${onlinePaymentId}::uuid ${commandId ? sql`for update` : sql``}`);
  if (!row) return null;
  return {
    onlinePaymentId,
    accountId: row.account_id,
    currency: row.currency,
    linkId: row.link_id,
    state: row.state,
    amountCents: cents(row.amount),
    surchargeCents: cents(row.surcharge),
    // What was begun before anything could be kept says nothing of that.
    planned: (JSON.parse(row.planned) as KeptPlan[]).map((each) => ({ discountCents: ZERO, ...each })),
    sessionId: row.session_id,
    intentId: row.intent_id,
    paymentId: row.payment_id,
    surchargeEvent: row.surcharge_event,
    feeCents: row.fee === null ? null : cents(row.fee),
    createdAt: row.created_at,
  };
}

export type BookedPayment = { paymentId: string; creditCents: Cents };

/** Once: a payment that is booked stays what it is. */
export async function bookPaid(
  books: Books,
  onlinePaymentId: string,
  money: PaidMoney,
): Promise<BookedPayment | null> {
  const row = present(await findOnlinePayment(books, onlinePaymentId), "what is paid was begun");
  if (row.paymentId !== null) return null;
  const accountId = await accountNow(books, row.accountId);
  const on = earlier(money.paidOn, books.today);
  const surchargeCents = smaller(row.surchargeCents, minus(money.amountCents, cents(1)));
  const meant = { items: row.planned, payCents: minus(money.amountCents, surchargeCents) };
  const [account, open] = await Promise.all([
    lockAccount(books, accountId),
    readItemsOpenFrom(books, accountId, on),
  ]);
  const openCents = new Map(
    open.flatMap((item) => (item.issuedOn <= on ? [[item.itemId, item.openCents] as const] : [])),
  );
  const offers = await readOffersThen(books, { accountId, planned: row.planned, openCents, on });
  const usable = (await readOpenCredits(books, accountId)).filter((each) => each.countsFrom <= books.today);
  const creditCents = smaller(
    freeCreditOf(account.figures),
    cents(usable.reduce((all, each) => all + each.openCents, 0)),
  );
  const booked = bookOnlinePayment(meant, { openCents, creditCents, offers });
  if (booked.fromCredit.length > 0)
    await applyCredit(books, {
      accountId,
      appliedOn: books.today,
      applied: drawFrom(usable, booked.fromCredit),
      useEarmarked: false,
    });
  const charged =
    surchargeCents === ZERO ? null : await chargeSurcharge(books, accountId, on, surchargeCents);
  const { paymentId, creditCents: left } = await recordPayment(books, {
    accountId,
    amountCents: money.amountCents,
    method: "online",
    reference: money.by,
    toAccount: await accountForMoney(books),
    receivedOn: on,
    applied:
      charged === null ? booked.paid : [...booked.paid, { itemId: charged, amountCents: surchargeCents }],
    discounts: booked.kept,
    memo: "",
  });
  await books.tx.execute(sql`
    update books.online_payments set state = 'paid', payment_id = ${paymentId}::uuid, intent_id = ${money.intentId},
      surcharge_event = ${charged}::bigint, fee = ${money.feeCents}::bigint, session_url = null, fault = null,
      ended_at = clock_timestamp()
    where id = ${onlinePaymentId}::uuid`);
  return { paymentId, creditCents: left };
}

/** What is charged for paying so is a debt of its own, which the payment settles at once. */
export async function chargeSurcharge(
  books: Books,
  accountId: string,
  on: Day,
  amountCents: Cents,
): Promise<number> {
  const { eventId } = await adjustUp(books, {
    accountId,
    amountCents,
    on,
    reason: "Surcharge for paying online",
  });
  return eventId;
}

/** Who was merged into another is found there; who was archived is back, as their money is here. */
export async function accountNow(books: Books, accountId: string): Promise<string> {
  const [row] = await books.tx.execute<{ id: string; customer_id: string; archived: boolean }>(sql`
    select n.id, n.customer_id, c.archived_at is not null as archived
    from books.accounts a join books.accounts n on n.currency = a.currency and n.customer_id = books.survivor(a.customer_id)
    join books.customers c on c.id = n.customer_id
    where a.id = ${accountId}::uuid`);
  const { id, customer_id: customerId, archived } = present(row, "an account leads to one that stays");
  if (archived) await unarchiveCustomer(books, customerId);
  return id;
}

/** Where nobody uses the account that was chosen any more, the money waits in Undeposited Funds. */
async function accountForMoney({ tx }: Books): Promise<string | null> {
  const [row] = await tx.execute<{ code: string }>(sql`
    select c.code from books.online_settings s join books.chart c on c.code = s.to_chart
    where c.bank and c.archived_at is null`);
  return row?.code ?? null;
}

/** It came to nothing. Whatever is paid stays paid. */
export async function endUnpaid(
  { tx }: Books,
  onlinePaymentId: string,
  state: "failed" | "expired",
): Promise<{ ended: boolean }> {
  const rows = await tx.execute(sql`
    update books.online_payments set state = ${state}, session_url = null, fault = null, ended_at = clock_timestamp()
    where id = ${onlinePaymentId}::uuid and state = 'started' returning id`);
  return { ended: rows.length > 0 };
}

/** What it is paid by. From then on it is under way, until it is paid or came to nothing. */
export async function noteIntent({ tx }: Books, onlinePaymentId: string, intentId: string): Promise<void> {
  await tx.execute(sql`
    update books.online_payments set intent_id = ${intentId}
    where id = ${onlinePaymentId}::uuid and intent_id is null`);
}

/** What Stripe kept of it, said later than that it is paid. */
export async function noteFee({ tx }: Books, onlinePaymentId: string, feeCents: Cents): Promise<void> {
  await tx.execute(sql`
    update books.online_payments set fee = ${feeCents}::bigint where id = ${onlinePaymentId}::uuid and fee is null`);
}

/** That its money came to the business's bank, with which payout. */
export async function notePayout(
  { tx }: Books,
  { intentIds, payoutId, on }: { intentIds: readonly string[]; payoutId: string; on: Day },
): Promise<void> {
  await tx.execute(sql`
    update books.online_payments set payout_id = ${payoutId}, paid_out_on = ${on}::date
    where intent_id = any (${sql.param([...intentIds])}::text[]) and payout_id is null`);
}

/** What a person has to look at, in words; null when it is over. */
export async function noteFault({ tx }: Books, onlinePaymentId: string, fault: string | null): Promise<void> {
  await tx.execute(sql`
    update books.online_payments set fault = ${fault} where id = ${onlinePaymentId}::uuid
      and fault is distinct from ${fault}::text`);
}

/** The payment of an intent or of its own id, whichever Stripe names; null for none of ours. */
export async function findByIntent({ tx }: Books, intentId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from books.online_payments where intent_id = ${intentId}`);
  return row?.id ?? null;
}
