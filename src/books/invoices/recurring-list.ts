// The invoices that come again: whose, what they come to, when the next is due, and what is wrong with it.
import { sql, type SQL } from "drizzle-orm";
import { readDraft as reckonDraft } from "@/domain/invoices/draft.ts";
import { DraftContent } from "@/domain/invoices/draft-input.ts";
import type { Cadence, ScheduleAs } from "@/domain/invoices/recurring.ts";
import { recurringList } from "@/domain/invoices/recurring-list.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import { byName, readPage, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

export type ScheduleRow = {
  scheduleId: string;
  customerId: string;
  customerName: string;
  jobId: string | null;
  /** Its first line. */
  about: string;
  /** Before tax, as it would be of today. */
  subtotalCents: Cents;
  currency: string;
  cadence: Cadence;
  nextOn: Day;
  endsOn: Day | null;
  leftCount: number | null;
  makes: ScheduleAs;
  state: "active" | "paused" | "ended";
  fault: string | null;
  made: number;
};

type Row = {
  id: string;
  customer_id: string;
  customer_name: string;
  job_id: string | null;
  currency: string;
  content: string;
  every: "week" | "month";
  day: number | null;
  next_on: Day;
  ends_on: Day | null;
  left_count: number | null;
  makes: ScheduleAs;
  state: "active" | "paused" | "ended";
  fault: string | null;
  made: number;
};

const COLUMNS: SQL = sql`
  s.id, c.id as customer_id, c.name as customer_name, s.job_id, s.content, s.every, s.day, s.next_on, s.ends_on, s.left_count, s.makes,
  s.state, s.fault, (select count(*)::int from books.invoice_schedule_runs r where r.schedule_id = s.id) as made,
  (select a.currency from books.accounts a where a.customer_id = c.id order by a.currency limit 1) as currency`;

/** By the next day, those that ended among them; of one customer, or of all. */
export function listSchedules(
  books: Books,
  query: QueryOf<typeof recurringList>,
  size?: number,
): Promise<Page<ScheduleRow>> {
  const { customerId } = query;
  const id = { id: sql`s.id` };
  const keys = {
    next: { key: sql`s.next_on`, type: "date" as const, ...id },
    customer: { ...byName(sql`c.name`), ...id },
  };
  const where = customerId ? sql`s.customer_id = any (books.merged_family(${customerId}::uuid))` : sql`true`;
  const from = sql`books.invoice_schedules s join books.customers c on c.id = books.survivor(s.customer_id)`;
  const select = { select: COLUMNS, from, where, rowOf: (row: Row) => scheduleOf(row, books.today) };
  return readPage(books, { list: recurringList, keys, ...select }, query, size);
}

function scheduleOf(row: Row, today: Day): ScheduleRow {
  const content = DraftContent.parse(JSON.parse(row.content));
  const draft = { ...content, customerId: row.customer_id, jobId: row.job_id, issuedOn: today, dueOn: null };
  const { total } = reckonDraft(draft, { taxes: [], currency: row.currency, today });
  return {
    scheduleId: row.id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    jobId: row.job_id,
    about: draft.lines.find((line) => line.description.trim() !== "")?.description ?? "",
    subtotalCents: total.subtotalCents,
    currency: row.currency,
    cadence: row.every === "week" ? { every: "week" } : { every: "month", day: row.day ?? 31 },
    nextOn: row.next_on,
    endsOn: row.ends_on,
    leftCount: row.left_count,
    makes: row.makes,
    state: row.state,
    fault: row.fault,
    made: row.made,
  };
}

/** The job that it bills; what isn't there bills none. */
export async function jobOfSchedule({ tx }: Books, scheduleId: string): Promise<string | null> {
  const [row] = await tx.execute<{ job_id: string | null }>(
    sql`select job_id from books.invoice_schedules where id = ${scheduleId}::uuid`,
  );
  return row?.job_id ?? null;
}
