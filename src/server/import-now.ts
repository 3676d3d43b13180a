// Reads a file and brings it in at once, where nobody waits for a page: the operator's line, the bench, the demo. The same
// reader, the same look and the same import as the worker's.
import { createHash, randomUUID } from "node:crypto";
import { bringIn } from "@/books/imports/bring-in.ts";
import { lookInBooks } from "@/books/imports/look.ts";
import { mustBeSettled } from "@/books/imports/files.ts";
import { readStart } from "@/books/business/set-up-books.ts";
import { changeBooks, readBooks, type Asker } from "@/books/open.ts";
import type { ImportSummary } from "@/domain/imports/file.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import { readTable, type ReadTable } from "@/domain/imports/read-table.ts";
import { PLAIN_LOCALE } from "@/domain/values/written-number.ts";
import { sheetOf } from "./import-reader/sheet-of.ts";

export type GivenFile = { name: string; bytes: Uint8Array; plan: ImportPlan };
export type Fault = { row: number; column: string; says: string };
export type LookedAt = { look: ImportLook; faults: readonly Fault[]; table: ReadTable };

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

export async function lookNow(asker: Asker, { bytes, plan }: GivenFile): Promise<LookedAt> {
  const startOn = await readBooks(asker, readStart);
  const { currency, today } = asker;
  const ground = { currency, today, startOn, locale: PLAIN_LOCALE };
  const table = await readTable(await sheetOf(bytes, plan.kind), plan, ground);
  const looked = await readBooks(asker, (books) => lookInBooks(books, hashOf(bytes), table));
  return { ...looked, table };
}

/** Refuses what a start on the page would refuse: open questions, faults, a file that was imported before. */
export async function importNow(
  asker: Asker,
  { name, bytes }: GivenFile,
  { look, table }: LookedAt,
): Promise<ImportSummary> {
  mustBeSettled(look);
  const { entries, faults } = table;
  const faulty = new Set(faults.map(({ row }) => row)).size;
  const file = {
    name,
    hash: hashOf(bytes),
    fileId: null,
    plan: look.plan,
    rows: look.figures.rows,
    entries,
    faulty,
  };
  // The file's own hash keeps it from being posted twice; the key is this try's.
  const command = { key: randomUUID(), procedure: "imports.bringIn", input: { name } };
  return changeBooks(asker, command, (books) => bringIn(books, file));
}
