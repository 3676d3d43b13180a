// `npm run …`: a command of the project under a Node and packages that fit, with a database where it needs
// one. `books` and its like use the running copy of DATA_DIR, or start the database for themselves.
import { UserError, databaseUserError, exitOnUserError } from "./user-error.mjs";
import { openDataDir } from "./datadir.mjs";
import { authSecrets, dataDir, outside, urlSetting } from "./settings.mjs";
import { keys } from "./keys.mjs";
import { node, script } from "./scripts.mjs";
import { ensureInstall, ensureNode } from "./toolchain.mjs";

const [command, ...args] = process.argv.slice(2);
const quietly = (what) => process.env.LOG_LEVEL === "debug" && console.error(what);
const started = [];

const COMMANDS = {
  check: () => node("src/cli/test.mjs", ["--only", "format,types,lint,unit,tidy", ...args]),
  format: () => node("node_modules/oxfmt/bin/oxfmt", args.length > 0 ? args : ["."]),
  books: () => withDatabase((env) => script("src/cli/books.ts", args, env)),
  "books:crash": () => node("src/cli/proofs/start.mjs", ["crash", ...args]),
  "books:guards": () => node("src/cli/proofs/start.mjs", ["guards", ...args]),
  "books:model": () => node("src/cli/proofs/start.mjs", ["model", ...args]),
  bench: () => node("src/cli/bench/start.mjs", args),
  "bench:data": () => withDatabase((env) => script("src/cli/bench/make-data.ts", args, env)),
  backup: () => withDatabase((env) => script("src/cli/backup/backup.ts", args, env)),
  restore: () => withIdleDatabase((env) => script("src/cli/backup/restore.ts", args, env)),
  keys: () => keys(args, { open: withDatabase, openIdle: withIdleDatabase }),
  preview: () => script("src/cli/preview.ts", args),
  "db:generate": () => node("node_modules/drizzle-kit/bin.cjs", ["generate", ...args]),
  "db:roles": prepareServer,
};

await exitOnUserError(async () => {
  await ensureNode();
  if (!Object.hasOwn(COMMANDS, command))
    throw new UserError(`no such command: ${command}. There are: ${Object.keys(COMMANDS).join(", ")}.`);
  await ensureInstall((what) => console.error(what));
  const code = await COMMANDS[command]();
  await tearDown();
  process.exit(code);
}, tearDown);

async function withDatabase(work) {
  const data = openDataDir(dataDir());
  const { app, migrator, inbox, web } = await findDatabase(data);
  return work({
    DATABASE_URL: app,
    MIGRATOR_DATABASE_URL: migrator,
    ...authSecrets(data),
    DATA_DIR: data.dir,
    ...(web && { APP_URL: web }),
    ...(inbox && !process.env.SMTP_URL && { SMTP_URL: inbox.smtp, INBOX_URL: inbox.web }),
  });
}

/** Nobody may be at work where everything is exchanged. */
function withIdleDatabase(work) {
  const running = openDataDir(dataDir()).running();
  if (running) throw new UserError(`a copy runs at ${running.web} with this DATA_DIR: stop it first.`);
  return withDatabase(work);
}

/** The operator's own server; else the one of the running copy; else one for the time of this command. */
async function findDatabase(data) {
  const given = outside();
  for (let tries = 0; tries < 600; tries++) {
    const running = data.running();
    if (running)
      return {
        app: running.databaseUrl,
        migrator: running.migratorUrl,
        inbox: running.inbox,
        web: running.web,
        ...given,
      };
    const lock = given ? { release: () => {} } : data.tryHold();
    if (lock) {
      started.push(lock.release);
      const { openDatabase } = await import("./database.mjs");
      const database = await openDatabase({ data, outside: given, say: quietly });
      started.push(database.stop);
      return database;
    }
    await new Promise((resolve) => setTimeout(resolve, 200)); // it is starting, or another command uses it
  }
  throw new UserError(`DATA_DIR ${data.dir} stays in use by another process.`);
}

/** Once per outside server: roles with the passwords of the two URLs, the database, its extensions. */
async function prepareServer() {
  const urls = outside();
  const adminUrl = urlSetting("ADMIN_DATABASE_URL", ["postgres:", "postgresql:"]);
  if (!urls || !adminUrl)
    throw new UserError("db:roles needs ADMIN_DATABASE_URL, DATABASE_URL and MIGRATOR_DATABASE_URL.");
  const { createRoles } = await import("../db/roles.ts");
  const wanted = {
    adminUrl,
    appUrl: urls.app,
    migratorUrl: urls.migrator,
    backupPassword: process.env.BACKUP_PASSWORD || undefined,
  };
  const notes = await createRoles(wanted).catch((error) => {
    throw databaseUserError(error, { name: "ADMIN_DATABASE_URL", url: adminUrl });
  });
  for (const note of notes) console.log(`Note: ${note}`);
  console.log("The roles and the database are ready; `npm start` does the rest.");
  return 0;
}

async function tearDown() {
  while (started.length > 0) await started.pop()();
}
