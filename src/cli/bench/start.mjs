// `npm run bench`: reads what is asked for, starts what it needs (a whole server of a build of its own, or a database
// and nothing else) and measures. Asked how, or for a part that isn't there, it starts nothing.
import { randomBytes } from "node:crypto";
import { UserError, exitOnUserError } from "../user-error.mjs";
import { openDataDir } from "../datadir.mjs";
import { script } from "../scripts.mjs";
import { ensureNode } from "../toolchain.mjs";
import { PARTS } from "./parts.mjs";

const started = [];

await exitOnUserError(async () => {
  await ensureNode();
  const { parts, json } = await readWords();
  // A server brings its worker, which would take the mails of the part about mail: the others have a database to themselves.
  const [withServer, withDatabase] = [true, false].map((pages) =>
    parts.filter((part) => Boolean(PARTS[part].pages) === pages),
  );
  let code = 0;
  if (withServer.length > 0) code = await measure(withServer, startServer, json);
  if (withDatabase.length > 0 && code === 0) code = await measure(withDatabase, startDatabase, json);
  process.exit(code);
}, stop);

async function measure(parts, start, json) {
  const env = await start();
  const code = await script("src/cli/bench/bench.ts", [...parts, ...(json ? ["--json"] : [])], env);
  await stop(code !== 0);
  return code;
}

async function readWords() {
  const { Command } = await import("commander");
  const program = new Command("npm run bench --")
    .description(
      "Measures, each figure beside its floor in the same run. Without a part it measures them all.",
    )
    .argument("[part...]", "what to measure")
    .helpOption("-h, --help", "this")
    .option(
      "--json",
      "lines of JSON, by part, for machines: one for the parts with a server, one for the others",
    )
    .addHelpText("after", `\n${help()}`)
    .showHelpAfterError("Run with --help to see how.")
    .parse();
  const asked = program.args;
  const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0)
    throw new UserError(
      `there is no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}.`,
    );
  const parts = Object.keys(PARTS).filter((name) => asked.length === 0 || asked.includes(name));
  return { parts, json: program.opts().json === true };
}

function help() {
  const rows = Object.entries(PARTS).map(
    ([name, { says, calm, pages }]) => `  ${name.padEnd(16)}${calm ? "*" : " "}${pages ? "+" : " "} ${says}`,
  );
  return [
    "Parts:",
    ...rows,
    "",
    "  *  its bar is a time of the clock: measure on a calm machine, with nothing else running",
    "  +  builds the app for the bench (.next-bench) and starts a server; the others need a database only",
    "",
    "posting and invoice need pgbench for their floor.",
  ].join("\n");
}

/** A whole copy of its own, as built for production, in a throw-away folder. */
async function startServer() {
  const { startTestServer } = await import("../test-server.mjs");
  const server = await startTestServer({ BENCH: "true" });
  started.push((failed) => server.stop({ keep: failed }));
  const data = openDataDir(server.env.E2E_DATA_DIR);
  const { databaseUrl, migratorUrl } = data.running();
  const { letOwnerSkipTriggers } = await import("./scratch.mjs");
  await letOwnerSkipTriggers(data, databaseUrl);
  return {
    DATABASE_URL: databaseUrl,
    MIGRATOR_DATABASE_URL: migratorUrl,
    AUTH_SECRET: data.secrets().authSecret,
    APP_URL: server.env.E2E_URL,
    PORT: new URL(server.env.E2E_URL).port,
    LOG_LEVEL: "silent",
  };
}

async function startDatabase() {
  const { startScratch } = await import("./scratch.mjs");
  const scratch = await startScratch();
  started.push(scratch.stop);
  const { freePort } = await import("../pg.mjs");
  // Where the part about mail listens; threads stay for the next paper, as they do in production.
  return {
    ...scratch.env,
    NODE_ENV: "test",
    SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
    AUTH_SECRET: randomBytes(32).toString("base64url"),
  };
}

/** What a failed run leaves behind are its logs. */
async function stop(failed = false) {
  while (started.length > 0) await started.pop()(failed);
}
