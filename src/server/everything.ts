// All of a business in one zip, to take home: each of its lists and reports as a file, the statements as they were issued, and what
// was attached. Out of one snapshot, sent piece by piece, one at a time: it holds a connection for as long as somebody fetches it.
import {
  everyAttachment,
  everySignature,
  everyStatementFile,
  measureKept,
  type KeptFile,
} from "@/books/business/kept-files.ts";
import { TAKEN, TAKING } from "@/books/business/taken-home.ts";
import { readBooksAtLeisure, type Books } from "@/books/open.ts";
import { maySeeFiles, sizeText } from "@/domain/business/attachment.ts";
import { may, tenantOf, type Insider } from "./actor.ts";
import { EVERY_LIST } from "./everything-lists.ts";
import { FairQueue } from "./heavy/fair-queue.ts";
import { noteExport, refusedFile, type ListFile } from "./list-files/list-file.ts";
import { tellExport } from "./told-changes.ts";
import { admitted, type Context } from "./trpc.ts";
import { fileName, namedFile } from "./wire/named-file.ts";
import { streamed } from "./wire/streamed.ts";
import { zipped, type ZipEntry } from "./wire/zip-stream.ts";

const LONGEST_NAME = 100;

/** A zip of today's kind holds 4 GB and 65,535 files; with room for the lists. */
const MOST = { bytes: 3_000_000_000, files: 60_000 };

// Next bundles each route apart; there is one queue for all of them. One at a time of all: each holds one of the few connections
// that files are read by.
const kept = globalThis as typeof globalThis & { onaccountEverything?: FairQueue };
const queue = () =>
  (kept.onaccountEverything ??= new FairQueue({ atWork: 1, atWorkEach: 1, waiting: 0, waitingEach: 0 }));

/** The zip as an answer; refused in words where they may not, or where one is being made: "crowded". */
export async function answerEverything(context: Context): Promise<Response> {
  try {
    const { member } = admitted(context, "books:export", `${TAKING}.zip`);
    const body = await streamed((send) =>
      queue().run(tenantOf(member), () =>
        readBooksAtLeisure(member, async (books) => {
          let isNoted = false;
          for await (const piece of zipped(entries(books, member))) {
            if (!isNoted) {
              await noteExport(member, TAKING, {});
              tellExport(member, context.from, `${TAKING}.zip`);
            }
            isNoted = true;
            await send(piece, () => books.tx.execute("select 1"));
          }
          await noteExport(member, TAKEN, {});
        }),
      ),
    );
    return new Response(body, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": namedFile("attachment", fileName(`${member.orgName} ${member.today}`, "zip")),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return refusedFile(error);
  }
}

async function* entries(books: Books, member: Insider): AsyncGenerator<ZipEntry> {
  const lists = EVERY_LIST.filter(({ permission }) => may(member, permission));
  const { files, bytes } = await measureKept(books);
  const isWithFiles = files <= MOST.files && bytes <= MOST.bytes;
  yield text("README.txt", readme(member, { lists, files, bytes, isWithFiles }));
  for (const list of lists)
    yield { name: `lists/${list.name}.csv`, isPacked: false, pieces: encoded(list, { books, member }) };
  if (!isWithFiles) return;
  for await (const file of everyStatementFile(books)) yield packed("statements", file);
  for await (const file of everySignature(books)) yield packed("signatures", file);
  const mayKeep = (kind: Parameters<typeof maySeeFiles>[0]) => may(member, maySeeFiles(kind));
  for await (const file of everyAttachment(books, mayKeep))
    yield packed(`attachments/${file.kind}s/${plain(file.of)}`, file);
}

async function* encoded(
  list: ListFile,
  { books, member }: { books: Books; member: Insider },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces = list.pieces({ books, member, knownAt: null }, list.parse({}));
  for await (const piece of pieces) yield encoder.encode(piece);
}

const packed = (folder: string, { name, content }: KeptFile): ZipEntry => ({
  name: `${folder}/${plain(name)}`,
  isPacked: true,
  pieces: only(content),
});

const text = (name: string, words: string): ZipEntry => ({
  name,
  isPacked: false,
  pieces: only(new TextEncoder().encode(words)),
});

async function* only(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

/** No name of theirs is a way to another folder, or no name at all on some system; a long one keeps its ending. */
function plain(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N} ._()-]+/gu, "-")
    .replace(/^[ .]+|[ .]+$/g, "");
  const [, stem = safe, ending = ""] = /^(.*?)(\.\w{1,5})?$/su.exec(safe) ?? [];
  const short = [...stem].slice(0, LONGEST_NAME).join("") + ending;
  return short === "" ? "unnamed" : short;
}

type Told = { lists: readonly ListFile[]; files: number; bytes: number; isWithFiles: boolean };

function readme({ orgName, orgSlug, today, currency }: Insider, told: Told): string {
  const { lists, files, bytes, isWithFiles } = told;
  return [
    `${orgName} (${orgSlug}), as its books stood on ${today}`,
    "",
    "lists/        Each list and report as a CSV file: UTF-8, a comma between cells, days as 2026-06-30, amounts as plain",
    `              decimals in the currency that the head names, or a column beside them (at home ${currency}).`,
    "              journal.csv has every line of every event: all else can be worked out from it.",
    ...(isWithFiles
      ? [
          "statements/   Each statement that was issued, as a PDF, by its number.",
          "signatures/   What customers signed at the counter, as pictures, and what they were shown (.json), by the number of the invoice.",
          "attachments/  What was attached, by what it hangs on.",
        ]
      : [
          `The ${files} PDFs and attachments (${sizeText(bytes)}) are too much for one zip and aren't in it. Save those that`,
          "you need from their own pages.",
        ]),
    "",
    "In lists/:",
    ...lists.map(({ name }) => `  ${name}.csv`),
    "",
  ].join("\r\n");
}
