// For tests of the doors: a file in a stand-in shop, in the state that a procedure needs.
import { createHash, randomUUID } from "node:crypto";
import { keepFile } from "@/books/imports/files.ts";
import { keepLook } from "@/books/imports/work.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { present } from "@/domain/assert.ts";
import { importNow, lookNow } from "../import-now.ts";
import { asMember, booksOf } from "./fixture-caller.ts";
import { CSV } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

export const IMPORT_PLAN = { ...planFor("receivables"), days: "mdy" as const, way: "history" as const };

/** For each route of the API that takes a file: its fields, and a file. */
export const FILES: Record<string, () => { fields: Record<string, string>; bytes: Buffer }> = {
  "imports.upload": () => ({
    fields: { kind: "receivables", name: "old.csv" },
    bytes: Buffer.from(CSV(randomUUID())),
  }),
};

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
  const { looked, books } = await lookedAt(shop, await sentFile(shop));
  await books.change((open) => keepLook(open, { fileId: shop.fileId, asked: 1 }, looked));
}

export async function importedFile(shop: Shop): Promise<void> {
  const { member, file, looked } = await lookedAt(shop, Buffer.from(CSV(randomUUID())));
  shop.fileId = (await importNow(member, file, looked)).fileId;
}

async function lookedAt(shop: Shop, bytes: Uint8Array) {
  const member = present((await asMember(shop, "owner")).member, "the owner is a member");
  const file = { name: "old.csv", bytes, plan: IMPORT_PLAN };
  return { member, file, looked: await lookNow(member, file), books: await booksOf(shop) };
}
