// What drizzle/ holds: the migrations in the order of drizzle-kit's journal, and the functions, one per file and each
// after those that it names. Each has the hash by which a database that has it is known.
// No file of ours imports through `@/` here: it also runs under plain Node, before any build.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Version } from "./version.ts";

export type Migration = { tag: string; hash: string; sql: string };
export type FunctionFile = { name: string; hash: string; sql: string };
export type Folder = { migrations: readonly Migration[]; functions: readonly FunctionFile[] };

export type Journal = { entries: readonly { idx: number; when: number; tag: string }[] };

export function readFolder(folder: string): Folder {
  return {
    migrations: readMigrations(folder),
    functions: inOrder(readFunctions(path.join(folder, "functions"))),
  };
}

/** What a build keeps of it (next.config.mjs, cli/build.mjs), to know later which database is its own. */
export function readVersion(folder: string): Version {
  const { migrations, functions } = readFolder(folder);
  return {
    migrations: migrations.map(({ tag, hash }) => ({ tag, hash })),
    functions: functions.map(({ name, hash }) => ({ name, hash })),
  };
}

export function readJournal(folder: string): Journal {
  return JSON.parse(fs.readFileSync(path.join(folder, "meta/_journal.json"), "utf8")) as Journal;
}

function readMigrations(folder: string): Migration[] {
  return readJournal(folder).entries.map(({ tag }) => ({ tag, ...read(path.join(folder, `${tag}.sql`)) }));
}

function readFunctions(folder: string): FunctionFile[] {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files
    .sort()
    .map((file) => ({ name: path.basename(file, ".sql"), ...read(path.join(folder, file)) }));
}

/** A checkout on Windows may end its lines otherwise; that is no other version. */
function read(file: string) {
  const sql = fs.readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  return { sql, hash: createHash("sha256").update(sql).digest("hex") };
}

/** What a function is made of has to be there first: its file is the one that names the other. */
function inOrder(files: readonly FunctionFile[]): FunctionFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const ordered = new Set<FunctionFile>();
  const add = (file: FunctionFile, above: readonly FunctionFile[]) => {
    if (ordered.has(file)) return;
    if (above.includes(file))
      throw new Error(
        `drizzle/functions: ${[...above, file].map(({ name }) => name).join(" → ")} is a circle`,
      );
    for (const [, name = ""] of file.sql.matchAll(/\bbooks\.(\w+)/g)) {
      const named = byName.get(name);
      if (named && named !== file) add(named, [...above, file]);
    }
    ordered.add(file);
  };
  for (const file of files) add(file, []);
  return [...ordered];
}
