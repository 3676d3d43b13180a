// Brings what a file comes to into the books: all of it or nothing, under one command, and the same content only once. One
// import of a business waits for another, so that neither adds a customer or a number that the other one has just added.
import { sql } from "drizzle-orm";
import { assert, present } from "@/domain/assert.ts";
import type { Entry, FileEntries } from "@/domain/imports/entries.ts";
import type { ImportSummary } from "@/domain/imports/file.ts";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import { Refusal } from "@/domain/refusal.ts";
import { addDays, daysBetween } from "@/domain/values/day.ts";
import { ZERO, minus, sum } from "@/domain/values/money.ts";
import { readStart } from "../business/set-up-books.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { lockAccounts, post } from "../ledger/post.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import { addCustomers } from "./add-customers.ts";
import { sortOut, type Fault } from "./already-there.ts";
import { bringInContacts, sortContacts } from "./contacts.ts";
import type { Before } from "./give-back.ts";
import { happeningsOf, postingOf, type Happening, type Way } from "./draft.ts";
import { keepDocuments } from "./keep-documents.ts";
import { bringInLimits } from "./limits.ts";
import { matchCustomers, type Matched } from "./match-customers.ts";
import { bringInProducts } from "./products.ts";
import { strangersIn } from "./sort-file.ts";
import { updateCustomers } from "./update-customers.ts";

export type Brought = {
  name: string;
  hash: Uint8Array;
  /** Null where the command line read it. */
  fileId: string | null;
  plan: ImportPlan;
  rows: number;
  entries: FileEntries;
  /** Rows that the reader found at fault; they aren't among the entries. */
  faulty: number;
};

/** What an import did, and what an undo has to know of it: products that it made, and what stood before. */
type Done = {
  summary: Partial<ImportSummary>;
  products?: string[];
  before?: Before;
  events?: Posted;
};

/** Told between batches, beside the transaction; what it throws undoes all. */
export type Tell = (done: number, of: number) => Promise<void>;

export const NOTHING: ImportSummary = {
  invoices: 0,
  credits: 0,
  payments: 0,
  newCustomers: 0,
  updated: 0,
  newContacts: 0,
  newProducts: 0,
  skipped: 0,
  leftOut: 0,
  totalCents: ZERO,
  openCents: ZERO,
};

const BATCH = 2_000;

