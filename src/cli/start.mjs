// `npm start`: from a fresh clone to a served app. Installs, starts the database, migrates, tells the demo
// story, builds, serves; does again only what is stale. `--dev` serves with next dev instead of a build.
import fs from "node:fs";
import path from "node:path";
import { UserError, exitOnUserError } from "./user-error.mjs";
import { openDataDir } from "./datadir.mjs";
import { authSecrets, readSettings } from "./settings.mjs";
import { ensureInstall, ensureNode, root, toolEnv } from "./toolchain.mjs";

const dev = process.argv.includes("--dev");
const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(1).padStart(6);
const say = (what) => console.log(`${seconds()}s  ${what}`);

// Whoever reads our words may stop listening; that is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const started = []; // what has to be undone, in the order it was done
const cancelled = new AbortController();
let stopping;

await exitOnUserError(
  () => main().catch((error) => (stopping ? stopping : Promise.reject(error))),
  () => (stopping ??= tearDown()),
);

async function main() {
  await ensureNode();
  const settings = readSettings();
  const data = openDataDir(settings.dataDir);
  await takeDataDir(data);
  await checkPort(settings);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  if (await ensureInstall(say)) say("packages installed");
  const { openDatabase } = await import("./database.mjs");
  const database = await openDatabase({ data, outside: settings.outside, say });
  const kept = [await keepDatabase(data, database)];
  const env = environment(settings, data, database);
  const demo = await tellStory(settings, data, database, env);
  await serve({ settings, data, database, env, demo, kept });
}

/** The embedded server is a child of ours like the others; the last to stop. */
async function keepDatabase(data, database) {
  const { supervise } = await import("./supervisor.mjs");
  const keeper = supervise({ giveUp, say: tell });
  started.push(keeper.stop);
  const how = { launch: database.again, vital: false, log: data.at("logs/postgres.log") };
  keeper.keep("PostgreSQL", database, how);
  return keeper;
}

function giveUp({ name, how, log }) {
  void stop(1, `${name} stopped by itself (${how})`, log);
}

function tell(what) {
  console.error(`onaccount: ${what}`);
}

