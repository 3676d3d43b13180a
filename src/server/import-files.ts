// Files to be imported, as a browser sends and fetches them: one comes in as it is (import-upload.ts); it goes out again as it
// was, with its faults as a file, and with templates to begin with.
import { z } from "zod";
import { listFaults } from "@/books/imports/fault-list.ts";
import { readFileName, readPart } from "@/books/imports/work.ts";
import type { Page } from "@/books/lists/list-order.ts";
import { readBooks, type Books } from "@/books/open.ts";
import type { RowFault } from "@/domain/imports/faults.ts";
import { IMPORT_KINDS, KIND_NAMES, fieldsOf, type ImportKind } from "@/domain/imports/fields.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { MemberActor } from "./actor.ts";
import { FileName, receiveImport } from "./import-upload.ts";
import { csvHeaders, csvOf, textColumn } from "./list-files/csv.ts";
import { CommandKey } from "./trpc.ts";
import { answered, memberOf, mustBeAllowed, refusedAnswer, type Caller } from "./wire/file-door.ts";
import { SEALED } from "./wire/headers.ts";
import { namedFile } from "./wire/named-file.ts";
import { fromHeaders } from "./wire/request.ts";

const DOOR = "imports";

const Asked = z.object({
  kind: z.enum(IMPORT_KINDS),
  name: FileName,
  key: CommandKey,
});

/** `?kind=…&name=…&key=…`, the body is the file. Answers { fileId }, and a look is asked for. */
export function answerUpload(request: Request, caller: Caller): Promise<Response> {
  return answered(request, caller, async (member, from) => {
    mustBeAllowed(member, "books:import", { from, path: DOOR });
    const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new Refusal("not-found");
    return receiveImport(member, { ...asked.data, request, from });
  });
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
  { head: "Row", cell: ({ row }: RowFault) => (row === 0 ? "" : String(row)) },
  textColumn<RowFault>("Column", ({ column }) => column),
  textColumn<RowFault>("What is wrong", ({ says }) => says),
];

/** Every fault of the last look, not only the first of each kind. */
export function answerFaults(request: Request, caller: Caller, fileId: string): Promise<Response> {
  return handedOut(request, caller, async (member) => {
    const id = idOf(fileId);
    const { name, pages } = await readBooks(member, async (books) => ({
      pages: await allFaults(books, id),
      name: (await readFileName(books, id)).name,
    }));
    return csvAnswer(`Faults in ${name}`, csvOf(FAULTS, pagesOf(pages)));
  });
}

const FAULTS_AT_ONCE = 20_000;

async function allFaults(books: Books, fileId: string): Promise<(readonly RowFault[])[]> {
  const pages: (readonly RowFault[])[] = [];
  let next: string | null = null;
  do {
    const page: Page<RowFault> = await listFaults(
      books,
      { fileId, ...(next !== null && { cursor: next }) },
      FAULTS_AT_ONCE,
    );
    pages.push(page.rows);
    next = page.next;
  } while (next !== null);
  return pages;
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
