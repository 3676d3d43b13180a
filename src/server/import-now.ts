// Reads a file and brings it in at once, where nobody waits for a page: the operator's line, the bench, the demo. The same
// reader, the same look and the same import as the worker's.
import { createHash, randomUUID } from "node:crypto";
import { bringIn } from "@/books/imports/bring-in.ts";
import { lookInBooks } from "@/books/imports/look.ts";
import { keepFile, startImport } from "@/books/imports/files.ts";
import { keepImported, keepLook } from "@/books/imports/work.ts";
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

/**
 * Keeps the file, too, so that it is listed and can be undone as if it had been sent. Refuses what a start on the page
 * would refuse: open questions, faults, a file that was imported before.
 */
export async function importNow(
  asker: Asker,
  { name, bytes }: GivenFile,
  { look, faults, table }: LookedAt,
): Promise<{ fileId: string; summary: ImportSummary }> {
  const hash = hashOf(bytes);
  const faulty = new Set(table.faults.map(({ row }) => row)).size;
  const { plan } = look;
  const file = { name, hash, plan, rows: look.figures.rows, entries: table.entries, faulty };
  // The file's own hash keeps it from being posted twice; the key is this try's.
  const command = { key: randomUUID(), procedure: "imports.bringIn", input: { name } };
  return changeBooks(asker, command, async (books) => {
    const kept = { kind: plan.kind, name: name.slice(0, 200), size: bytes.length, hash };
    const { fileId } = await keepFile(books, kept, partsOf(bytes));
    await keepLook(books, { fileId, asked: 1 }, { look, faults });
    const { asked } = await startImport(books, { fileId, asked: 1 });
    const summary = await bringIn(books, { ...file, fileId });
    await keepImported(books, { fileId, asked });
    return { fileId, summary };
  });
}

const PART = 1024 * 1024;

async function* partsOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART) yield bytes.subarray(at, at + PART);
}
