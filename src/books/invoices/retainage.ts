// Releases retainage: what the customer kept back becomes a debt that is due, in whole or in part, as one invoice over as many
// originals as it bills.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import { dueUnder, keptTerms } from "@/domain/values/terms.ts";
import { LARGEST_AMOUNT, ZERO, decimalString, plus, sum, type Cents } from "@/domain/values/money.ts";
import { postRetainageRelease } from "@/domain/invoices/retainage.ts";
import type { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readHeldRetainage } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { pipelined } from "../pipeline.ts";

export type Released = {
  invoiceId: string;
  number: string;
  eventId: number;
  totalCents: Cents;
  /** The month of the books that took it. */
  period: Day;
};

/** Refuses "retainage-released" for more than a line still holds. Where all of it is of one job, the debt is that job's. */
export async function releaseRetainage(books: Books, input: NewRelease): Promise<Released> {
  const { accountId, releasedOn, released, period } = input;
  const originalIds = [...new Set(released.map((row) => row.invoiceId))];
  const [account, held, originals, place] = await Promise.all([
    lockAccount(books, accountId),
    readHeldRetainage(books, accountId),
    readOriginals(books, originalIds),
    reserveEvent(books, { accountId, on: releasedOn, memo: input.notesInternal, period }),
  ]);
  for (const [at, { invoiceId, invoiceLine, amountCents }] of released.entries()) {
    const line = held.find((row) => row.invoiceId === invoiceId && row.invoiceLine === invoiceLine);
    if (!line || amountCents > line.amountCents)
      throw new Refusal("retainage-released", {
        invoiceId,
        invoiceLine,
        field: `released.${at}.amountCents`,
      });
  }
  const totalCents = sum(released.map((row) => row.amountCents));
  if (totalCents > LARGEST_AMOUNT) throw new Refusal("amount-too-large");
  const jobs = new Set(originals.map((each) => each.job_id));
  const jobId = jobs.size === 1 ? (originals[0]?.job_id ?? null) : null;
  const invoiceId = account.freshId;
  const dueOn = input.dueOn ?? dueUnder(keptTerms(account.terms), releasedOn);
  const posting = postRetainageRelease(place, { invoiceId, dueOn, jobId, released, taxCents: ZERO });
  const kept = { ...input, invoiceId, jobId, dueOn, totalCents, eventNumber: place.number };
  const number = await pipelined(
    post(books, [posting]),
    keepRelease(books, { ...kept, currency: account.currency, originals }),
  );
  return { invoiceId, number, eventId: place.number, totalCents, period: place.period };
}

type Original = { id: string; number: string; job_id: string | null; job: string | null };

const readOriginals = async ({ tx }: Books, ids: readonly string[]): Promise<readonly Original[]> =>
  tx.execute<Original>(sql`
    select d.id, d.number, d.job_id, j.number as job
    from books.invoices d left join books.jobs j on j.id = d.job_id
    where d.id = any (${sql.param(ids)}::text[]::uuid[])
    order by j.number collate books.natural nulls last, d.issued_on, d.event_number`);

type Kept = NewRelease & {
  invoiceId: string;
  jobId: string | null;
  dueOn: Day;
  totalCents: Cents;
  eventNumber: number;
  currency: string;
  originals: readonly Original[];
};

/** A line for each original; what of each of its lines was billed stands with the event. */
function keepRelease(books: Books, kept: Kept): Promise<string> {
  const { invoiceId, jobId, dueOn, totalCents, currency } = kept;
  const sums = new Map<string, Cents>();
  for (const row of kept.released)
    sums.set(row.invoiceId, plus(sums.get(row.invoiceId) ?? ZERO, row.amountCents));
  const lines = kept.originals.map((original, at) => {
    const total = present(sums.get(original.id), "an original is of what is billed");
    const of = original.job === null ? "" : `, job ${original.job}`;
    return {
      line: at + 1,
      description: `Retainage of invoice ${original.number}${of}`,
      unit_price: decimalString(total, currency),
      total,
    };
  });
  return keepNumbered(
    books,
    { series: "invoice", given: kept.number },
    sql`
    invoice as (
      insert into books.invoices (id, account_id, currency, job_id, source, number, issued_on, due_on, subtotal, total,
        notes_to_customer, notes_internal, event_number)
      select ${invoiceId}::uuid, ${kept.accountId}::uuid, ${currency}, ${jobId}::uuid, 'release', number,
        ${kept.releasedOn}::date, ${dueOn}::date, ${totalCents}::bigint, ${totalCents}::bigint, ${kept.notesToCustomer},
        ${kept.notesInternal}, ${kept.eventNumber}::bigint
      from free returning id),
    line as (
      insert into books.invoice_lines (invoice_id, line, description, unit_price, total, chart_code)
      select i.id, l.line, l.description, l.unit_price, l.total, c.code
      from invoice i, books.chart c,
        jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as l (line int, description text, unit_price numeric, total bigint)
      where c.role = 'retainage-receivable')`,
  );
}
