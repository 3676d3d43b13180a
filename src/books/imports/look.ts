// What the books know of a file: who of its customers is known, what of it is there already, and whether it was imported.
import { sql } from "drizzle-orm";
import type { FileEntries } from "@/domain/imports/entries.ts";
import { FaultBook, type RowFault } from "@/domain/imports/faults.ts";
import type { FileLook, ImportLook } from "@/domain/imports/look.ts";
import { matchCustomers } from "@/domain/imports/match-customers.ts";
import type { Books } from "../open.ts";
import { findKnownDocuments } from "./known-documents.ts";
import { readKnownCustomers } from "./known-customers.ts";

type Read = { look: FileLook; entries: FileEntries; hash: Uint8Array };

const MOST_NEAR = 200;

export async function lookInBooks(books: Books, { look, entries, hash }: Read): Promise<ImportLook> {
  const already = await readImported(books, look.kind, hash);
  const matched = matchCustomers(entries.customers, await readKnownCustomers(books), look.plan.customers);
  const known = await findKnownDocuments(
    books,
    entries.entries,
    ({ customer }) => matched.known.get(customer)?.customerId,
  );
  return {
    ...look,
    ...withFaults(look, already ? [] : known.faults),
    newCustomers: matched.fresh.length,
    matchedCustomers: matched.known.size,
    near: matched.near.slice(0, MOST_NEAR),
    alreadyThere: known.skipped.size,
    already,
  };
}

/** Those that the file has by itself come first. */
function withFaults(look: FileLook, more: readonly RowFault[]): Pick<FileLook, "faults" | "faultCount"> {
  const book = new FaultBook();
  for (const fault of more) book.add({ ...fault, kind: "in the books already" });
  return { faults: [...look.faults, ...book.groups], faultCount: look.faultCount + book.count };
}

/** When this very file was imported, and by whom; null when it wasn't, or that was undone. */
export async function readImported(
  { tx }: Books,
  kind: string,
  hash: Uint8Array,
): Promise<{ at: string; by: string } | null> {
  const [row] = await tx.execute<{ at: string; by: string }>(sql`
    select recorded_at as at, imported_by as by from books.imports
    where kind = ${kind} and file_hash = ${hash} and undone_at is null`);
  return row ?? null;
}
