// What is held back at a day, a row per invoice, by customer and job, with its age and when its release is expected; and what the
// ledger says of it.
import { sql, type SQL } from "drizzle-orm";
import {
  expectedWhen,
  heldAgeOf,
  sumAged,
  type AgedSums,
  type agedRetainageList,
} from "@/domain/invoices/aged-retainage.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { daysBetween, type Day } from "@/domain/values/day.ts";
import { cents, sum, type Cents } from "@/domain/values/money.ts";
import { counted, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { postedBy } from "../receivables/trial-balance.ts";

export type AgedInvoice = {
  customerId: string;
  customer: string;
  customerNumber: string;
  job: { jobId: string; number: string; name: string } | null;
  invoiceId: string;
  number: string;
  issuedOn: Day;
  ageDays: number;
  /** The first of the days on which its lines are expected. */
  expectedOn: Day | null;
  heldCents: Cents;
};

export type AgedRetainage = {
  asOf: Day;
  /** Of all that is held, however the rows are narrowed. */
  sums: AgedSums;
  foundCents: Cents;
  rows: AgedInvoice[];
};

type Row = {
  customer_id: string;
  customer: string;
  customer_number: string;
  job_id: string | null;
  job_number: string | null;
  job_name: string | null;
  id: string;
  number: string;
  issued_on: Day;
  expected_on: Day | null;
  held: number;
};

/** In the business's currency. Expected days are those that are said now: they have no history. */
export async function readAgedRetainage(
  books: Books,
  moment: Moment,
  { age, expected }: QueryOf<typeof agedRetainageList> = {},
): Promise<AgedRetainage> {
  const { asOf } = moment;
  const lines = (await readHeldAt(books, moment)).map((row) => ({
    customerId: row.customer_id,
    customer: row.customer,
    customerNumber: row.customer_number,
    job:
      row.job_id === null
        ? null
        : { jobId: row.job_id, number: row.job_number ?? "", name: row.job_name ?? "" },
    invoiceId: row.id,
    number: row.number,
    issuedOn: row.issued_on,
    ageDays: daysBetween(row.issued_on, asOf),
    expectedOn: row.expected_on,
    heldCents: cents(row.held),
  }));
  const found = lines.filter(
    (line) =>
      (age === undefined || heldAgeOf(line.issuedOn, asOf) === age) &&
      (expected === undefined || expectedWhen(line.expectedOn, asOf) === expected),
  );
  const rows = [...Map.groupBy(found, (line) => `${line.customerId} ${line.invoiceId}`).values()].flatMap(
    ([first, ...others]) => (first ? [{ ...first, ...together([first, ...others]) }] : []),
  );
  return { asOf, sums: sumAged(lines, asOf), foundCents: sum(found.map((line) => line.heldCents)), rows };
}

function together(lines: readonly Pick<AgedInvoice, "expectedOn" | "heldCents">[]) {
  const days = lines.flatMap(({ expectedOn }) => expectedOn ?? []).toSorted();
  return { expectedOn: days[0] ?? null, heldCents: sum(lines.map((line) => line.heldCents)) };
}

/** Lines of one invoice that are expected on the same day as one row, so that a long invoice isn't read line by line. */
const readHeldAt = ({ tx, currency }: Books, moment: Moment): Promise<Row[]> =>
  tx.execute<Row>(sql`
    select c.id as customer_id, c.name as customer, c.number as customer_number, j.id as job_id, j.number as job_number,
      j.name as job_name, d.id, d.number, d.issued_on, h.expected_on, h.held
    from (
      select l.account_id, l.invoice_id, e.expected_on, sum(l.held)::bigint as held
      from (
        select r.account_id, r.invoice_id, r.invoice_line, sum(r.amount) as held from books.retainage r
        where r.currency = ${currency} and ${heldBy(moment)} group by 1, 2, 3 having sum(r.amount) > 0) l
      left join books.release_days e on e.invoice_id = l.invoice_id and e.invoice_line = l.invoice_line
      group by 1, 2, 3) h
    join books.invoices d on d.id = h.invoice_id join books.accounts a on a.id = h.account_id
    join books.customers c on c.id = a.customer_id left join books.jobs j on j.id = d.job_id
    order by lower(c.name) collate "und-x-icu", c.id, j.number collate books.natural nulls last, d.issued_on, d.event_number`);

const heldBy = (moment: Moment): SQL => counted(moment, sql`r.effective_on`, sql`r.recorded_at`);

/** `trialCents` is the trial balance's; `laterCents` is dated by the day and posted in a month that begins after it. */
export type RetainageLedger = { trialCents: Cents; laterCents: Cents };

export async function readRetainageLedger({ tx, currency }: Books, moment: Moment): Promise<RetainageLedger> {
  const [row] = await tx.execute<{ trial: number; later: number }>(sql`
    select coalesce(sum(l.amount) filter (where ${postedBy(moment)}), 0)::bigint as trial,
      coalesce(sum(l.amount) filter (where e.period > ${moment.asOf}::date), 0)::bigint as later
    from books.journal_lines l join books.events e on e.number = l.event_number
    join books.chart h on h.code = l.chart_code
    where h.role = 'retainage-receivable' and e.currency = ${currency}
      and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)}`);
  return { trialCents: cents(row?.trial ?? 0), laterCents: cents(row?.later ?? 0) };
}
