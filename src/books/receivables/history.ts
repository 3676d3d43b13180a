// An account's net on any day, as known at any instant, and its events with the balance after each, in order of
// effective date, then Event ID.
import { sql, type SQL } from "drizzle-orm";
import { STRETCH } from "@/db/schema/history.ts";
import { present } from "@/domain/assert.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import type { HistoryLine } from "@/domain/receivables/account-page.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, larger, negative, plus, sum, type Cents } from "@/domain/values/money.ts";
import { counted, isLive, type Moment } from "../ledger/as-of.ts";
import { membersOf, type MergedAccounts } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";

export type Row = {
  number: number;
  effective_on: Day;
  recorded_at: string;
  kind: EventKind;
  label: string;
  memo: string;
  customer_note: string | null;
  amount: number;
} & PaperRow;

/** The papers behind an event `e`: its invoice, and the receipt on which it was charged, paid or credited. */
type PaperRow = {
  invoice_number: string | null;
  invoice_id: string | null;
  payment_id: string | null;
  credit_memo_id: string | null;
  receipt_number: string | null;
  receipt_id: string | null;
  /** All that the receipt's tenders paid, where it held purchases beside a payment on account. */
  total_paid: number | null;
};
export const PAPER_COLUMNS = sql`
  i.number as invoice_number, i.id as invoice_id, p.id as payment_id, m.id as credit_memo_id, r.number as receipt_number, r.id as receipt_id,
  case when p.id is not null and r.total > 0 then r.house_charge + r.money end as total_paid`;
/** Joined to an event `e`. */
export const PAPERS = sql`
  left join books.invoices i on i.id = e.document_id left join books.payments p on p.id = e.document_id
  left join books.credit_memos m on m.id = e.document_id
  left join books.receipts r on r.id = coalesce(i.receipt_id, p.receipt_id, m.receipt_id)`;

/** Net balance of the account at a moment: today's is kept, and any other day's is found from the sums by day. */
export async function readNet(books: Books, moment: Moment, family: MergedAccounts): Promise<Cents> {
  const nets = await Promise.all(membersOf(family).map((accountId) => readOne(books, moment, accountId)));
  return sum(nets);
}

async function readOne(books: Books, moment: Moment, accountId: string): Promise<Cents> {
  const [row] = isLive(books, moment)
    ? await books.tx.execute<{ net: number }>(sql`select net from books.accounts where id = ${accountId}`)
    : await books.tx.execute<{ net: number }>(netThen(moment, accountId));
  return cents(row?.net ?? 0);
}

/**
 * The sums of the stretches that were full by then, and what came behind the last of them. That is less than another
 * stretch, which is said to the planner, too: else it reads the account's whole past to look for it.
 */
function netThen({ asOf, knownAt }: Moment, accountId: string): SQL {
  const known = knownAt === null ? sql`true` : sql`recorded_at <= ${knownAt}::timestamptz`;
  return sql`
    with full_by_then as materialized (
      select coalesce(max(stretch), 0) as stretch from books.day_sums where account_id = ${accountId} and ${known})
    select (
      (select coalesce(sum(amount), 0) from books.day_sums
        where account_id = ${accountId} and stretch <= (select stretch from full_by_then) and on_day <= ${asOf}::date)
      + (select coalesce(sum(amount) filter (where effective_on <= ${asOf}::date and ${known}), 0) from books.events
        where account_id = ${accountId} and seq > (select stretch * ${STRETCH} from full_by_then)
          and seq <= (select (stretch + 1) * ${STRETCH} from full_by_then))
      )::bigint as net`;
}

/** What a statement lists of an account: from `fromOn` to the moment's day, on top of the balance before. */
export type Activity = { accountId: string; fromOn: Day; openingCents: Cents };
/** So many rows behind the first `skip`. */
export type Part = { skip: number; size: number };

/** Oldest first, all of it or a part; each line's balance is made of all lines up to it. */
export async function readActivity(
  books: Books,
  moment: Moment,
  { openingCents, part, ...activity }: Activity & { part?: Part },
): Promise<HistoryLine[]> {
  const limit = part ? sql`limit ${part.size} offset ${part.skip}` : sql``;
  const columns = sql`n.note as customer_note, ${PAPER_COLUMNS}`;
  const papers = sql`left join books.event_notes n on n.event_number = e.number ${PAPERS}`;
  // Of a part they are looked up line by line, however many papers the business has: Postgres might read them all.
  const about = part
    ? sql`cross join lateral (select ${columns} from (select 1) one ${papers} offset 0) about`
    : papers;
  const rows = await books.tx.execute<Row & { passed: number }>(sql`
    select e.number, e.effective_on, e.recorded_at, e.kind, e.label, e.memo, e.amount, e.passed,
      ${part ? sql`about.*` : columns}
    from (
      select e.*, sum(e.amount) over (order by e.effective_on, e.number rows unbounded preceding)::bigint as passed
      from books.events e where ${isListed(moment, activity)}
      order by e.effective_on, e.number ${limit}) e
    ${about}
    order by e.effective_on, e.number`);
  return rows.map((row) => lineOf(row, plus(openingCents, cents(row.passed))));
}

/** How many lines the activity has, and what they add up to. */
export async function readActivitySums(
  books: Books,
  moment: Moment,
  activity: Omit<Activity, "openingCents">,
): Promise<{ count: number; activityCents: Cents }> {
  const [row] = await books.tx.execute<{ count: number; total: number }>(sql`
    select count(*)::int as count, coalesce(sum(e.amount), 0)::bigint as total
    from books.events e where ${isListed(moment, activity)}`);
  const { count, total } = present(row, "an aggregate has one row");
  return { count, activityCents: cents(total) };
}

const isListed = (moment: Moment, { accountId, fromOn }: Omit<Activity, "openingCents">): SQL => sql`
  e.account_id = ${accountId} and e.effective_on >= ${fromOn}::date
    and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)} and e.amount <> 0`;

export function lineOf(row: Row, balanceCents: Cents): HistoryLine {
  const amount = cents(row.amount);
  return {
    eventId: row.number,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    kind: row.kind,
    type: row.label,
    invoiceNumber: row.invoice_number,
    invoiceId: row.invoice_id,
    paymentId: row.payment_id,
    creditMemoId: row.credit_memo_id,
    receiptNumber: row.receipt_number,
    receiptId: row.receipt_id,
    chargeCents: larger(amount, ZERO),
    creditCents: larger(negative(amount), ZERO),
    balanceCents,
    totalPaidCents: row.total_paid === null ? null : cents(row.total_paid),
    notes: row.memo,
    customerNote: row.customer_note,
  };
}
