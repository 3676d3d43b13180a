// What the tests of migrations work on: a copy of a database that is up to date, and a folder of its own to change.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { versionFaults } from "../directory/standing.ts";
import { migrate } from "../migrate.ts";
import { readJournal, readVersion } from "../migrations/folder.ts";
import { MigrationError } from "../migrations/run.ts";
import { direct, drizzleOn } from "./direct.ts";
import { copyDatabase, makeDatabase } from "../own-database.ts";

export const DRIZZLE = path.join(import.meta.dirname, "../../../drizzle");

/** Each test of the file gets its own; `name` is that of the databases. */
export function ownDrizzle(name: string) {
  const here = {} as { template: OwnDatabase; database: OwnDatabase; owner: postgres.Sql; folder: string };
  beforeAll(async () => {
    here.template = await makeDatabase(name);
  });
  afterAll(() => here.template.remove());
  beforeEach(async () => {
    here.folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-drizzle-"));
    // Without drizzle-kit's pictures of the schema, which are most of it: nothing here reads them.
    fs.cpSync(DRIZZLE, here.folder, {
      recursive: true,
      filter: (file) => !file.endsWith("_snapshot.json"),
    });
    here.database = await copyDatabase(name, `${name}_copy`);
    const connection = { role: "onaccount_owner" };
    here.owner = postgres(here.database.migratorUrl, { max: 1, onnotice: () => {}, connection });
  });
  afterEach(async () => {
    await here.owner.end();
    await here.database.remove();
    fs.rmSync(here.folder, { recursive: true });
  });
  return { here, ...filesOf(here), ...databaseOf(here) };
}

type OwnDatabase = Awaited<ReturnType<typeof makeDatabase>>;
type Entries = ReturnType<typeof readJournal>["entries"];

function filesOf(here: { folder: string }) {
  const at = (file: string) => path.join(here.folder, file);
  const read = (file: string) => fs.readFileSync(at(file), "utf8");
  const write = (file: string, text: string) => fs.writeFileSync(at(file), text);
  const writeJournal = (entries: Entries) =>
    write(
      "meta/_journal.json",
      JSON.stringify({ entries: entries.map((entry, idx) => ({ ...entry, idx })) }),
    );
  return {
    read,
    write,
    writeJournal,
    remove: (file: string) => fs.rmSync(at(file)),
    edit: (file: string, from: string, to: string) => {
      expect(read(file)).toContain(from);
      write(file, read(file).replace(from, to));
    },
    addMigration: (tag: string, text: string) => {
      write(`${tag}.sql`, text);
      writeJournal([...readJournal(here.folder).entries, { idx: 0, when: 9e12, tag }]);
    },
  };
}

function databaseOf(here: { database: OwnDatabase; owner: postgres.Sql; folder: string }) {
  const bringUp = () => migrate(here.database.migratorUrl, here.folder);
  return {
    bringUp,
    /** What the server says at its start, in the app's role. */
    faults: async () => {
      const app = direct(here.database.appUrl);
      const said = await versionFaults(drizzleOn(app), readVersion(here.folder));
      await app.end();
      return said;
    },
    refusal: async () => {
      const error: unknown = await bringUp().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(MigrationError);
      return error instanceof MigrationError ? error : new MigrationError("");
    },
    /** Every function and trigger, each with where its row lies: it moves with any change. */
    catalogue: async () => {
      const rows = await here.owner<{ is: string; row: string }[]>`
        select oid::regprocedure::text as is, ctid::text as row from pg_proc where pronamespace = 'books'::regnamespace
        union all select tgrelid::regclass || ' ' || tgname, t.ctid::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'books'::regnamespace and not tgisinternal order by 1`;
      return new Map(rows.map(({ is, row }) => [is, row]));
    },
  };
}

export const touched = (before: Map<string, string>, after: Map<string, string>) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((is) => before.get(is) !== after.get(is));
