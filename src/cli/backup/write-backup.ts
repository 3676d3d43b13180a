// Writes a backup: one snapshot of everything, while everybody goes on working.
import fs from "node:fs";
import { createGzip } from "node:zlib";
import { finished } from "node:stream/promises";
import { to as copyTo } from "pg-copy-streams";
import { readApplied } from "@/db/migrations/applied.ts";
import { BackupError, line, measure, type Content, type Head } from "./backup-file.ts";
import { asOwner, copyIn, copyOut, hiddenTables, readTables, type Line, type Table } from "./tables.ts";

export const SNAPSHOT = "isolation level repeatable read read only";

export type Written = { head: Head; tables: Content };

/** `file` must not be there yet; nobody but its owner can read it. */
export async function writeBackup(migratorUrl: string, file: string): Promise<Written> {
  const packed = createGzip();
  const kept = packed.pipe(fs.createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }));
  const written = finished(kept);
  packed.on("error", (error) => kept.destroy(error));
  const write = async (piece: Buffer | string) => {
    if (!packed.write(piece)) await Promise.race([drained(packed), written]);
  };
  try {
    const work = asOwner(migratorUrl, SNAPSHOT, (owner) => writeAll(owner, write));
    const told = await Promise.race([work, written.then(() => work)]);
    packed.end();
    await written;
    return told;
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  } finally {
    packed.destroy();
  }
}

const drained = (stream: NodeJS.WritableStream) => new Promise((resolve) => stream.once("drain", resolve));

type Write = (piece: Buffer | string) => Promise<unknown>;

async function writeAll(owner: Line, write: Write): Promise<Written> {
  const hidden = await hiddenTables(owner.ask);
  if (hidden.length > 0)
    throw new BackupError(`the wall hides ${hidden.join(", ")} from the migrator's role.`);
  const { migrations } = await readApplied((query) => owner.ask(query));
  const [clock] = await owner.ask<{ at: string }>("select now()::text as at");
  const head: Head = { onaccountBackup: 1, madeAt: clock?.at ?? "", migrations: [...migrations] };
  await write(line(head));
  const tables: Content = {};
  for (const table of await readTables(owner)) tables[table.name] = await writeTable(owner, table, write);
  if (tables["directory.orgs"]?.rows === 0) throw new BackupError("there is no business to back up.");
  await write(line({ tables }));
  return { head, tables };
}

async function writeTable(owner: Line, table: Table, write: Write) {
  await write(`${copyIn(table)};\n`);
  const found = await eachPiece(owner, table, write);
  await write("\\.\n\n");
  return found;
}

/** Rows and digest of a table; `each` gets its text. */
export async function eachPiece({ client }: Line, table: Table, each: Write = async () => {}) {
  const measured = measure();
  for await (const piece of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) {
    measured.add(piece);
    await each(piece);
  }
  return measured.result();
}
