// Drafts of invoices: started, saved as they are typed, listed for all colleagues, discarded. They carry no number and post
// nothing. Whoever saves names the version they saw, as with a customer's profile.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { readDraft as reckonDraft, type Draft } from "@/domain/invoices/draft.ts";
import { DraftContent, type DraftInput, type SavedDraft } from "@/domain/invoices/draft-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { readTaxes, readTaxesOfLines } from "./invoice-taxes.ts";

export type StartedDraft = { draftId: string; version: number };

/** `corrects` is the invoice that is voided when the draft is issued. */
export async function startDraft(
  books: Books,
  draft: DraftInput,
  corrects: string | null = null,
): Promise<StartedDraft> {
  const totalCents = await totalOf(books, draft, await checkNamed(books, draft));
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.invoice_drafts (customer_id, job_id, issued_on, due_on, content, total, corrects, started_by, changed_by)
    values (${draft.customerId}::uuid, ${draft.jobId}::uuid, ${draft.issuedOn}::date, ${draft.dueOn}::date,
      ${contentOf(draft)}, ${totalCents}::bigint, ${corrects}::uuid, ${books.userName}, ${books.userName})
    returning id`);
  return { draftId: present(row, "a draft was started").id, version: 1 };
}

/** Refuses with "changed-meanwhile" and { version, now, by }: the draft as a colleague saved it. */
export async function saveDraft(
  books: Books,
  { draftId, version, draft }: SavedDraft,
): Promise<{ version: number }> {
  await lockDraft(books, draftId, version);
  const totalCents = await totalOf(books, draft, await checkNamed(books, draft));
  await books.tx.execute(sql`
    update books.invoice_drafts set customer_id = ${draft.customerId}::uuid, job_id = ${draft.jobId}::uuid,
      issued_on = ${draft.issuedOn}::date, due_on = ${draft.dueOn}::date, content = ${contentOf(draft)},
      total = ${totalCents}::bigint, changed_by = ${books.userName}, changed_at = clock_timestamp(),
      version = version + 1
    where id = ${draftId}::uuid`);
  return { version: version + 1 };
}

export async function discardDraft(
  books: Books,
  { draftId, version }: { draftId: string; version: number },
): Promise<{ discarded: true }> {
  await lockDraft(books, draftId, version);
  await books.tx.execute(sql`
    update books.invoice_drafts set state = 'discarded', version = version + 1, changed_by = ${books.userName},
      changed_at = clock_timestamp()
    where id = ${draftId}::uuid`);
  return { discarded: true };
}

export type OpenDraft = StartedDraft & {
  draft: Draft;
  changedBy: string;
  changedAt: string;
  /** The invoice that is voided when it is issued. */
  corrects: { invoiceId: string; number: string; eventId: number } | null;
};

/** Refuses what isn't there with "not-found", and what is none any more with "draft-closed" and what it became. */
export async function readDraft(books: Books, draftId: string): Promise<OpenDraft> {
  return draftOf(await findDraft(books, draftId));
}

/** Colleagues who save, issue or discard one draft wait for each other. */
export async function lockDraft(books: Books, draftId: string, version: number): Promise<OpenDraft> {
  const row = await findDraft(books, draftId, true);
  const kept = draftOf(row);
  if (row.version !== version)
    throw new Refusal("changed-meanwhile", { version: row.version, now: kept.draft, by: kept.changedBy });
  return kept;
}

type Row = {
  id: string;
  customer_id: string | null;
  job_id: string | null;
  issued_on: Day | null;
  due_on: Day | null;
  content: string;
  state: "open" | "issued" | "discarded";
  invoice_id: string | null;
  version: number;
  changed_by: string;
  changed_at: string;
  corrects: string | null;
  corrected_number: string | null;
  corrected_event: number | null;
};

async function findDraft({ tx }: Books, draftId: string, locks = false): Promise<Row> {
  const [row] = await tx.execute<Row>(sql`
    select d.id, d.customer_id, d.job_id, d.issued_on, d.due_on, d.content, d.state, d.invoice_id, d.version, d.changed_by,
      d.changed_at, d.corrects, i.number as corrected_number, i.event_number as corrected_event
    from books.invoice_drafts d left join books.invoices i on i.id = d.corrects
    where d.id = ${draftId}::uuid ${locks ? sql`for update of d` : sql``}`);
  if (!row) throw new Refusal("not-found");
  if (row.state !== "open") throw new Refusal("draft-closed", { invoiceId: row.invoice_id });
  return row;
}

const draftOf = (row: Row): OpenDraft => ({
  draftId: row.id,
  version: row.version,
  draft: {
    ...DraftContent.parse(JSON.parse(row.content)),
    customerId: row.customer_id,
    jobId: row.job_id,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
  },
  changedBy: row.changed_by,
  changedAt: isoInstant(row.changed_at),
  corrects:
    row.corrects === null || row.corrected_number === null || row.corrected_event === null
      ? null
      : { invoiceId: row.corrects, number: row.corrected_number, eventId: row.corrected_event },
});

/** What has no column of its own. */
export function contentOf(
  draft: Omit<DraftInput, "lines" | "taxes" | "lineTaxes"> &
    Readonly<Pick<Draft, "lines" | "taxes" | "lineTaxes">>,
): string {
  const { customerId: _customer, jobId: _job, issuedOn: _issued, dueOn: _due, ...content } = draft;
  return JSON.stringify(content);
}

/** The job that it would bill; refuses one that isn't open. */
export const jobOfDraft = async (books: Books, draftId: string): Promise<string | null> =>
  (await readDraft(books, draftId)).draft.jobId;

/** With the taxes of its day; null of what can't be reckoned yet, and of what is in another currency than the list of drafts. */
async function totalOf(
  books: Books,
  draft: DraftInput,
  { isHome }: { isHome: boolean },
): Promise<Cents | null> {
  if (!isHome) return null;
  const [taxes, choices] = await Promise.all([readTaxes(books, draft), readTaxesOfLines(books, draft)]);
  const { total } = reckonDraft(draft, { taxes, choices, ...books });
  return total.subtotalCents === 0 ? null : total.totalCents;
}

/** Nothing of somebody else's is named, and no job of another customer. */
async function checkNamed(
  { tx, currency }: Books,
  { customerId, jobId, locationId, lines }: DraftInput,
): Promise<{ isHome: boolean }> {
  const rates = [...new Set(lines.flatMap(({ taxRateId }) => taxRateId ?? []))];
  const products = [...new Set(lines.flatMap(({ productId }) => (productId === null ? [] : [productId])))];
  type Found = {
    customer: boolean;
    is_home: boolean;
    job_of: string | null;
    location: boolean;
    products: string[];
    rates: string[];
  };
  const [row] = await tx.execute<Found>(sql`
    select exists (select from books.customers where id = ${customerId}::uuid) as customer,
      exists (select from books.accounts where customer_id = ${customerId}::uuid and currency = ${currency}) as is_home,
      (select books.survivor(customer_id) from books.jobs where id = ${jobId}::uuid) as job_of,
      exists (select from books.locations where id = ${locationId}::uuid) as location,
      array(select id::text from books.products where id = any (${sql.param(products)}::uuid[])) as products,
      array(select id::text from books.tax_rates where id = any (${sql.param(rates)}::uuid[])) as rates`);
  const named = present(row, "a look at nothing has one row");
  if (customerId !== null && !named.customer) throw new Refusal("not-found", { field: "customerId" });
  if (jobId !== null && named.job_of === null) throw new Refusal("not-found", { field: "jobId" });
  if (locationId !== null && !named.location) throw new Refusal("not-found", { field: "locationId" });
  if (jobId !== null && named.job_of !== customerId) throw new Refusal("job-of-another");
  const known = new Set(named.products);
  const wrong = lines.findIndex(({ productId }) => productId !== null && !known.has(productId.toLowerCase()));
  if (wrong >= 0) throw new Refusal("not-found", { field: `lines.${wrong}.productId` });
  const strange = lines.findIndex(
    ({ taxRateId }) => taxRateId !== null && !named.rates.includes(taxRateId.toLowerCase()),
  );
  if (strange >= 0) throw new Refusal("not-found", { field: `lines.${strange}.taxRateId` });
  return { isHome: customerId === null || named.is_home };
}

export type ListedDraft = {
  draftId: string;
  version: number;
  customerName: string | null;
  issuedOn: Day | null;
  totalCents: Cents | null;
  changedBy: string;
  changedAt: string;
  /** The number of the invoice that it corrects. */
  corrects: string | null;
};

/** As many as a page shows; who has more finds the latest of them first. */
const LISTED = 100;

/** What is open, the last one changed first; of one customer, or of all. */
export async function listDrafts(
  { tx }: Books,
  customerId?: string,
): Promise<{ rows: ListedDraft[]; isAll: boolean }> {
  const rows = await tx.execute<{
    id: string;
    version: number;
    customer: string | null;
    issued_on: Day | null;
    total: number | null;
    changed_by: string;
    changed_at: string;
    corrects: string | null;
  }>(sql`
    select d.id, d.version, c.name as customer, d.issued_on, d.total, d.changed_by, d.changed_at, i.number as corrects
    from books.invoice_drafts d left join books.customers c on c.id = d.customer_id
    left join books.invoices i on i.id = d.corrects
    where d.state = 'open' ${customerId === undefined ? sql`` : sql`and d.customer_id = ${customerId}::uuid`}
    order by d.changed_at desc, d.id limit ${LISTED + 1}`);
  return {
    isAll: rows.length <= LISTED,
    rows: rows.slice(0, LISTED).map((row) => ({
      draftId: row.id,
      version: row.version,
      customerName: row.customer,
      issuedOn: row.issued_on,
      totalCents: row.total === null ? null : cents(row.total),
      changedBy: row.changed_by,
      changedAt: isoInstant(row.changed_at),
      corrects: row.corrects,
    })),
  };
}
