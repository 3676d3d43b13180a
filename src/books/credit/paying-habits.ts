// How accounts pay, of the last year, by what was used of their invoices: an item that is paid in full was last touched when
// that was done. One index tells an account's items by that day; of the busiest only the latest are looked at.
import { sql } from "drizzle-orm";
import { HABIT_DAYS, TREND_DAYS, type PayingHabit } from "@/domain/credit/paying-habit.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import type { Books } from "../open.ts";

/** So many of an account's items are looked at, the latest. */
const LOOKED_AT = 2000;

type Row = {
  id: string;
  invoiced: number | null;
  recent: number | null;
  earlier: number | null;
  paid: number;
  late: number;
  days_to_pay: number | null;
  days_late: number | null;
  oldest: number | null;
};

/** Of each account, as of today. */
export async function readPayingHabits(
  { tx, today }: Books,
  accountIds: readonly string[],
): Promise<Map<string, PayingHabit>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.execute<Row>(sql`
    select a.id, h.*, (
      select nullif(greatest(${today}::date - i.due_on, 0), 0) from books.items i
      where i.account_id = a.id and i.amount - i.applied - i.reversed > 0 order by i.due_on limit 1) as oldest
    from books.accounts a
    cross join lateral (
      select ${grossSum(sql`net`, sql`effective_on > ${today}::date - ${HABIT_DAYS}::int`)} as invoiced,
        ${grossSum(sql`net`, sql`effective_on > ${today}::date - ${TREND_DAYS}::int`)} as recent,
        ${grossSum(
          sql`net`,
          sql`effective_on <= ${today}::date - ${TREND_DAYS}::int and effective_on > ${today}::date - ${2 * TREND_DAYS}::int`,
        )} as earlier,
        (count(*) filter (where is_paid))::int as paid,
        (count(*) filter (where is_paid and touched_on > due_on))::int as late,
        round(sum(applied::numeric * (touched_on - issued_on)) filter (where is_paid)
          / sum(applied) filter (where is_paid))::int as days_to_pay,
        round(sum(applied::numeric * (touched_on - due_on)) filter (where is_paid)
          / sum(applied) filter (where is_paid))::int as days_late
      from (
        select i.amount - i.reversed as net, i.applied, i.effective_on, i.issued_on, i.due_on, i.touched_on,
          i.applied > 0 and i.amount - i.applied - i.reversed = 0 as is_paid
        from books.items i
        where i.account_id = a.id and i.touched_on > ${today}::date - ${HABIT_DAYS}::int
        order by i.touched_on desc limit ${LOOKED_AT}) latest) h
    where a.id = any (${sql.param(accountIds)}::text[]::uuid[])`);
  return new Map(rows.map((row) => [row.id, habitOf(row)]));
}

const habitOf = (row: Row): PayingHabit => ({
  invoicedCents: grossCents(row.invoiced),
  recentCents: grossCents(row.recent),
  beforeCents: grossCents(row.earlier),
  paidInvoices: row.paid,
  paidLate: row.late,
  daysToPay: row.days_to_pay,
  daysLate: row.days_late,
  oldestDaysPastDue: row.oldest,
});
