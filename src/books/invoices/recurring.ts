// Invoices that come again: set up like an invoice or a draft, made on their days, paused, resumed and ended. Each day of one
// is made once: its row is written in the transaction that makes it, whoever tries again and however the last try died.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Draft } from "@/domain/invoices/draft.ts";
import { DraftContent } from "@/domain/invoices/draft-input.ts";
import {
  afterOne,
  firstOn,
  nextAfter,
  templateOf,
  type Cadence,
  type ScheduleAs,
} from "@/domain/invoices/recurring.ts";
import type { NewSchedule, ScheduleChange } from "@/domain/invoices/recurring-input.ts";
import { namedTaxes } from "@/domain/invoices/line-taxes.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { readRecipients } from "../customers/recipients.ts";
import type { Books } from "../open.ts";
import { copyOf } from "./copy-invoice.ts";
import { contentOf, readDraft, startDraft } from "./drafts.ts";
import { readTaxes, readTaxesOfLines } from "./invoice-taxes.ts";
import { issueDraft } from "./issue-draft.ts";

/** What it is like; refuses what isn't there, and a draft that says nobody. */
export async function readTemplate(
  books: Books,
  { like: { kind, id } }: Pick<NewSchedule, "like">,
  locale: string,
): Promise<Draft> {
  const like =
    kind === "draft" ? (await readDraft(books, id)).draft : await copyOf(books, { invoiceId: id, locale });
  if (like.customerId === null) throw new Refusal("draft-unfinished", { field: "customer" });
  return templateOf(like);
}

/**
 * Refuses "starts-in-past", "range-backwards" where it would end before its first, and "nothing-to-send" where it is to be
 * mailed and there is no address.
 */
export async function startSchedule(
  books: Books,
  given: NewSchedule,
  locale: string,
): Promise<{ scheduleId: string; nextOn: Day }> {
  const { startsOn, endsOn, count, as } = given;
  if (startsOn < books.today) throw new Refusal("starts-in-past", { field: "startsOn" });
  const template = await readTemplate(books, given, locale);
  if (as === "mailed") await mailedTo(books, present(template.customerId, "a template has a customer"));
  const nextOn = firstOn(cadenceOf(given.every, given.day), startsOn);
  if (endsOn !== null && endsOn < nextOn) throw new Refusal("range-backwards", { field: "endsOn" });
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.invoice_schedules (customer_id, job_id, content, every, day, next_on, ends_on, left_count, makes, made_by)
    values (${template.customerId}::uuid, ${template.jobId}::uuid, ${contentOf(template)}, ${given.every}, ${given.day}::int, ${nextOn}::date,
      ${endsOn}::date, ${count}::int, ${as}, ${books.userName}) returning id`);
  return { scheduleId: present(row, "it was kept").id, nextOn };
}

const cadenceOf = (every: "week" | "month", day: number | null): Cadence =>
  every === "week" ? { every } : { every, day: present(day, "a month's has its day") };

/** What was missed while it was paused isn't made up for. Refuses "schedule-ended" what has ended. */
export async function changeSchedule(
  books: Books,
  { scheduleId, to }: ScheduleChange,
): Promise<{ nextOn: Day }> {
  const row = await lockSchedule(books, scheduleId);
  if (!row) throw new Refusal("not-found");
  if (row.state === "ended") throw new Refusal("schedule-ended");
  const cadence = cadenceOf(row.every, row.day);
  const nextOn =
    row.state === "paused" && to === "active" && row.next_on < books.today
      ? firstFrom(cadence, row.next_on, books.today)
      : row.next_on;
  await books.tx.execute(sql`
    update books.invoice_schedules set state = ${to}, next_on = ${nextOn}::date, fault = null, fault_at = null
    where id = ${scheduleId}::uuid`);
  return { nextOn };
}

/** In its own rhythm: a weekly one keeps its weekday. */
function firstFrom(cadence: Cadence, from: Day, today: Day): Day {
  let day = from;
  while (day < today) day = nextAfter(cadence, day);
  return day;
}

type Row = {
  customer_id: string;
  job_id: string | null;
  content: string;
  every: "week" | "month";
  day: number | null;
  next_on: Day;
  ends_on: Day | null;
  left_count: number | null;
  makes: ScheduleAs;
  state: "active" | "paused" | "ended";
};

async function lockSchedule({ tx }: Books, scheduleId: string): Promise<Row | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select customer_id, job_id, content, every, day, next_on, ends_on, left_count, makes, state
    from books.invoice_schedules where id = ${scheduleId}::uuid for no key update`);
  return row;
}

