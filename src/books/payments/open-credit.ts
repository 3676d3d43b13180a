// All the open credit of an account on one screen, whatever it came from, and where credit is applied; now, or at another
// moment.
import { sql } from "drizzle-orm";
import type { EventKind } from "@/domain/ledger/account.ts";
import { readCursor, writeCursor } from "@/domain/lists/cursor.ts";
import { NumberParam } from "@/domain/lists/search-params.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { PayingAccount } from "@/domain/payments/paying.ts";
import { counted, isLive, now, openCreditsAt, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readPayingAccount } from "./paying-account.ts";

export type ListedCredit = {
  creditId: number;
  /** "Check 4471", "Credit memo CM-00003", "Opening credit". */
  name: string;
  kind: EventKind;
  paymentId: string | null;
  creditMemoId: string | null;
  /** Nothing can be settled by it before. */
  countsFrom: Day;
  amountCents: Cents;
  openCents: Cents;
};

/** What one credit settles. */
export type StandingApplication = {
  creditId: number;
  creditName: string;
  paymentId: string | null;
  creditMemoId: string | null;
  itemId: number;
  itemName: string;
  documentId: string | null;
  appliedOn: Day;
  amountCents: Cents;
};

export type OpenCreditPage = {
  account: PayingAccount;
  /** Oldest first: the order in which they are used when nobody chose. */
  credits: ListedCredit[];
  applications: { rows: StandingApplication[]; next: string | null };
};

type OpenCreditRequest = { customer: string; currency?: string | undefined; cursor?: string | undefined };

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readOpenCredit(
  books: Books,
  { customer, currency, cursor }: OpenCreditRequest,
  moment: Moment = now(books),
): Promise<OpenCreditPage> {
  const account = await readPayingAccount(books, customer, { currency });
  const [credits, applications] = await Promise.all([
    readCredits(books, account.accountId, moment),
    readApplications(books, account.accountId, { moment, cursor }),
  ]);
  return { account, credits, applications };
}

const NAME = sql`e.label || coalesce(' ' || m.number, '')`;

/** More open credits than these on one account are used up first. */
const CREDITS_SHOWN = 200;

async function readCredits(books: Books, accountId: string, moment: Moment): Promise<ListedCredit[]> {
  const rows = await books.tx.execute<{
    id: number;
    name: string;
    kind: EventKind;
    payment_id: string | null;
    credit_memo_id: string | null;
    effective_on: Day;
    amount: number;
    open: number;
  }>(sql`
    select k.id, ${NAME} as name, k.kind, p.id as payment_id, m.id as credit_memo_id, k.effective_on, k.amount,
      k.open_then as open
    from ${openCreditsAt(books, moment, sql`r.account_id = ${accountId}::uuid`)} k join books.events e on e.number = k.id
    left join books.payments p on p.event_number = k.id left join books.credit_memos m on m.event_number = k.id
    order by k.effective_on, k.id limit ${CREDITS_SHOWN}`);
  return rows.map((row) => ({
    creditId: row.id,
    name: row.name,
    kind: row.kind,
    paymentId: row.payment_id,
    creditMemoId: row.credit_memo_id,
    countsFrom: row.effective_on,
    amountCents: cents(row.amount),
    openCents: cents(row.open),
  }));
}

/** So many credits to a page, the last used first, and so many of the items that each settles. */
const [CREDITS, ITEMS] = [20, 50];

type Applied = { moment: Moment; cursor: string | undefined };

async function readApplications(books: Books, accountId: string, { moment, cursor }: Applied) {
  const until = isLive(books, moment) ? sql`true` : counted(moment, sql`s.effective_on`, sql`s.recorded_at`);
  // What is applied now says nothing of what was.
  const some = isLive(books, moment)
    ? sql`k.applied > 0`
    : sql`exists (
        select from books.allocations s where s.credit_id = k.id and ${until}
        group by s.item_id having sum(s.amount) > 0)`;
  const from = readCursor(cursor, [AnyDay, NumberParam]);
  const before = from ? sql`and (k.touched_on, k.id) < (${from[0]}::date, ${from[1]}::bigint)` : sql``;
  const rows = await books.tx.execute<{
    credit_id: number;
    touched_on: Day;
    name: string;
    payment_id: string | null;
    credit_memo_id: string | null;
    item_id: number;
    item_name: string;
    document_id: string | null;
    applied_on: Day;
    amount: number;
  }>(sql`
    select k.id as credit_id, k.touched_on, ${NAME} as name, p.id as payment_id, m.id as credit_memo_id, u.item_id,
      coalesce(v.number, ie.label) as item_name, v.id as document_id, u.applied_on, u.amount
    from (
      select k.id, k.touched_on from books.credits k
      where k.account_id = ${accountId}::uuid and ${some} and k.kind not in ('write-off', 'discount') ${before}
      order by k.touched_on desc, k.id desc limit ${CREDITS + 1}) k
    join books.events e on e.number = k.id
    left join books.payments p on p.event_number = k.id left join books.credit_memos m on m.event_number = k.id
    cross join lateral (
      select s.item_id, sum(s.amount)::bigint as amount,
        max(s.effective_on) filter (where s.amount > 0) as applied_on
      from books.allocations s where s.credit_id = k.id and ${until} group by s.item_id having sum(s.amount) > 0
      order by s.item_id limit ${ITEMS}) u
    join books.items i on i.id = u.item_id join books.events ie on ie.number = u.item_id
    left join books.invoices v on v.id = i.document_id
    order by k.touched_on desc, k.id desc, i.due_on, u.item_id`);
  const ids = [...new Set(rows.map((row) => row.credit_id))];
  const more = ids.length > CREDITS;
  const shown = more ? rows.filter((row) => row.credit_id !== ids.at(-1)) : rows;
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({
      creditId: row.credit_id,
      creditName: row.name,
      paymentId: row.payment_id,
      creditMemoId: row.credit_memo_id,
      itemId: row.item_id,
      itemName: row.item_name,
      documentId: row.document_id,
      appliedOn: row.applied_on,
      amountCents: cents(row.amount),
    })),
    next: more && last ? writeCursor(last.touched_on, last.credit_id) : null,
  };
}
