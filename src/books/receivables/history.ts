// An account's net on any day, as known at any instant, and its events with the balance after each, in order of
// effective date, then Event ID.
import { sql, type SQL } from "drizzle-orm";
import { STRETCH } from "@/db/schema/history.ts";
import { present } from "@/domain/assert.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import type { HistoryLine } from "@/domain/receivables/account-page.ts";
import { addDays, day, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, larger, negative, plus, sum, type Cents } from "@/domain/values/money.ts";
import { counted, isLive, type Moment } from "../ledger/as-of.ts";
import { isOf, membersOf, type MergedAccounts } from "../ledger/merged-accounts.ts";
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
  return sum([...(await readNets(books, moment, membersOf(family))).values()]);
}

/** The same of each of several accounts, in one query. */
export async function readNets(
  books: Books,
  moment: Moment,
  accountIds: readonly string[],
): Promise<Map<string, Cents>> {
  const net = isLive(books, moment)
    ? sql`(select net from books.accounts where id = a.id)`
    : netThen(moment, sql`a.id`);
  const rows = await books.tx.execute<{ id: string; net: number | null }>(
    sql`select a.id, ${net} as net from unnest(${sql.param(accountIds)}::uuid[]) as a (id)`,
  );
  return new Map(rows.map((row) => [row.id, cents(row.net ?? 0)]));
}

/** The first day that can be written: nothing is dated before it. */
const FIRST = day("1900-01-01");

/** What each came to before the moment's day began. */
export async function readNetsBefore(
  books: Books,
  moment: Moment,
  accountIds: readonly string[],
): Promise<Map<string, Cents>> {
  if (moment.asOf === FIRST) return new Map(accountIds.map((id) => [id, ZERO]));
  return readNets(books, { ...moment, asOf: addDays(moment.asOf, -1) }, accountIds);
}

/** The same of one account, with those that were merged into it. */
export async function readNetBefore(books: Books, moment: Moment, family: MergedAccounts): Promise<Cents> {
  return sum([...(await readNetsBefore(books, moment, membersOf(family))).values()]);
}

/**
 * The sums of the stretches that were full by then, and what came behind the last of them. That is less than another
 * stretch, which is said to the planner, too: else it reads the account's whole past to look for it.
 */
function netThen({ asOf, knownAt }: Moment, accountId: SQL): SQL {
  const known = knownAt === null ? sql`true` : sql`recorded_at <= ${knownAt}::timestamptz`;
  return sql`(
    with full_by_then as materialized (
      select coalesce(max(stretch), 0) as stretch from books.day_sums where account_id = ${accountId} and ${known})
    select (
      (select coalesce(sum(amount), 0) from books.day_sums
        where account_id = ${accountId} and stretch <= (select stretch from full_by_then) and on_day <= ${asOf}::date)
      + (select coalesce(sum(amount) filter (where effective_on <= ${asOf}::date and ${known}), 0) from books.events
        where account_id = ${accountId} and seq > (select stretch * ${STRETCH} from full_by_then)
          and seq <= (select (stretch + 1) * ${STRETCH} from full_by_then))
      )::bigint)`;
}

/** What a statement lists of an account: from `fromOn` to the moment's day, on top of the balance before. */
export type Activity = { accountId: string; fromOn: Day; openingCents: Cents };
/** So many rows behind the first `skip`. */
export type Part = { skip: number; size: number };

/**
 * A line of what happened. One that was voided within the days that are listed is listed once, with its amount on both
 * sides and what the customer is told of both; its reversal is not. A check that the bank returned stays two lines: it's a fact of its own.
 */
export type ActivityLine = HistoryLine & { isVoided: boolean };

/** Oldest first, all of it or a part; each line's balance is made of all lines up to it. */
export async function readActivity(
  books: Books,
  moment: Moment,
  { accountId, fromOn, openingCents, part }: Activity & { part?: Part },
): Promise<ActivityLine[]> {
  const asked = { openings: new Map([[accountId, openingCents]]), fromOn, ...(part && { part }) };
  return (await readActivities(books, moment, asked)).get(accountId) ?? [];
}

type Activities = { fromOn: Day; openings: ReadonlyMap<string, Cents>; part?: Part };