/** Refuses "already-imported", and "file-refused" with the faults unless the plan leaves such rows out. */
export async function bringIn(
  books: Books,
  file: Brought,
  tell: Tell = async () => {},
): Promise<ImportSummary> {
  await books.tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('import ' || books.current_org_id(), 0))`);
  const already = await readImport(books, file);
  if (already) throw new Refusal("already-imported", already);
  const { summary: own, products = [], before = {}, events = null } = await bringInKind(books, file, tell);
  const summary = { ...NOTHING, ...own, leftOut: (own.leftOut ?? 0) + file.faulty };
  await books.tx.execute(sql`
    insert into books.imports (kind, file_name, file_hash, row_count, imported_by, file_id, command_id, first_event,
      last_event, summary)
    values (${file.plan.kind}, ${file.name.slice(0, 200)}, ${file.hash}, ${file.rows}, ${books.userName},
      ${file.fileId}::uuid, ${books.commandId}::uuid, ${events?.first ?? null}::bigint,
      ${events?.last ?? null}::bigint, ${JSON.stringify({ ...summary, products, before })}::text::jsonb)`);
  return summary;
}

/** An import of the same content that stands. */
export async function readImport(
  { tx }: Books,
  { hash, plan }: { hash: Uint8Array; plan: Pick<ImportPlan, "kind"> },
): Promise<{ at: string; by: string } | null> {
  const [row] = await tx.execute<{ at: string; by: string }>(sql`
    select recorded_at as at, imported_by as by from books.imports
    where kind = ${plan.kind} and file_hash = ${hash} and undone_at is null`);
  return row ?? null;
}

/** The numbers that the events lie between. */
type Posted = { first: number; last: number } | null;

async function bringInKind(books: Books, file: Brought, tell: Tell): Promise<Done> {
  switch (file.plan.kind) {
    case "receivables":
    case "payments":
      return bringInReceivables(books, file, tell);
    case "customers":
      return bringInCustomers(books, file);
    case "limits":
    case "contacts":
      return bringInOfKnown(books, file);
    case "products": {
      const { made, changed, skipped } = await bringInProducts(books, file.entries.products);
      const summary = { newProducts: made.length, updated: changed.length, skipped };
      return { summary, products: made, before: { products: changed } };
    }
  }
}

async function bringInCustomers(books: Books, { entries, plan }: Brought): Promise<Done> {
  const { known, unknown } = await matchCustomers(books, entries.customers, plan.customers);
  await addCustomers(books, unknown, new Map());
  const there = entries.customers.flatMap((customer) => {
    const matched = known.get(customer.key);
    return matched ? [{ customer, customerId: matched.customerId }] : [];
  });
  const updated = (await updateCustomers(books, there)).length;
  return { summary: { newCustomers: unknown.length, updated, skipped: there.length - updated } };
}

/** Limits or contacts. */
async function bringInOfKnown(books: Books, { entries, plan, name }: Brought): Promise<Done> {
  const { known, unknown } = await matchCustomers(books, entries.customers, plan.customers);
  const strangers = strangersIn(plan.kind, entries, { match: { unknown }, column: "" });
  if (plan.kind === "limits") {
    const reason = `Import of ${name}`;
    const { updated, skipped, faults, limitChanges } = await bringInLimits(books, entries, { known, reason });
    const leftOut = mayLeaveOut(plan, [...strangers, ...faults]);
    return { summary: { updated, skipped, leftOut }, before: { limitChanges } };
  }
  const sorted = await sortContacts(books, entries, { known, column: "" });
  const leftOut = mayLeaveOut(plan, [...strangers, ...sorted.faults]);
  const contacts = await bringInContacts(books, sorted);
  const counts = { newContacts: sorted.fresh.length, updated: sorted.changes.length };
  return { summary: { ...counts, skipped: sorted.alreadyThere, leftOut }, before: { contacts } };
}

/** How many rows are left out for faults; refuses "file-refused" with them unless the plan leaves them out. */
function mayLeaveOut({ leaveFaulty }: ImportPlan, faults: readonly Fault[]): number {
  if (faults.length > 0 && !leaveFaulty)
    throw new Refusal("file-refused", { faults: faults.slice(0, 200), faultCount: faults.length });
  return faults.length;
}

export async function wayOf(books: Books, { way, openAsOf }: ImportPlan): Promise<Way> {
  if (way === null) throw new Refusal("import-asks");
  if (way === "history") return { kind: "history" };
  return { kind: "open", asOf: openAsOf ?? addDays(await readStart(books), -1) };
}

async function bringInReceivables(books: Books, file: Brought, tell: Tell): Promise<Done> {
  const { entries, plan } = file;
  const way = await wayOf(books, plan);
  const { known, unknown } = await matchCustomers(books, entries.customers, plan.customers);
  const { fresh, alreadyThere, faults } = await sortOut(books, entries.entries, { known, column: "" });
  const leftOut = mayLeaveOut(plan, faults);
  const added = await addCustomers(books, unknown, termsOf(fresh));
  const customers = new Map([...known, ...added]);
  const events = await postAll(books, happeningsOf(fresh, customers, way), { way, customers, tell });
  const invoices = fresh.filter(({ kind }) => kind === "invoice");
  const settled = invoices.filter(({ paid }) => paid !== null).length;
  const summary = {
    invoices: invoices.length,
    credits: fresh.filter(({ kind }) => kind === "credit").length,
    payments: fresh.filter(({ kind }) => kind === "payment").length + (way.kind === "history" ? settled : 0),
    newCustomers: added.size,
    skipped: alreadyThere,
    leftOut,
    totalCents: sum((plan.kind === "payments" ? fresh : invoices).map(({ amountCents }) => amountCents)),
    openCents: sum(invoices.map(({ amountCents, paid }) => minus(amountCents, paid?.cents ?? ZERO))),
  };
  return { summary, events };
}

/** The terms that each customer's first invoice was given. */
function termsOf(entries: readonly Entry[]): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { kind, customer, on, dueOn } of entries)
    if (kind === "invoice" && dueOn !== null && !terms.has(customer))
      terms.set(customer, Math.max(0, Math.min(365, daysBetween(on, dueOn))));
  return terms;
}

type How = { way: Way; customers: ReadonlyMap<string, Matched>; tell: Tell };

async function postAll(books: Books, happenings: readonly Happening[], { way, tell }: How): Promise<Posted> {
  const items = new Map<Entry, number>();
  const numbers: number[] = [];
  await lockAccounts(
    books,
    happenings.map(({ accountId }) => accountId),
  );
  for (let from = 0; from < happenings.length; from += BATCH) {
    await tell(from, happenings.length);
    const batch = happenings.slice(from, from + BATCH);
    const places = await reserveEvents(books, batch);
    numbers.push(...places.map(({ number }) => number));
    const ids = await newIds(books, batch.length);
    const posted = batch.map((happening, at) => {
      const place = present(places[at], "as many places as happenings");
      const documentId = present(ids[at], "as many ids as documents");
      return { happening, posting: postingOf(happening, place, { way, documentId, items }) };
    });
    await post(
      books,
      posted.map(({ posting }) => posting),
    );
    await keepDocuments(books, posted);
  }
  assert(items.size === 0, "everything that was paid was paid");
  await tell(happenings.length, happenings.length);
  return numbers.length === 0 ? null : rangeOf(numbers);
}

/** Never spread: there may be a million. */
function rangeOf(numbers: readonly number[]) {
  return {
    first: numbers.reduce((a, b) => Math.min(a, b)),
    last: numbers.reduce((a, b) => Math.max(a, b)),
  };
}
