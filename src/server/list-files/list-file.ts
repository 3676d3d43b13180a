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
import { streamed } from "../wire/streamed.ts";
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
    return refusedFile(error);
  }
}

/** What can't be answered, in words, with the status that the procedure would have; what is a fault of ours is thrown on. */
export function refusedFile(error: unknown): Response {
  const failure = refused(error);
  if (!(failure instanceof TRPCError)) throw failure;
  const status = getHTTPStatusCodeFromError(failure);
  const words = troubleIn(failure, false)?.message ?? failure.cause?.message ?? failure.message;
  return new Response(words, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
}

/** Who took what home is kept before the first row leaves. */
export async function noteExport(member: Insider, name: string, input: unknown): Promise<void> {
  const command = { key: randomUUID(), procedure: `export.${name}`, input };
  await changeBooks(member, command, () => Promise.resolve(null));
}