/** The same of several accounts in one query, each on top of its own balance; one without lines isn't in the answer. */
export async function readActivities(
  books: Books,
  moment: Moment,
  { fromOn, openings, part }: Activities,
): Promise<Map<string, ActivityLine[]>> {
  const listed = { accounts: [...openings.keys()], fromOn };
  const limit = part ? sql`limit ${part.size} offset ${part.skip}` : sql``;
  const columns = sql`concat_ws(' · ', n.note, void.note) as customer_note, ${PAPER_COLUMNS}`;
  const papers = sql`left join books.event_notes n on n.event_number = e.number
    left join books.event_notes void on void.event_number = e.voided_by ${PAPERS}`;
  // Of a part they are looked up line by line, however many papers the business has: Postgres might read them all.
  const about = part
    ? sql`cross join lateral (select ${columns} from (select 1) one ${papers} offset 0) about`
    : papers;
  const rows = await books.tx.execute<
    Row & { passed: number; account_id: string; voided_by: number | null }
  >(sql`
    with ${voided(moment, listed)}
    select e.account_id, e.number, e.effective_on, e.recorded_at, e.kind, e.label, e.memo, e.amount, e.passed, e.voided_by,
      ${part ? sql`about.*` : columns}
    from (
      select e.*, v.number as voided_by,
        sum(case when v.number is null then e.amount else 0 end) over (
          partition by e.account_id order by e.effective_on, e.number rows unbounded preceding)::bigint as passed
      from books.events e left join voided v on v.original = e.number
      where ${isListed(moment, listed)} and ${isNoReversal}
      order by e.effective_on, e.number ${limit}) e
    ${about}
    order by e.effective_on, e.number`);
  const found = new Map<string, ActivityLine[]>();
  for (const row of rows) {
    const opening = present(openings.get(row.account_id), "an account that was asked for");
    const line = activityLine(row, plus(opening, cents(row.passed)));
    const lines = found.get(row.account_id);
    if (lines) lines.push(line);
    else found.set(row.account_id, [line]);
  }
  return found;
}

function activityLine(row: Row & { voided_by: number | null }, balanceCents: Cents): ActivityLine {
  const line = { ...lineOf(row, balanceCents), customerNote: row.customer_note || null };
  if (row.voided_by === null) return { ...line, isVoided: false };
  const gross = larger(line.chargeCents, line.creditCents);
  return { ...line, chargeCents: gross, creditCents: gross, isVoided: true };
}

/** How many lines the activity has, and what they add up to. */
export async function readActivitySums(
  books: Books,
  moment: Moment,
  { accountId, fromOn }: Omit<Activity, "openingCents">,
): Promise<ActivitySums> {
  const sums = await readActivitySumsOf(books, moment, { accounts: [accountId], fromOn });
  return sums.get(accountId) ?? { count: 0, activityCents: ZERO };
}

export type ActivitySums = { count: number; activityCents: Cents };

/** The same of several accounts in one query; one without lines isn't in the answer. */
export async function readActivitySumsOf(
  books: Books,
  moment: Moment,
  listed: Listed,
): Promise<Map<string, ActivitySums>> {
  const rows = await books.tx.execute<{ id: string; count: number; total: number }>(sql`
    with ${voided(moment, listed)}
    select e.account_id as id, (count(*) filter (where ${isNoReversal}))::int as count, sum(e.amount)::bigint as total
    from books.events e where ${isListed(moment, listed)} group by e.account_id`);
  return new Map(rows.map(({ id, count, total }) => [id, { count, activityCents: cents(total) }]));
}

type Listed = { accounts: readonly string[]; fromOn: Day };

const isListed = (moment: Moment, { accounts, fromOn }: Listed, of: SQL = sql`e`): SQL => sql`
  ${isOf(sql`${of}.account_id`, accounts)} and ${of}.effective_on >= ${fromOn}::date
    and ${counted(moment, sql`${of}.effective_on`, sql`${of}.recorded_at`)} and ${of}.amount <> 0`;

/** The reversals of what is listed itself. */
const voided = (moment: Moment, listed: Listed): SQL => sql`
  voided as materialized (
    select r.number, r.reverses as original
    from books.events r join books.events o on o.number = r.reverses
    where ${isListed(moment, listed, sql`r`)} and r.kind = 'reversal'
      and o.effective_on >= ${listed.fromOn}::date and ${counted(moment, sql`o.effective_on`, sql`o.recorded_at`)})`;

/** Of an event `e`: it isn't one of those. */
const isNoReversal = sql`(e.kind <> 'reversal' or e.number not in (select number from voided))`;

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
