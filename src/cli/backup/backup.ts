// npm run backup -- FILE: writes everything into one file while everybody goes on working, then restores it into a
// database of its own and proves that; the file gets its name when that has gone well. restore.ts is its counterpart.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { closePool } from "@/db/client.ts";
import { needed } from "@/env.ts";
import { openDatabase } from "../database.mjs";
import { openDataDir } from "../datadir.mjs";
import { usePool } from "../own-pool.ts";
import { commandLine, count, provenWords, say } from "./command-line.ts";
import { BackupError } from "./backup-file.ts";
import { loadBackup } from "./load-backup.ts";
import { proveRestored } from "./prove-restored.ts";
import { writeBackup } from "./write-backup.ts";

await commandLine("backup", { "no-proof": "don't restore it for a proof" }, async (file, options) => {
  if (fs.existsSync(file)) throw new BackupError(`${file} is there already.`);
  const unproven = `${file}.unproven`;
  fs.rmSync(unproven, { force: true });
  const { tables } = await writeBackup(needed("MIGRATOR_DATABASE_URL"), unproven);
  const rows = Object.values(tables).reduce((sum, each) => sum + each.rows, 0);
  say(`${count(rows, "row")} of ${count(Object.keys(tables).length, "table")} written`);
  if (!options.has("no-proof")) await prove(unproven);
  fs.renameSync(unproven, file);
  say(`${file}, ${Math.ceil(fs.statSync(file).size / 1e5) / 10} MB`);
});

async function prove(file: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-backup-"));
  const database = await openDatabase({ data: openDataDir(folder), outside: undefined, say: () => {} });
  try {
    const loaded = await loadBackup(database.migrator, file);
    usePool(database.app);
    const { faults, ...proven } = await proveRestored(database.migrator, loaded);
    if (faults.length > 0) throw new BackupError(`it doesn't prove: ${faults.join("; ")}`);
    say(`restored into a database of its own and ${provenWords(proven)}`);
  } finally {
    await closePool();
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
