// npm run restore -- FILE: into the database of DATA_DIR, or the operator's own, while no copy runs on it.
import { closePool } from "@/db/client.ts";
import { needed } from "@/env.ts";
import { BackupError } from "./backup-file.ts";
import { commandLine, provenWords, say } from "./command-line.ts";
import { loadBackup } from "./load-backup.ts";
import { proveRestored } from "./prove-restored.ts";

const OPTIONS = { replace: "what is there makes way for it" };

await commandLine("restore", OPTIONS, async (file, options) => {
  const migratorUrl = needed("MIGRATOR_DATABASE_URL");
  const loaded = await loadBackup(migratorUrl, file, { replace: options.has("replace") });
  try {
    const { faults, ...proven } = await proveRestored(migratorUrl, loaded);
    if (faults.length > 0) throw new BackupError(`it was loaded, but doesn't prove: ${faults.join("; ")}`);
    say(provenWords(proven));
  } finally {
    await closePool();
  }
});