/** Those whose next day has come, the longest due first. */
export async function readDueSchedules({ tx, today }: Books): Promise<{ scheduleId: string; on: Day }[]> {
  const rows = await tx.execute<{ id: string; next_on: Day }>(sql`
    select id, next_on from books.invoice_schedules where state = 'active' and next_on <= ${today}::date
    order by next_on, id limit 1000`);
  return rows.map((row) => ({ scheduleId: row.id, on: row.next_on }));
}

export type Made = {
  on: Day;
  draftId: string;
  number: string | null;
  /** The invoice that is to be mailed, and to whom. */
  mail: { invoiceId: string; recipients: string[] } | null;
};

/**
 * Makes the one of `on`, dated that day; null where it was made before, or isn't due any more. Refuses what the issue of
 * any invoice refuses: then nothing is made, and it is due still.
 */
export async function makeScheduled(
  books: Books,
  { scheduleId, on }: { scheduleId: string; on: Day },
): Promise<Made | null> {
  const row = await lockSchedule(books, scheduleId);
  if (!row || row.state !== "active" || row.next_on !== on || on > books.today) return null;
  const content = DraftContent.parse(JSON.parse(row.content));
  const whose = { customerId: row.customer_id, jobId: row.job_id };
  const taxes = await readTaxes(books, { ...whose, locationId: content.locationId, issuedOn: on });
  const dated = { ...content, ...whose, issuedOn: on, dueOn: null, taxes };
  const lineTaxes = namedTaxes(await readTaxesOfLines(books, dated));
  const draft = { ...dated, lineTaxes };
  const { draftId, version } = await startDraft(books, draft);
  const issued =
    row.makes === "draft"
      ? null
      : await issueDraft(books, { draftId, version, seen: { taxes, lineTaxes } }, { mayReverse: false });
  const recipients = row.makes === "mailed" ? await mailedTo(books, row.customer_id) : [];
  await books.tx.execute(sql`
    insert into books.invoice_schedule_runs (schedule_id, on_day, draft_id)
    values (${scheduleId}::uuid, ${on}::date, ${draftId}::uuid)`);
  const until = { endsOn: row.ends_on, leftCount: row.left_count };
  const next = afterOne(cadenceOf(row.every, row.day), on, until);
  await books.tx.execute(sql`
    update books.invoice_schedules set state = ${next ? "active" : "ended"}, next_on = ${next?.nextOn ?? on}::date,
      left_count = ${next ? next.leftCount : row.left_count === null ? null : 0}::int, fault = null, fault_at = null
    where id = ${scheduleId}::uuid`);
  const mail = issued && recipients.length > 0 ? { invoiceId: issued.invoiceId, recipients } : null;
  return { on, draftId, number: issued?.number ?? null, mail };
}

/** Refuses "nothing-to-send" where there is no address, and "address-bounced" where mail to each comes back: then nothing is made. */
async function mailedTo(books: Books, customerId: string): Promise<string[]> {
  const { live, bounced } = await readRecipients(books, customerId, "invoices");
  if (live.length === 0) throw new Refusal(bounced.length > 0 ? "address-bounced" : "nothing-to-send");
  return live;
}

/** Why the next couldn't be made, for whoever looks; it is tried again. */
export async function keepScheduleFault(
  { tx }: Books,
  { scheduleId, on, says }: { scheduleId: string; on: Day; says: string },
): Promise<null> {
  await tx.execute(sql`
    update books.invoice_schedules set fault = ${says}, fault_at = clock_timestamp()
    where id = ${scheduleId}::uuid and next_on = ${on}::date and state = 'active'`);
  return null;
}
