// A list of the product as a CSV file: behind the same permission and shape of question as the procedure that fills its
// page, and only for those who may take the books home; out of one snapshot, and sent page by page, so that fifty thousand rows are never in memory at once.
import { randomUUID } from "node:crypto";
import { TRPCError, type AnyTRPCQueryProcedure as Procedure, type inferProcedureInput } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { changeBooks, readBooksAtLeisure, type Books } from "@/books/open.ts";
import type { Permission } from "@/domain/permission.ts";
import type { Insider } from "../actor.ts";
import { parseKnownAtParam } from "../moment-query.ts";
import { csvHeaders, csvOf, type CsvColumn } from "./csv.ts";
import { isStorable } from "../wire/storable-text.ts";
import { log } from "../log.ts";
import { tellExport } from "../told-changes.ts";
import { admitted, refused, type Context } from "../trpc.ts";
import { troubleIn } from "../trouble.ts";

type Parser = { parse(input: unknown): unknown };

/** What an open file is read from: the books, whose they are, and the instant that was asked for. */
export type Open = { books: Books; member: Insider; knownAt: string | null };
type Page<Row> = { rows: readonly Row[]; next: string | null };

type ListOf<P extends Procedure, Row> = {
  /** Part of the file's name. */
  name: string;
  /** Whose permission it takes, and whose input it understands. */
  procedure: P;
  columns: (member: Insider) => readonly CsvColumn<Row>[];
  page: (open: Open, input: Exclude<inferProcedureInput<P>, void>, size: number) => Promise<Page<Row>>;
};
export type ListFile = {
  name: string;
  permission: Permission;
  parse: (input: unknown) => unknown;
  pieces: (open: Open, input: unknown) => AsyncGenerator<string>;
};

/** Enough for few queries, and few enough for little memory. */
const PAGE = 2000;

export function listFile<P extends Procedure, Row>(list: ListOf<P, Row>): ListFile {
  const { inputs, meta } = list.procedure._def as unknown as {
    inputs: [Parser];
    meta: { permission: Permission };
  };
  type Input = Exclude<inferProcedureInput<P>, void>;
  async function* pagesOf(open: Open, input: Input): AsyncGenerator<readonly Row[]> {
    let cursor: string | null = null;
    do {
      const asked = cursor === null ? input : { ...(input as object), cursor };
      const page: Page<Row> = await list.page(open, asked as Input, PAGE);
      yield page.rows;
      cursor = page.next;
    } while (cursor !== null);
  }
  return {
    name: list.name,
    permission: meta.permission,
    parse: (input) => inputs[0].parse(input),
    pieces: (open, input) => csvOf(list.columns(open.member), pagesOf(open, input as Input)),
  };
}

/** The file as an answer; what can't be answered is said in words, with the status that the procedure would have. */
export async function answerList(context: Context, list: ListFile, asked: unknown): Promise<Response> {
  try {
    const path = `${list.name}.csv`;
    const { member } = admitted(context, list.permission, path);
    admitted(context, "books:export", path);
    const input = list.parse(asked);
    if (!isStorable(input)) throw new TRPCError({ code: "BAD_REQUEST" });
    const knownAt = await parseKnownAtParam(input);
    const body = await streamed((send) =>
      readBooksAtLeisure(member, async (books) => {
        let isNoted = false;
        for await (const piece of list.pieces({ books, member, knownAt }, input)) {
          if (!isNoted) {
            await noteExport(member, list.name, input);
            tellExport(member, context.from, path);
          }
          isNoted = true;
          await send(piece, () => books.tx.execute("select 1"));
        }
      }),
    );
    return new Response(body, { headers: csvHeaders(`${member.orgName} ${list.name} ${member.today}`) });
  } catch (error) {
    const failure = refused(error);
    if (!(failure instanceof TRPCError)) throw failure;
    const status = getHTTPStatusCodeFromError(failure);
    const words = troubleIn(failure, false)?.message ?? failure.cause?.message ?? failure.message;
    return new Response(words, {
      status,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
    });
  }
}

/** Who took what home is kept before the first row leaves. */
async function noteExport(member: Insider, name: string, input: unknown): Promise<void> {
  const command = { key: randomUUID(), procedure: `export.${name}`, input };
  await changeBooks(member, command, () => Promise.resolve(null));
}

type Send = (piece: string, stillThere: () => Promise<unknown>) => Promise<void>;

/** This much may wait to be fetched before the work waits, too. */
const AHEAD = 1024 * 1024;
/** The database ends a transaction that idles for ten seconds; a slow line gets a minute. */
const NUDGE_MS = 5_000;
const NUDGES = 12;

/** What `work` sends, as the body of an answer. It begins with the first piece, so that what fails before it is no file. */
async function streamed(work: (send: Send) => Promise<void>): Promise<ReadableStream<Uint8Array>> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    {},
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
  );
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const begun = Promise.withResolvers<null>();
  const done = work(async (piece, stillThere) => {
    const sent = writer.write(encoder.encode(piece));
    sent.catch(() => {});
    begun.resolve(null);
    for (let nudge = 0; !(await fetched(writer.ready)); nudge++) {
      if (nudge === NUDGES) throw new Error("nobody fetches it");
      await stillThere();
    }
  });
  done
    .then(
      () => writer.close(),
      (error: unknown) => {
        begun.reject(error);
        log().info({ err: error }, "a file was not sent to its end");
        return writer.abort(error);
      },
    )
    .catch(() => {});
  await begun.promise;
  return readable;
}

/** Whether there is room for more, before it's time for a nudge. A reader who went away is an error. */
async function fetched(ready: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), NUDGE_MS);
  });
  try {
    return await Promise.race([ready.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
