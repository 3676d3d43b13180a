// Brings what a file comes to into the books: all of it or nothing, under one command, and the same content only once. One
// import of a business waits for another, so that neither adds a customer or a number that the other one has just added.
import { sql } from "drizzle-orm";
import type { Entry } from "@/domain/imports/entries.ts";
import type { ImportSummary } from "@/domain/imports/file.ts";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import { Refusal } from "@/domain/refusal.ts";
import { addDays, daysBetween } from "@/domain/values/day.ts";
import { ZERO, minus, sum } from "@/domain/values/money.ts";
import { readStart } from "../business/set-up-books.ts";
import type { Books } from "../open.ts";
import { addCustomers } from "./add-customers.ts";
import { sortOut } from "./already-there.ts";
import { mayLeaveOut, type Brought, type Done, type How } from "./brought.ts";
import { bringInContacts, sortContacts } from "./contacts.ts";
import { bringInCustomers } from "./customers.ts";
import { happeningsOf, type Way } from "./draft.ts";
import { bringInLimits } from "./limits.ts";
import { matchCustomers } from "./match-customers.ts";
import { postEntries, type Tell } from "./post-entries.ts";
import { bringInProducts } from "./products.ts";
import { setAside } from "./renamed.ts";
import { strangersIn } from "./sort-file.ts";

export const NOTHING: ImportSummary = {
  invoices: 0,
  credits: 0,
  payments: 0,
  newCustomers: 0,
  openings: 0,
  updated: 0,
  newContacts: 0,
  newProducts: 0,
  skipped: 0,
  leftOut: 0,
  totalCents: ZERO,
  openCents: ZERO,
};

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
  const match = await matchCustomers(books, file.entries.customers, file.plan.customers);
  const { entries, faults } = setAside(file.entries, { contrary: match.contrary, column: "" });
  const leftOut = mayLeaveOut(file.plan, faults);
  const {
    summary: own,
    products = [],
    before = {},
    events = null,
  } = await bringInKind(books, { ...file, entries }, { match, tell });
  const summary = { ...NOTHING, ...own, leftOut: (own.leftOut ?? 0) + leftOut + file.faulty };
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

async function bringInKind(books: Books, file: Brought, how: How): Promise<Done> {
  switch (file.plan.kind) {
    case "receivables":
    case "payments":
      return bringInReceivables(books, file, how);
    case "customers":
      return bringInCustomers(books, file, how);
    case "limits":
    case "contacts":
      return bringInOfKnown(books, file, how);
    case "products": {
      const { made, changed, skipped } = await bringInProducts(books, file.entries.products);
      const summary = { newProducts: made.length, updated: changed.length, skipped };
      return { summary, products: made, before: { products: changed } };
    }
  }
}

/** Limits or contacts. */
async function bringInOfKnown(
  books: Books,
  { entries, plan, name }: Brought,
  { match: { known, unknown } }: How,
): Promise<Done> {
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

export async function wayOf(books: Books, { way, openAsOf }: ImportPlan): Promise<Way> {
  if (way === null) throw new Refusal("import-asks");
  if (way === "history") return { kind: "history" };
  return { kind: "open", asOf: openAsOf ?? addDays(await readStart(books), -1) };
}

async function bringInReceivables(
  books: Books,
  file: Brought,
  { match: { known, unknown }, tell }: How,
): Promise<Done> {
  const { entries, plan } = file;
  const way = await wayOf(books, plan);
  const { fresh, alreadyThere, faults } = await sortOut(books, entries.entries, { known, column: "" });
  const leftOut = mayLeaveOut(plan, faults);
  const added = await addCustomers(books, unknown, termsGiven(fresh));
  const customers = new Map([...known, ...added]);
  const events = await postEntries(books, happeningsOf(fresh, customers, way), { way, tell });
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
function termsGiven(entries: readonly Entry[]): Map<string, string> {
  const terms = new Map<string, string>();
  for (const { kind, customer, on, dueOn } of entries)
    if (kind === "invoice" && dueOn !== null && !terms.has(customer))
      terms.set(customer, `net-${Math.max(0, Math.min(365, daysBetween(on, dueOn)))}`);
  return terms;
}
