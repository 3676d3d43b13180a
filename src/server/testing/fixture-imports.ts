// For tests of the doors: a file in a stand-in shop, in the state that a procedure needs.
import { createHash, randomUUID } from "node:crypto";
import { bringIn } from "@/books/imports/bring-in.ts";
import { keepFile, startImport } from "@/books/imports/files.ts";
import { keepImported, keepLook } from "@/books/imports/work.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { present } from "@/domain/assert.ts";
import { lookNow } from "../import-now.ts";
import { asMember, booksOf } from "./fixture-caller.ts";
import { CSV } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

export const IMPORT_PLAN = { ...planFor("receivables"), days: "mdy" as const, way: "history" as const };

/** Sent, and not looked at yet. */
export async function sentFile(shop: Shop): Promise<Buffer> {
  const bytes = Buffer.from(CSV(randomUUID()));
  const hash = createHash("sha256").update(bytes).digest();
  async function* parts() {
    yield bytes;
  }
  const books = await booksOf(shop);
  const file = { kind: "receivables" as const, name: "old.csv", size: bytes.length, hash };
  const kept = await books.change((open) => keepFile(open, file, parts()));
  shop.fileId = kept.fileId;
  return bytes;
}

/** Looked at, with nothing left to be asked. */
export async function readyFile(shop: Shop): Promise<void> {
  await lookedAt(shop);
}

async function lookedAt(shop: Shop) {
  const bytes = await sentFile(shop);
  const { member } = await asMember(shop, "owner");
  const file = { name: "old.csv", bytes, plan: IMPORT_PLAN };
  const looked = await lookNow(present(member, "the owner is a member"), file);
  const books = await booksOf(shop);
  await books.change((open) => keepLook(open, { fileId: shop.fileId, asked: 1 }, looked));
  return { bytes, ...looked };
}

export async function importedFile(shop: Shop): Promise<void> {
  const { bytes, look, table } = await lookedAt(shop);
  const { fileId } = shop;
  const hash = createHash("sha256").update(bytes).digest();
  const file = { name: "old.csv", hash, fileId, plan: look.plan, rows: 1, entries: table.entries, faulty: 0 };
  const books = await booksOf(shop);
  await books.change(async (open) => {
    await startImport(open, { fileId, asked: 1 });
    await bringIn(open, file);
    await keepImported(open, { fileId, asked: 2 });
    return null;
  });
}
