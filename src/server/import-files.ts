// Files to be imported, over HTTP: one comes in as it is, streamed to disk and from there into the books, so that no more
// than a part of it lies in memory; it goes out again as it was, with its faults as a file, and with templates to begin with.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { keepFile, readFaults, type KeptFault } from "@/books/imports/files.ts";
import { readFileName, readPart } from "@/books/imports/work.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { IMPORT_KINDS, KIND_NAMES, fieldsOf, type ImportKind } from "@/domain/imports/fields.ts";
import { LARGEST_IMPORT } from "@/domain/imports/file.ts";
import { permissionToImport } from "@/domain/permission.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { MemberActor } from "./actor.ts";
import { FairQueue } from "./heavy/fair-queue.ts";
import { enqueueImport } from "./jobs/queue.ts";
import { csvHeaders, csvOf, textColumn } from "./list-files/csv.ts";
import { CommandKey, keyOf } from "./trpc.ts";
import { answered, memberOf, mustBeAllowed, refusedAnswer, type Caller } from "./wire/file-door.ts";
import { SEALED } from "./wire/headers.ts";
import { namedFile } from "./wire/named-file.ts";
import { fromHeaders } from "./wire/request.ts";
import { isStorable } from "./wire/storable-text.ts";

const PART = 1024 * 1024;
const DOOR = "imports";

/** One at a time of each person, and so many of all: what is being sent lies on this disk until it is in the books. */
const UPLOADS = new FairQueue({ atWork: 8, atWorkEach: 1, waiting: 32, waitingEach: 4 });

const Asked = z.object({
  kind: z.enum(IMPORT_KINDS),
  name: z.string().max(500).refine(isStorable),
  key: CommandKey,
});

/** `?kind=…&name=…&key=…`, the body is the file. Answers { fileId }, and a look is asked for. */
export function answerUpload(request: Request, caller: Caller): Promise<Response> {
  return answered(request, caller, async (member, from) => {
    mustBeAllowed(member, "books:import", { from, path: DOOR });
    const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new Refusal("not-found");
    const { kind, key } = asked.data;
    mustBeAllowed(member, permissionToImport(kind), { from, path: DOOR });
    const name = asked.data.name.trim().slice(0, 200) || "file";
    const received = () =>
      onDisk(request, async ({ path, size, hash }) => {
        const input = { kind, name, sha256: hash.toString("hex") };
        const command = { key: keyOf(member, key), procedure: "imports.upload", input };
        return changeBooks(member, command, async (books) => {
          const parts = createReadStream(path, { highWaterMark: PART });
          const kept = await keepFile(books, { kind, name, size, hash }, parts as AsyncIterable<Uint8Array>);
          await enqueueImport(books, member, kept.fileId);
          return kept;
        });
      });
    return UPLOADS.run(member.userId, received, request.signal);
  });
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

/** The file as it was: to be saved, never shown. */
export function answerImportFile(request: Request, caller: Caller, fileId: string): Promise<Response> {
  return handedOut(request, caller, async (member) => {
    const id = idOf(fileId);
    const { name, size } = await readBooks(member, (books) => readFileName(books, id));
    let part = 0;
    // Each part by itself, when somebody fetches it: a slow line holds neither memory nor a transaction.
    const parts = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const content = await readBooks(member, (books) => readPart(books, id, part++));
          if (content) controller.enqueue(new Uint8Array(content));
          else controller.close();
        },
      },
      { highWaterMark: 1 },
    );
    return new Response(parts, {
      headers: {
        "content-type": "application/octet-stream",
        "content-length": String(size),
        "content-disposition": namedFile("attachment", name),
        "content-security-policy": SEALED,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}

const FAULTS = [
  { head: "Row", cell: ({ row }: KeptFault) => (row === 0 ? "" : String(row)) },
  textColumn<KeptFault>("Column", ({ column }) => column),
  textColumn<KeptFault>("What is wrong", ({ says }) => says),
];

/** Every fault of the last look, not only the first of each kind. */
export function answerFaults(request: Request, caller: Caller, fileId: string): Promise<Response> {
  return handedOut(request, caller, async (member) => {
    const { name, faults } = await readBooks(member, (books) => readFaults(books, idOf(fileId)));
    return csvAnswer(`Faults in ${name}`, csvOf(FAULTS, pagesOf([faults])));
  });
}

/** A file to begin with: every heading, and two rows as an example. */
export function answerTemplate(request: Request, caller: Caller, kind: string): Promise<Response> {
  return handedOut(request, caller, async () => {
    const asked = z.enum(IMPORT_KINDS).safeParse(kind);
    if (!asked.success) throw new Refusal("not-found");
    return csvAnswer(`${KIND_NAMES[asked.data]} template`, templateOf(asked.data));
  });
}

function templateOf(kind: ImportKind): AsyncGenerator<string> {
  const fields = Object.values(fieldsOf(kind));
  const columns = fields.map(({ name }, at) => textColumn<string[]>(name, (row) => row[at] ?? ""));
  const rows = [fields.map(({ example }) => example), fields.map(({ second }) => second)];
  return csvOf(columns, pagesOf([rows]));
}

async function* pagesOf<Row>(pages: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
  yield* pages;
}

async function csvAnswer(name: string, pieces: AsyncGenerator<string>): Promise<Response> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return new Response(text, { headers: csvHeaders(name) });
}

function idOf(fileId: string): string {
  const id = z.uuid().safeParse(fileId);
  if (!id.success) throw new Refusal("not-found");
  return id.data;
}

async function handedOut(
  request: Request,
  { user, org }: Caller,
  work: (member: MemberActor) => Promise<Response>,
): Promise<Response> {
  const from = fromHeaders(request.headers);
  try {
    const member = await memberOf(user, org, from);
    mustBeAllowed(member, "books:import", { from, path: DOOR });
    return await work(member);
  } catch (error) {
    return refusedAnswer(error, from);
  }
}
