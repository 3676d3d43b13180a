// Takes payments to the bank together, and undoes that. Every account that one of them is of says its part by an event
// of its own, which moves nothing between the customer and the business.
import { sql } from "drizzle-orm";
import { assert, present } from "@/domain/assert.ts";
import type { EventHeader } from "@/domain/ledger/posting.ts";
import { postDeposit, postDepositReversal } from "@/domain/payments/deposit.ts";
import type { DepositReversal, NewDeposit } from "@/domain/payments/deposit-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, sum, type Cents } from "@/domain/values/money.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { lockAccounts, post } from "../ledger/post.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import { isUuid } from "./deposit-page.ts";
import { mustBeBank } from "./to-accounts.ts";

export type MadeDeposit = {
  depositId: string;
  number: string;
  amountCents: Cents;
  /** The month of the books that took it. */
  period: Day;
};

/**
 * Dr a bank account, Cr undeposited funds. Refuses with "deposited-meanwhile" what is in a deposit or came back, "before-received"
 * a day before one of them came in, and "one-currency".
 */
export async function makeDeposit(books: Books, given: NewDeposit): Promise<MadeDeposit> {
  const { paymentIds, depositedOn, period, memo } = given;
  const payments = await lockPayments(books, paymentIds);
  const toAccount = given.toAccount ?? (await firstBank(books));
  await mustBeBank(books, toAccount);
  if (payments.length < paymentIds.length) throw new Refusal("not-found");
  if (payments.some((each) => each.gone)) throw new Refusal("deposited-meanwhile");
  if (payments.some((each) => each.received_on > depositedOn)) throw new Refusal("before-received");
  const currencies = new Set(payments.map((each) => each.currency));
  if (currencies.size > 1) throw new Refusal("one-currency");
  const currency = present([...currencies][0], "there is a payment");
  const depositId = present((await newIds(books, 1))[0], "an id was made");
  const amountCents = sum(payments.map((each) => each.amountCents));
  const posted = await postParts(books, { payments, on: depositedOn, period, memo }, (place, part) =>
    postDeposit(place, { depositId, toAccount, amountCents: part }),
  );
  const number = await keepNumbered(
    books,
    { series: "deposit" },
    sql`
    deposit as (
      insert into books.deposits (id, number, currency, deposited_on, amount, to_chart, memo, made_by)
      select ${depositId}::uuid, number, ${currency}, ${depositedOn}::date, ${amountCents}::bigint, ${toAccount}, ${memo}, ${books.userName}
      from free returning id),
    line as (
      insert into books.deposit_lines (deposit_id, line, payment_id, amount)
      select d.id, u.line, p.id, p.amount from deposit d, unnest(${sql.param(paymentIds)}::text[]::uuid[]) with ordinality u (id, line)
      join books.payments p on p.id = u.id),
    taken as (
      update books.payments p set deposit_id = d.id from deposit d
      where p.id = any (${sql.param(paymentIds)}::text[]::uuid[]) and p.deposit_id is null)`,
  );
  return { depositId, number, amountCents, period: posted };
}

/**
 * The opposite, on a day of its own: its payments wait for a deposit again. Refuses "deposit-came-back" once the bank
 * returned one of them: then it was there.
 */
export async function reverseDeposit(books: Books, given: DepositReversal): Promise<{ period: Day }> {
  const { depositId, on, period, reason } = given;
  if (!isUuid(depositId)) throw new Refusal("not-found");
  const lines = await books.tx.execute<{ payment_id: string }>(
    sql`select payment_id from books.deposit_lines where deposit_id = ${depositId}::uuid order by line`,
  );
  if (lines.length === 0) throw new Refusal("not-found");
  const payments = await lockPayments(
    books,
    lines.map((line) => line.payment_id),
  );
  const [deposit] = await books.tx.execute<{ deposited_on: Day; reversed_on: Day | null; to_chart: string }>(
    sql`select deposited_on, reversed_on, to_chart from books.deposits where id = ${depositId}::uuid`,
  );
  assert(deposit, "its lines are there");
  if (deposit.reversed_on !== null) throw new Refusal("reversed-before");
  if (on < deposit.deposited_on) throw new Refusal("out-of-turn");
  if (payments.some((each) => each.reversed)) throw new Refusal("deposit-came-back");
  const posted = await postParts(books, { payments, on, period, memo: reason }, (place, amountCents) =>
    postDepositReversal(place, { depositId, toAccount: deposit.to_chart, amountCents }),
  );
  await books.tx.execute(sql`
    update books.deposits set reversed_on = ${on}::date, reversed_by = ${books.userName}, reversed_because = ${reason},
      reversed_at = clock_timestamp() where id = ${depositId}::uuid`);
  await books.tx.execute(
    sql`update books.payments set deposit_id = null where deposit_id = ${depositId}::uuid`,
  );
  return { period: posted };
}

async function firstBank({ tx }: Books): Promise<string> {
  const [row] = await tx.execute<{ code: string }>(sql`select code from books.chart where role = 'bank'`);
  return present(row, "a business has a bank account").code;
}

type Locked = {
  account_id: string;
  currency: string;
  received_on: Day;
  amountCents: Cents;
  /** Reversed as entered wrongly, or returned by the bank. */
  reversed: boolean;
  /** It doesn't wait for a deposit any more. */
  gone: boolean;
};

/** As they stand once nobody else can deposit, return or reverse one of them. */
async function lockPayments({ tx, ...books }: Books, ids: readonly string[]): Promise<Locked[]> {
  const these = sql`p.id = any (${sql.param([...ids])}::text[]::uuid[])`;
  const owners = await tx.execute<{ account_id: string }>(
    sql`select distinct p.account_id from books.payments p where ${these}`,
  );
  await lockAccounts(
    { tx, ...books },
    owners.map((each) => each.account_id),
  );
  const rows = await tx.execute<
    Omit<Locked, "amountCents" | "gone"> & { amount: number; waits: boolean }
  >(sql`
    select p.account_id, p.currency, p.received_on, p.amount, p.deposit_id is null and p.to_chart is null as waits,
      exists (select from books.events r where r.reverses = p.event_number) as reversed
    from books.payments p where ${these}`);
  return rows.map(({ amount, waits, ...row }) => ({
    ...row,
    amountCents: cents(amount),
    gone: !waits || row.reversed,
  }));
}

type Parts = { payments: readonly Locked[]; on: Day; period: Day | undefined; memo: string };

/** One event per account; answers with the month that took them. */
async function postParts(
  books: Books,
  { payments, on, period, memo }: Parts,
  partOf: (place: EventHeader, amountCents: Cents) => ReturnType<typeof postDeposit>,
): Promise<Day> {
  const parts = [...Map.groupBy(payments, (each) => each.account_id)];
  const places = await reserveEvents(
    books,
    parts.map(([accountId]) => ({ accountId, on, memo, period })),
  );
  await post(
    books,
    places.map((place, at) => partOf(place, sum((parts[at]?.[1] ?? []).map((each) => each.amountCents)))),
  );
  return present(places[0], "a deposit has an account").period;
}