/** One copy per data folder; a command that is using the database is waited for. */
async function takeDataDir(data) {
  const end = Date.now() + 60_000;
  for (let waited = false; ; waited = true) {
    const running = data.running();
    if (running)
      throw new UserError(`already running at ${running.web} with this DATA_DIR (process ${running.pid}).`);
    const lock = data.tryHold();
    if (lock) return started.push(lock.release);
    if (!waited) say("waiting for a command that uses this DATA_DIR");
    if (Date.now() > end) throw new UserError(`DATA_DIR ${data.dir} stays in use by another command.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function checkPort({ port, host }) {
  const { portTrouble } = await import("./pg.mjs");
  // A browser that is told "localhost" may ask ::1 first: nobody else may answer there.
  for (const address of host === "127.0.0.1" ? [host, "::1"] : [host]) {
    const trouble = await portTrouble(port, address);
    if (trouble === "EADDRINUSE")
      throw new UserError(`port ${port} is in use; choose another: PORT=${port + 1} npm start`);
    if (trouble && address === host)
      throw new UserError(`can't listen on ${host}, port ${port}: ${trouble}.`);
  }
}

function environment(settings, data, database) {
  return toolEnv({
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: database.app,
    MIGRATOR_DATABASE_URL: database.migrator,
    ...authSecrets(data),
    APP_URL: settings.appUrl,
    PORT: String(settings.port),
    DATA_DIR: data.dir,
  });
}

/** An empty database is given the demo story, where it may be. Says whether the story is there. */
async function tellStory(settings, data, database, env) {
  if (database.demo && !settings.local && !settings.asksForDemo)
    throw new UserError(
      "the demo's people are in this database, and everybody knows their password. Remove them " +
        "(npm run books -- demo remove), or keep them on purpose (DEMO=yes).",
    );
  const unfinished = data.at("story-unfinished");
  if (!database.empty && fs.existsSync(unfinished))
    say("the demo story was cut off while it was loaded; for a whole one remove DATA_DIR and start again");
  if (!database.empty || !settings.demo) return database.demo;
  const { runNode } = await import("./node-process.mjs");
  const seed = path.join(root, "src/cli/seed.ts");
  fs.writeFileSync(unfinished, "");
  const ran = await runNode(["--import", path.join(root, "src/cli/typescript.mjs"), seed], {
    env,
    signal: cancelled.signal,
  });
  if (ran.status !== 0)
    throw new UserError(`the demo story could not be loaded:\n${ran.stdout}${ran.stderr}`.trimEnd());
  fs.rmSync(unfinished);
  say("demo story loaded");
  return true;
}

async function serve({ settings, data, database, env, demo, kept }) {
  const build = await import("./build.mjs");
  if (!dev) await build.buildWhenStale(say, cancelled.signal);
  const { launchNode, supervise } = await import("./supervisor.mjs");
  const children = supervise({ giveUp, say: tell });
  started.push(children.stop);

  // Who serves needs no more of the database than its own role.
  const { MIGRATOR_DATABASE_URL: _migrator, ADMIN_DATABASE_URL: _admin, ...own } = env;
  const inbox = settings.inbox ? await startInbox({ children, launchNode }, data, own) : undefined;
  const mail = inbox && { SMTP_URL: inbox.smtp, INBOX_URL: inbox.web };
  const unbuilt = dev && { DRIZZLE_VERSION: build.drizzleVersion() };
  const served = { ...own, ...mail, ...unbuilt, HOSTNAME: settings.host };
  const scripts = dev ? build.devScripts(settings) : build.builtScripts();
  for (const { name, log: logName, words } of scripts) {
    const log = dev ? undefined : data.log(logName);
    const launch = async () => launchNode(words, { env: served, log });
    // Whoever stands at the counter needs the pages, and no job.
    children.keep(name, await launch(), { launch, log, vital: name === "the web server" });
  }

  const { untilReady, welcome } = await import("./wait-until-ready.mjs");
  await untilReady(settings, cancelled.signal);
  if (stopping) return;
  for (const keeper of [...kept, children]) keeper.settle();
  const { app, migrator } = database;
  data.tellRunning({ web: settings.appUrl, inbox, databaseUrl: app, migratorUrl: migrator });
  started.push(data.forgetRunning);
  say("ready");
  console.log(
    welcome({ settings, data, inbox: inbox && withToken(inbox, data), demo, dev, empty: database.empty }),
  );
}

/** Where nobody else comes, mail goes to an inbox on this machine; it says by itself on which ports it listens. */
async function startInbox({ children, launchNode }, data, env) {
  const log = data.log("inbox");
  const launch = (env) => launchNode(["src/cli/inbox.mjs"], { env, log });
  const first = launch(env);
  const told = new Promise((resolve) => first.child.once("message", resolve));
  // Started again it has to be where everybody was told that it is.
  const again = async () => {
    const { smtp, web } = await told;
    return launch({ ...env, SMTP_PORT: String(smtp), INBOX_PORT: String(web) });
  };
  children.keep("the inbox", first, { launch: again, log, vital: false });
  const { smtp, web } = await told;
  return { smtp: `smtp://127.0.0.1:${smtp}`, web: `http://localhost:${web}` };
}

/** Where to look at the mails: whoever else is on this machine has not read this line. */
function withToken({ web }, data) {
  return `${web}/?token=${data.secrets().inboxToken}`;
}

async function stop(code, why, log) {
  if (stopping) return stopping; // a terminal and npm both pass on the same Ctrl-C
  stopping = tearDown();
  if (why) console.error(`${lastWords(log)}onaccount: ${why}; stopping the rest.`);
  else console.log("\nstopping");
  await stopping;
  process.exit(code);
}

/** What the one that died said last; in dev it said so to the terminal. */
function lastWords(log) {
  if (!log) return "";
  const lines = fs.readFileSync(log, "utf8").trimEnd().split("\n").slice(-12);
  return `${lines.join("\n")}\n(the end of ${log})\n`;
}

async function tearDown() {
  cancelled.abort();
  while (started.length > 0) await started.pop()();
}
