// When a customer said they will pay. One promise stands for an account at a time; whether it was kept is worked out from the
// payments that came in since.
import { sql, type SQL } from "drizzle-orm";
import {
  mayPromise,
  promiseState,
  type PaymentPromise,
  type PromiseState,
} from "@/domain/collections/promise.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { now } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { lockAccounts } from "../ledger/post.ts";
import { readNet } from "../receivables/history.ts";

/** `amountCents` null: all that is owed. */
export type NewPromise = { promisedOn: Day; amountCents: Cents | null };

/**
 * Takes the place of the promise that stood. Refuses "promise-day", "nothing-owed", and more than is owed with
 * "more-than-open". The account is locked meanwhile, so that what is owed is what it says.
 */
export async function makePromise(
  books: Books,
  { accountId, currency }: { accountId: string; currency: string },
  { promisedOn, amountCents }: NewPromise,
): Promise<{ promisedOn: Day; promiseId: string }> {
  if (!mayPromise(promisedOn, books.today)) throw new Refusal("promise-day");
  await lockAccounts(books, [accountId]);
  const owedCents = await readNet(books, now(books), accountId);
  if (owedCents <= 0) throw new Refusal("nothing-owed");
  if (amountCents !== null && amountCents > owedCents) throw new Refusal("more-than-open");
  await books.tx.execute(sql`
    update books.promises set replaced_at = clock_timestamp()
    where account_id = ${accountId}::uuid and replaced_at is null`);
  const [made] = await books.tx.execute<{ id: string }>(sql`
    insert into books.promises (account_id, currency, promised_on, amount, owed, made_on, made_by)
    values (${accountId}::uuid, ${currency}, ${promisedOn}, ${amountCents}, ${owedCents}, ${books.today},
      ${books.userName}) returning id`);
  return { promisedOn, promiseId: present(made, "an insert returns its row").id };
}

type PromiseColumns = { madeAt: SQL; madeOn: SQL; promisedOn: SQL };

/** What was paid on an account since a promise, until its day; a payment that came back wasn't one. */
export const paidSince = (accountId: SQL, { madeAt, madeOn, promisedOn }: PromiseColumns): SQL => sql`
  (select coalesce(- sum(e.amount), 0) from books.events e
    where e.account_id = ${accountId} and e.kind = 'payment' and e.recorded_at > ${madeAt}
      and e.effective_on between ${madeOn} and ${promisedOn}
      and not exists (select from books.events r where r.reverses = e.number))::bigint`;

export type SeenPromise = PaymentPromise & { paidCents: Cents; state: PromiseState };

/** A page shows so many. */
const SHOWN = 5;

/** The latest first, with what was paid until its day; a payment that came back wasn't one. */
export async function readPromises(books: Books, accountId: string): Promise<SeenPromise[]> {
  const rows = await books.tx.execute<{
    id: string;
    promised_on: Day;
    amount: number | null;
    owed: number;
    made_on: Day;
    made_at: string;
    made_by: string;
    replaced: boolean;
    paid: number;
  }>(sql`
    select p.id, p.promised_on, p.amount, p.owed, p.made_on, p.made_at, p.made_by, p.replaced_at is not null as replaced,
      ${paidSince(sql`p.account_id`, { madeAt: sql`p.made_at`, madeOn: sql`p.made_on`, promisedOn: sql`p.promised_on` })} as paid
    from books.promises p where p.account_id = ${accountId}::uuid
    order by p.made_at desc limit ${SHOWN}`);
  return rows.map((row) => {
    const promise = {
      promiseId: row.id,
      promisedOn: row.promised_on,
      amountCents: row.amount === null ? null : cents(row.amount),
      owedCents: cents(row.owed),
      madeOn: row.made_on,
      madeAt: row.made_at,
      madeBy: row.made_by,
      isReplaced: row.replaced,
    };
    const paidCents = cents(row.paid);
    return { ...promise, paidCents, state: promiseState(promise, { paidCents, today: books.today }) };
  });
}
