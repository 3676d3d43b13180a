// A file to be imported, as it arrives: streamed to disk and from there into the books, so that no more than a part of it lies in
// memory. One way for people and for programs.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { keepFile } from "@/books/imports/files.ts";
import { changeBooks } from "@/books/open.ts";
import type { ImportKind } from "@/domain/imports/fields.ts";
import { LARGEST_IMPORT } from "@/domain/imports/file.ts";
import { permissionToImport } from "@/domain/permission.ts";
import { Refusal } from "@/domain/refusal.ts";
import { tenantOf, type Insider } from "./actor.ts";
import { FairQueue } from "./heavy/fair-queue.ts";
import { enqueueImport } from "./jobs/queue.ts";
import { keyOf } from "./trpc.ts";
import { mustBeAllowed } from "./wire/file-door.ts";
import type { From } from "./wire/request.ts";
import { isStorable } from "./wire/storable-text.ts";

const PART = 1024 * 1024;

/**
 * One at a time of each person, and of a business's programs together; so many of all: what is being sent lies on this disk
 * until it is in the books.
 */
const UPLOADS = new FairQueue({ atWork: 8, atWorkEach: 1, waiting: 32, waitingEach: 4 });

/** As whatever sends it calls it. */
export const FileName = z
  .string()
  .max(500)
  .refine(isStorable, "That name can’t be kept.")
  .meta({ examples: ["open-items.csv"] });

type Upload = { request: Request; from: From; kind: ImportKind; name: string; key: string };

/** Keeps the request's body, once for `key`, and asks for a look. */
export async function receiveImport(
  member: Insider,
  { request, from, kind, name, key }: Upload,
): Promise<{ fileId: string }> {
  mustBeAllowed(member, permissionToImport(kind), { from, path: "imports" });
  const called = name.trim().slice(0, 200) || "file";
  const received = () =>
    onDisk(request, async ({ path, size, hash }) => {
      const input = { kind, name: called, sha256: hash.toString("hex") };
      const command = { key: keyOf(member, key), procedure: "imports.upload", input };
      return changeBooks(member, command, async (books) => {
        const parts = createReadStream(path, { highWaterMark: PART });
        const file = { kind, name: called, size, hash };
        const kept = await keepFile(books, file, parts as AsyncIterable<Uint8Array>);
        await enqueueImport(books, member, kept.fileId);
        return kept;
      });
    });
  return UPLOADS.run(member.userId ?? tenantOf(member), received, request.signal);
}

type OnDisk = { path: string; size: number; hash: Buffer };

async function onDisk<T>(request: Request, work: (file: OnDisk) => Promise<T>): Promise<T> {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_IMPORT)
    throw new Refusal("import-too-large");
  if (!request.body) throw new Refusal("file-unreadable", { reason: "The file is empty." });
  const path = join(tmpdir(), `onaccount-import-${randomUUID()}`);
  const hash = createHash("sha256");
  let size = 0;
  async function* counted(body: AsyncIterable<Uint8Array>) {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > LARGEST_IMPORT) throw new Refusal("import-too-large");
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    const body = Readable.from(counted(request.body));
    await pipeline(body, createWriteStream(path, { mode: 0o600, flags: "wx" }));
    if (size === 0) throw new Refusal("file-unreadable", { reason: "The file is empty." });
    return await work({ path, size, hash: hash.digest() });
  } finally {
    await unlink(path).catch(() => {});
  }
}
