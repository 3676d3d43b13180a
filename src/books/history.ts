// An account's history as its customer would read it: by effective date, then Event ID, newest first, with a
// running balance of net. The cursor carries the balance, so a millionth page costs what the first does.
import { sql } from "drizzle-orm";
import type { EventKind, HistoryLine, HistoryPage } from "@/domain/account.ts";
import { isDay, type Day } from "@/domain/day.ts";
import { ZERO, cents, larger, minus, negative, type Cents } from "@/domain/money.ts";
import { counted, isLive, type Moment } from "./as-of.ts";
import type { Books } from "./open.ts";

const PAGE = 50;

type Row = {
  number: number;
  effective_on: Day;
  recorded_at: string;
  kind: EventKind;
  label: string;
  memo: string;
  amount: number;
} & PaperRow;

/** The papers behind an event `e`: its invoice, and the receipt on which it was charged, paid or credited. */
type PaperRow = {
  invoice_number: string | null;
  receipt_number: string | null;
  receipt_id: string | null;
  /** All that the receipt's tenders paid, where it held purchases beside a payment on account. */
  total_paid: number | null;
};
const PAPER_COLUMNS = sql`
  i.number as invoice_number, r.number as receipt_number, r.id as receipt_id,
  case when p.id is not null and r.total > 0 then r.house_charge + r.money end as total_paid`;
const PAPERS = sql`
  left join books.invoices i on i.id = e.document_id left join books.payments p on p.id = e.document_id
  left join books.credit_memos m on m.id = e.document_id
  left join books.receipts r on r.id = coalesce(i.receipt_id, p.receipt_id, m.receipt_id)`;

/** Net balance of the account at a moment. */
export async function readNet(books: Books, moment: Moment, accountId: string): Promise<Cents> {
  const [row] = isLive(books, moment)
    ? await books.tx.execute<{ net: number }>(sql`select net from books.accounts where id = ${accountId}`)
    : await books.tx.execute<{ net: number }>(sql`
        select coalesce(sum(amount), 0)::bigint as net from books.events
        where account_id = ${accountId} and ${counted(moment, sql`effective_on`, sql`recorded_at`)}`);
  return cents(row?.net ?? 0);
}

type Cursor = { onDay: Day; number: number; balanceCents: Cents };

export async function readHistory(
  books: Books,
  moment: Moment,
  { accountId, cursor }: { accountId: string; cursor?: string | undefined },
): Promise<HistoryPage> {
  const from = parseCursor(cursor);
  let balanceCents = from ? from.balanceCents : await readNet(books, moment, accountId);
  const older = from
    ? sql`and (effective_on, number) < (${from.onDay}::date, ${from.number}::bigint)`
    : sql``;
  const rows = await books.tx.execute<Row>(sql`
    select e.*, ${PAPER_COLUMNS} from (
      select number, effective_on, recorded_at, kind, label, memo, document_id, amount
      from books.events
      where account_id = ${accountId} and ${counted(moment, sql`effective_on`, sql`recorded_at`)} ${older}
      order by effective_on desc, number desc limit ${PAGE + 1}) e
    ${PAPERS}
    order by e.effective_on desc, e.number desc`);
  const lines: HistoryLine[] = [];
  for (const row of rows.slice(0, PAGE)) {
    lines.push(lineOf(row, balanceCents));
    balanceCents = minus(balanceCents, cents(row.amount));
  }
  const last = rows.length > PAGE ? lines.at(-1) : undefined;
  return { lines, next: last ? `${last.effectiveOn}.${last.eventId}.${balanceCents}` : null };
}

/** The activity of a statement: oldest first, after `fromOn`'s opening balance. */
export async function readActivity(
  books: Books,
  moment: Moment,
  { accountId, fromOn, openingCents }: { accountId: string; fromOn: Day; openingCents: Cents },
): Promise<HistoryLine[]> {
  const rows = await books.tx.execute<Row>(sql`
    select e.number, e.effective_on, e.recorded_at, e.kind, e.label, e.memo, e.amount, ${PAPER_COLUMNS}
    from books.events e ${PAPERS}
    where e.account_id = ${accountId} and e.effective_on >= ${fromOn}::date
      and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)} and e.amount <> 0
    order by e.effective_on, e.number`);
  let balanceCents = openingCents;
  return rows.map((row) => {
    balanceCents = cents(balanceCents + row.amount);
    return lineOf(row, balanceCents);
  });
}

function lineOf(row: Row, balanceCents: Cents): HistoryLine {
  const amount = cents(row.amount);
  return {
    eventId: row.number,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    kind: row.kind,
    type: row.label,
    invoiceNumber: row.invoice_number,
    receiptNumber: row.receipt_number,
    receiptId: row.receipt_id,
    chargeCents: larger(amount, ZERO),
    creditCents: larger(negative(amount), ZERO),
    balanceCents,
    totalPaidCents: row.total_paid === null ? null : cents(row.total_paid),
    notes: row.memo,
  };
}

/** "2013-06-30.1204.5319"; anything else starts at the newest page, as a stale or mangled link should. */
function parseCursor(text: string | undefined): Cursor | null {
  const match = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})\.(-?\d{1,15})$/.exec(text ?? "");
  if (!match?.[1] || !match[2] || !match[3] || !isDay(match[1])) return null;
  return { onDay: match[1], number: Number(match[2]), balanceCents: cents(Number(match[3])) };
}
