// Brings what a file holds into the books: all of it or nothing, and the same file only once. Rows that the books have just
// so are skipped; the import is kept with what it posted, so that it can be undone whole.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Entry, FileEntries } from "@/domain/imports/entries.ts";
import type { ImportSummary } from "@/domain/imports/import-file.ts";
import { matchCustomers } from "@/domain/imports/match-customers.ts";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import { cents, minus, ZERO } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { addCustomers, updateCustomers } from "./bring-customers.ts";
import { bringProducts } from "./bring-products.ts";
import { happeningsOf, type Happening } from "./happenings.ts";
import { findKnownDocuments } from "./known-documents.ts";
import { readKnownAccounts, readKnownCustomers } from "./known-customers.ts";
import { readImported } from "./look.ts";
import { postHappenings, type Bringing } from "./post-happenings.ts";

export type FileToBring = {
  /** Null where the file isn't kept, as by the command line. */
  fileId: string | null;
  name: string;
  hash: Uint8Array;
  plan: ImportPlan;
  entries: FileEntries;
  rowCount: number;
  /** Rows that the file's own reading left out for their faults. */
  faulty: number;
};

/** Told after each batch; what it throws stops the import. */
export type OnProgress = (done: number, of: number) => Promise<void>;

const BATCH = 2500;
const FAULTS_TOLD = 200;

/** Refuses "already-imported", "import-undecided", and "file-refused" with the faults. */
export async function bringIn(
  books: Books,
  file: FileToBring,
  onProgress: OnProgress = () => Promise.resolve(),
): Promise<ImportSummary> {
  const { plan } = file;
  const importId = await beginImport(books, file);
  const people = await bringPeople(books, file);
  const products = await bringProducts(books, file.entries.products);
  const { entries, skipped, leftOut } = await entriesToPost(books, file, people.customerOf);
  const accounts = await readKnownAccounts(books, [...people.ids.values()]);
  const happenings = happeningsOf(entries, {
    openAsOf: plan.way === "open" ? plan.openAsOf : null,
    accountOf: (customer) => accounts.get(people.ids.get(customer) ?? ""),
  });
  const numbers = await postAll(books, happenings, {
    bringing: { importId, isOpening: plan.way === "open", items: new Map() },
    onProgress,
  });
  const summary: ImportSummary = {
    ...figuresOf(entries),
    newCustomers: people.made,
    updated: people.updated + products.updated,
    products: products.made,
    skipped: skipped + products.skipped,
    leftOut: leftOut + (plan.leaveFaulty ? file.faulty : 0),
  };
  await finish(books, { importId, fileId: file.fileId, numbers, summary });
  return summary;
}

/** The same file at the same time waits here, and is told that it was imported. */
async function beginImport(books: Books, file: FileToBring): Promise<string> {
  const { tx, userName, commandId } = books;
  const { plan, name, hash, rowCount, fileId } = file;
  if (plan.kind === "receivables" && (plan.way === null || (plan.way === "open" && plan.openAsOf === null)))
    throw new Refusal("import-undecided");
  // One import of a business after the other: what one brings, the next one knows.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('import ' || books.current_org_id()::text, 0))`,
  );
  const already = await readImported(books, plan.kind, hash);
  if (already) throw new Refusal("already-imported", already);
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into books.imports (kind, file_name, file_hash, row_count, imported_by, file_id, command_id)
    values (${plan.kind}, ${name.slice(0, 200)}, ${hash}, ${rowCount}::int, ${userName}, ${fileId}::uuid, ${commandId}::uuid)
    returning id`);
  return present(row, "an import was begun").id;
}

type People = {
  /** The books' customers by the file's keys. */
  ids: Map<string, string>;
  customerOf: (entry: Entry) => string | undefined;
  made: number;
  updated: number;
};

async function bringPeople(books: Books, { plan, entries }: FileToBring): Promise<People> {
  const matched = matchCustomers(entries.customers, await readKnownCustomers(books), plan.customers);
  if (matched.near.length > 0) throw new Refusal("import-undecided");
  const made = await addCustomers(books, matched.fresh, entries.entries);
  const ids = new Map([
    ...made,
    ...[...matched.known].map(([key, { customerId }]) => [key, customerId] as const),
  ]);
  const known = entries.customers.flatMap((said) => {
    const customerId = matched.known.get(said.key)?.customerId;
    return customerId === undefined ? [] : [{ customerId, said }];
  });
  // A list of debts isn't there to change who owes them.
  const updated = plan.kind === "customers" ? await updateCustomers(books, known) : 0;
  return { ids, customerOf: ({ customer }) => ids.get(customer), made: made.size, updated };
}

async function entriesToPost(
  books: Books,
  { plan, entries }: FileToBring,
  customerOf: (entry: Entry) => string | undefined,
): Promise<{ entries: Entry[]; skipped: number; leftOut: number }> {
  const { skipped, faults } = await findKnownDocuments(books, entries.entries, customerOf);
  if (faults.length > 0 && !plan.leaveFaulty)
    throw new Refusal("file-refused", { faults: faults.slice(0, FAULTS_TOLD), faultCount: faults.length });
  const faulty = new Set(faults.map(({ row }) => row));
  const kept = entries.entries.filter((entry) => !skipped.has(entry) && !faulty.has(entry.row));
  return { entries: kept, skipped: skipped.size, leftOut: faults.length };
}

async function postAll(
  books: Books,
  happenings: readonly Happening[],
  { bringing, onProgress }: { bringing: Bringing; onProgress: OnProgress },
): Promise<number[]> {
  const numbers: number[] = [];
  for (let from = 0; from < happenings.length; from += BATCH) {
    const posted = await postHappenings(books, happenings.slice(from, from + BATCH), bringing);
    for (const number of posted) numbers.push(number);
    await onProgress(Math.min(from + BATCH, happenings.length), happenings.length);
  }
  return numbers;
}

type Figures = Pick<ImportSummary, "invoices" | "credits" | "payments" | "totalCents" | "openCents">;

function figuresOf(entries: readonly Entry[]): Figures {
  const invoices = entries.filter(({ kind }) => kind === "invoice");
  const count = (kind: Entry["kind"]) => entries.filter((entry) => entry.kind === kind).length;
  const total = invoices.reduce((all, { amountCents }) => all + amountCents, 0);
  const open = invoices.reduce(
    (all, { amountCents, paid }) => all + minus(amountCents, paid?.cents ?? ZERO),
    0,
  );
  return {
    invoices: invoices.length,
    credits: count("credit"),
    payments: count("payment") + invoices.filter(({ paid }) => paid?.on).length,
    totalCents: cents(total),
    openCents: cents(open),
  };
}

/** [[1, 2500], [2511, 3000]]: numbers are taken in blocks, so these are few. */
function rangesOf(numbers: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}

type Finished = {
  importId: string;
  fileId: string | null;
  numbers: readonly number[];
  summary: ImportSummary;
};

async function finish({ tx }: Books, { importId, fileId, numbers, summary }: Finished): Promise<void> {
  await tx.execute(sql`
    update books.imports set events = ${JSON.stringify(rangesOf(numbers))}::jsonb, summary = ${JSON.stringify(summary)}::jsonb
    where id = ${importId}::uuid`);
  if (fileId !== null)
    await tx.execute(sql`
      update books.import_files set state = 'imported', done = null, done_of = null where id = ${fileId}::uuid`);
}
