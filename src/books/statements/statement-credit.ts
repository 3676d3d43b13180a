// The customer's credit as a statement tells it: what each payment or credit memo has settled, and what of it is open.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { StatementLine } from "@/domain/statements/statement.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { counted, openCreditsAt, type Moment } from "../ledger/as-of.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";
import type { ActivityLine, Part } from "../receivables/history.ts";

type Covers = StatementLine["covers"];

/** Of a line of the activity: the credit that it made, if any. */
export const creditOf = (line: ActivityLine): number | null =>
  line.creditCents > 0 && !line.isVoided ? line.eventId : null;

type CoversRequest = { accountIds: readonly string[]; creditIds: readonly number[] };

/** By credit, oldest item first: what each has settled by then. */
export async function readCovers(
  { tx }: Books,
  moment: Moment,
  { accountIds, creditIds }: CoversRequest,
): Promise<Map<number, Covers>> {
  if (creditIds.length === 0) return new Map();
  const rows = await tx.execute<{ credit: number; number: string; amount: number }>(sql`
    select u.credit_id as credit, coalesce(v.number, e.label) as number, u.amount
    from (
      select credit_id, item_id, sum(amount)::bigint as amount from books.allocations
      where ${isOf(sql`account_id`, accountIds)} and credit_id = any (${sql.param(creditIds)}::bigint[])
        and ${counted(moment, sql`effective_on`, sql`recorded_at`)}
      group by credit_id, item_id having sum(amount) > 0) u
    join books.items i on i.id = u.item_id join books.events e on e.number = u.item_id
    left join books.invoices v on v.id = i.document_id
    order by u.credit_id, u.item_id`);
  const covers = new Map<number, Covers>();
  for (const { credit, number, amount } of rows) {
    const cover = { number, amountCents: cents(amount) };
    covers.set(credit, [...(covers.get(credit) ?? []), cover]);
  }
  return covers;
}

export type OpenCredit = {
  eventId: number;
  onDay: Day;
  /** As the books name it, in English. */
  label: string;
  /** Of a credit memo. */
  memoNumber: string | null;
  customerNote: string | null;
  openCents: Cents;
};

type CreditRow = {
  account_id: string;
  id: number;
  on_day: Day;
  label: string;
  memo_number: string | null;
  note: string | null;
  open_then: number;
};

/** By account, oldest first: the credits that weren't used whole; an account without any isn't in the answer. */
export async function readOpenCredits(
  books: Books,
  moment: Moment,
  { accountIds, part }: { accountIds: readonly string[]; part?: Part },
): Promise<Map<string, OpenCredit[]>> {
  const rows = await books.tx.execute<CreditRow>(sql`
    select c.account_id, c.id, c.issued_on as on_day, e.label, m.number as memo_number, n.note, c.open_then
    from ${openCreditsAt(books, moment, isOf(sql`r.account_id`, accountIds))} c
    join books.events e on e.number = c.id
    left join books.credit_memos m on m.event_number = c.id
    left join books.event_notes n on n.event_number = c.id
    order by c.issued_on, c.id ${part ? sql`limit ${part.size} offset ${part.skip}` : sql``}`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.account_id)].map(([accountId, theirs]) => [
      accountId,
      theirs.map(creditFrom),
    ]),
  );
}

export async function countOpenCredits(books: Books, moment: Moment, accountId: string): Promise<number> {
  const [row] = await books.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${openCreditsAt(books, moment, isOf(sql`r.account_id`, accountId))} c`);
  return present(row, "an aggregate has one row").count;
}

const creditFrom = (row: CreditRow): OpenCredit => ({
  eventId: row.id,
  onDay: row.on_day,
  label: row.label,
  memoNumber: row.memo_number,
  customerNote: row.note,
  openCents: cents(row.open_then),
});
