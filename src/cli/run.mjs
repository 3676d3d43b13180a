// `npm run …`: a command of the project under a Node and packages that fit, with a database where it needs
// one. `books` and its like use the running copy of DATA_DIR, or start the database for themselves.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { UserError, databaseUserError, exitOnUserError } from "./user-error.mjs";
import { openDataDir } from "./datadir.mjs";
import { dataDir, outside, urlSetting } from "./settings.mjs";
import { ensureInstall, ensureNode, root, toolEnv } from "./toolchain.mjs";

const [command, ...args] = process.argv.slice(2);
const quietly = (what) => process.env.LOG_LEVEL === "debug" && console.error(what);
const started = [];

const COMMANDS = {
  check: () => node("src/cli/test.mjs", ["--only", "format,types,lint,unit,tidy", ...args]),
  format: () => node("node_modules/oxfmt/bin/oxfmt", args.length > 0 ? args : ["."]),
  books: () => withDatabase((env) => script("src/cli/books.ts", args, env)),
  "books:crash": () => script("src/cli/proofs/crash.ts", args),
  "books:guards": () => withTestDatabase((env) => script("src/cli/proofs/guards.ts", args, env)),
  "books:model": () => withScratch((env) => script("src/cli/proofs/model.ts", args, env)),
  bench: () =>
    (needsServer(args) ? withServer : withScratch)((env) => script("src/cli/bench/bench.ts", args, env)),
  "bench:data": () => withDatabase(makeData),
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
  await reverse();
  process.exit(code);
}, reverse);

/** Our TypeScript runs through tsx; paths count from where the command was typed. */
function script(file, rest, env = {}) {
  if (!fs.existsSync(path.join(root, file))) throw new UserError(`${file} isn't there.`);
  const tsx = [
    "--import",
    path.join(root, "src/cli/exit-with-parent.mjs"),
    "--import",
    import.meta.resolve("tsx"),
  ];
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return run([...tsx, path.join(root, file), ...rest], {
    cwd,
    env: { TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json"), ...env },
  });
}

function node(file, rest) {
  return run([path.join(root, file), ...rest], { cwd: root, env: {} });
}

function run(words, { cwd, env }) {
  const child = spawn(process.execPath, words, {
    cwd,
    env: toolEnv(env),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

async function withDatabase(work) {
  const data = openDataDir(dataDir());
  const { app, migrator, inbox, web } = await findDatabase(data);
  const { authSecret } = data.secrets();
  return work({
    DATABASE_URL: app,
    MIGRATOR_DATABASE_URL: migrator,
    AUTH_SECRET: process.env.AUTH_SECRET || authSecret,
    DATA_DIR: data.dir,
    ...(web && { APP_URL: web }),
    ...(inbox && !process.env.SMTP_URL && { SMTP_URL: inbox.smtp, INBOX_URL: inbox.web }),
  });
}

/** A whole copy of its own, as built for production, in a throw-away folder. */
async function withServer(work) {
  const { startTestServer } = await import("./test-server.mjs");
  process.env.BENCH = "true";
  const server = await startTestServer();
  started.push(() => server.stop({ keep: false }));
  const { databaseUrl, migratorUrl } = openDataDir(server.env.E2E_DATA_DIR).running();
  const { letOwnerSkipTriggers } = await import("./bench/scratch.mjs");
  await letOwnerSkipTriggers(openDataDir(server.env.E2E_DATA_DIR), databaseUrl);
  return work({
    DATABASE_URL: databaseUrl,
    MIGRATOR_DATABASE_URL: migratorUrl,
    AUTH_SECRET: openDataDir(server.env.E2E_DATA_DIR).secrets().authSecret,
    APP_URL: server.env.E2E_URL,
    PORT: new URL(server.env.E2E_URL).port,
    LOG_LEVEL: "silent",
  });
}

/** The parts of the bench that ask pages; the others need a database and nothing else. */
function needsServer(words) {
  const parts = words.filter((word) => !word.startsWith("--"));
  return parts.length === 0 || parts.some((part) => ["import", "page", "javascript"].includes(part));
}

async function withScratch(work) {
  const { startScratch } = await import("./bench/scratch.mjs");
  const scratch = await startScratch();
  started.push(scratch.stop);
  return work(scratch.env);
}

/** The database of the tests, with its administrator. */
async function withTestDatabase(work) {
  const tearDown = await (await import("./test-database.mjs")).default();
  if (tearDown) started.push(tearDown);
  const { ADMIN_DATABASE_URL, DATABASE_URL, MIGRATOR_DATABASE_URL } = process.env;
  return work({ ADMIN_DATABASE_URL, DATABASE_URL, MIGRATOR_DATABASE_URL });
}

/** On a server of the operator's own they grant it themselves: SET ON PARAMETER session_replication_role. */
async function makeData(env) {
  const { letOwnerSkipTriggers } = await import("./bench/scratch.mjs");
  if (!outside()) await letOwnerSkipTriggers(openDataDir(env.DATA_DIR), env.DATABASE_URL);
  return script("src/cli/bench/make-data.ts", args, env);
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

async function reverse() {
  while (started.length > 0) await started.pop()();
}
