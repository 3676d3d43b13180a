// Bills retainage: what the customer kept back becomes a debt that is due, in whole or in part, as an invoice for each job over as
// many originals as it bills; with lines of its own beside them, where there are any.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import { dueUnder, keptTerms, readTerms } from "@/domain/values/terms.ts";
import { LARGEST_AMOUNT, ZERO, decimalString, plus, sum, type Cents } from "@/domain/values/money.ts";
import { postRetainageRelease } from "@/domain/invoices/retainage.ts";
import type { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readHeldRetainage } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { pipelined } from "../pipeline.ts";
import { keepInvoice, type KeptLine } from "./invoice-rows.ts";
import { readOwnLines } from "./own-lines.ts";

export type Released = {
  invoiceId: string;
  number: string;
  eventId: number;
  totalCents: Cents;
  /** The month of the books that took it. */
  period: Day;
};

/**
 * An invoice for each job that any of it was held back on, so that every debt is a job's. Refuses "retainage-released" for more
 * than a line still holds, and "several-jobs" where one number or lines of its own are said for several.
 */
export async function billRetainage(books: Books, input: NewRelease): Promise<{ invoices: Released[] }> {
  const { accountId, released } = input;
  await lockAccount(books, accountId);
  const [held, originals] = await Promise.all([
    readHeldRetainage(books, accountId),
    readOriginals(books, [...new Set(released.map((row) => row.invoiceId))]),
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
  const byJob = [...Map.groupBy(originals, (original) => original.job_id).values()];
  if (byJob.length > 1 && (input.number !== undefined || (input.own?.lines.length ?? 0) > 0))
    throw new Refusal("several-jobs");
  const invoices: Released[] = [];
  for (const of of byJob) {
    const ids = new Set(of.map((original) => original.id));
    const its = released.filter((row) => ids.has(row.invoiceId));
    invoices.push(await issueRetained(books, { ...input, released: its }, of));
  }
  return { invoices };
}

/** Of one job, or of what is on none. */
export async function releaseRetainage(books: Books, input: NewRelease): Promise<Released> {
  const { invoices } = await billRetainage(books, input);
  if (invoices.length > 1) throw new Refusal("several-jobs");
  return present(invoices[0], "something is billed");
}

type Original = { id: string; number: string; job_id: string | null; job: string | null };

async function issueRetained(
  books: Books,
  input: NewRelease,
  originals: readonly Original[],
): Promise<Released> {
  const { accountId, releasedOn, released, period } = input;
  const [account, place, ground] = await Promise.all([
    lockAccount(books, accountId),
    reserveEvent(books, { accountId, on: releasedOn, memo: input.notesInternal, period }),
    readGround(books, accountId),
  ]);
  const terms = readTerms(input.terms);
  const dueOn = terms
    ? dueUnder(terms, releasedOn)
    : (input.dueOn ?? dueUnder(keptTerms(account.terms), releasedOn));
  const { currency, freshId: invoiceId } = account;
  const whose = { customerId: ground.customer_id, currency, issuedOn: releasedOn, dueOn };
  const own = await readOwnLines(books, input.own, whose);
  const subtotalCents = plus(sum(released.map((row) => row.amountCents)), own.subtotalCents);
  const totalCents = plus(subtotalCents, own.taxCents);
  if (totalCents > LARGEST_AMOUNT) throw new Refusal("amount-too-large");
  const jobId = present(originals[0], "something is billed").job_id;
  const { taxCents, taxes } = own;
  const posting = postRetainageRelease(place, { invoiceId, dueOn, jobId, released, own });
  const number = await pipelined(
    post(books, [posting]),
    keepInvoice(books, {
      source: "release",
      invoiceId,
      accountId,
      currency,
      number: input.number,
      issuedOn: releasedOn,
      dueOn,
      subtotalCents,
      taxCents,
      retainageCents: ZERO,
      totalCents,
      notesInternal: input.notesInternal,
      eventNumber: place.number,
      lines: [...releasedLines(originals, input, { currency, chartCode: ground.code }), ...own.lines],
      taxes,
      billed: {
        jobId,
        terms: terms ? input.terms : "",
        notesToCustomer: input.notesToCustomer,
      },
    }),
  );
  return { invoiceId, number, eventId: place.number, totalCents, period: place.period };
}

const readOriginals = async ({ tx }: Books, ids: readonly string[]): Promise<readonly Original[]> =>
  tx.execute<Original>(sql`
    select d.id, d.number, d.job_id, j.number as job
    from books.invoices d left join books.jobs j on j.id = d.job_id
    where d.id = any (${sql.param(ids)}::text[]::uuid[])
    order by j.number collate books.natural nulls last, d.issued_on, d.event_number`);

type Ground = { customer_id: string; code: string };

/** Whose taxes its own lines bear, and the account that held retainage is in. */
async function readGround({ tx }: Books, accountId: string): Promise<Ground> {
  const [row] = await tx.execute<Ground>(sql`
    select a.customer_id, c.code from books.accounts a, books.chart c
    where a.id = ${accountId}::uuid and c.role = 'retainage-receivable'`);
  return present(row, "a business has an account for retainage");
}

/** A line for each original; what of each of its lines was billed stands with the event. */
function releasedLines(
  originals: readonly Original[],
  { released }: NewRelease,
  { currency, chartCode }: { currency: string; chartCode: string },
): KeptLine[] {
  return originals.map((original) => {
    const its = released.filter((row) => row.invoiceId === original.id);
    const totalCents = sum(its.map((row) => row.amountCents));
    const of = original.job === null ? "" : `, job ${original.job}`;
    return {
      description: `Retainage of invoice ${original.number}${of}`,
      unitPrice: decimalString(totalCents, currency),
      totalCents,
      chartCode,
    };
  });
}
