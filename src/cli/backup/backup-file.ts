// The file: gzipped text that psql reads as well, a COPY for each table, between a first line that says what it is and
// which version it is of, and a last one that says how much of it there must be.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

const Migration = z.object({ tag: z.string(), hash: z.string() });
export const Head = z.object({
  onaccountBackup: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(Migration).min(1),
});
export type Head = z.infer<typeof Head>;

/** By table: how many rows, and the digest of their text. */
const Content = z.record(z.string(), z.object({ rows: z.number().int().min(0), sha256: z.string() }));
export type Content = z.infer<typeof Content>;
export const Foot = z.object({ tables: Content });

/** A slip of whoever brings the file: one line. */
export class BackupError extends Error {}

export const line = (what: unknown): string => `-- ${JSON.stringify(what)}\n`;

/** Counts what passes, and takes its digest. */
export function measure() {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    add(piece: Buffer): void {
      hash.update(piece);
      // A line feed within a value is written as \n: each of these ends a row.
      for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) rows++;
    },
    result: () => ({ rows, sha256: hash.digest("hex") }),
  };
}

const NEWLINE = 0x0a;
const END = Buffer.from("\\.");

export type Part =
  | { kind: "head"; head: Head }
  | { kind: "copy"; name: string; columns: string[]; rows: AsyncGenerator<Buffer> }
  | { kind: "foot"; tables: Content };

/** Part after part; the rows of one are read before the next comes. */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const lines = linesOf(file);
  yield { kind: "head", head: parsed(Head, await nextText(lines)) };
  for (;;) {
    const text = await nextText(lines);
    if (text === "") continue;
    const copy = /^copy ([a-z]\w*\.[a-z]\w*) \((.+)\) from stdin;$/.exec(text);
    if (!copy?.[1] || !copy[2]) {
      yield { kind: "foot", tables: parsed(Foot, text).tables };
      return;
    }
    const rows = rowsOf(lines);
    yield { kind: "copy", name: copy[1], columns: copy[2].split(", "), rows };
    // What nobody read is passed over.
    for await (const _row of rows);
  }
}

async function* rowsOf(lines: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await lines.next();
    if (next.done) throw new BackupError("the backup breaks off: it isn't whole.");
    const row = next.value;
    if (row.length === END.length + 1 && row.subarray(0, -1).equals(END)) return;
    yield row;
  }
}

/** Each with its line feed. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const unpacked = createGunzip();
  const read = pipeline(createReadStream(file), unpacked);
  // Told where it is read.
  read.catch(() => {});
  let rest: Buffer[] = [];
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
        rest.push(piece.subarray(from, at + 1));
        yield Buffer.concat(rest);
        rest = [];
        from = at + 1;
      }
      if (from < piece.length) rest.push(piece.subarray(from));
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

async function nextText(lines: AsyncGenerator<Buffer>): Promise<string> {
  const next = await lines.next();
  if (next.done) throw new BackupError("the backup breaks off: it isn't whole.");
  return next.value.toString("utf8").trimEnd();
}

function parsed<T>(shape: z.ZodType<T>, text: string): T {
  try {
    return shape.parse(JSON.parse(text.replace(/^-- /, "")));
  } catch {
    throw new BackupError("this is no backup of Onaccount, or not of a kind that this version knows.");
  }
}
