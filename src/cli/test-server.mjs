// The server that the browser tests talk to: `npm start` itself, with its own ports and a throw-away DATA_DIR.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDataDir } from "./datadir.mjs";
import { UserError } from "./user-error.mjs";
import { freePort } from "./pg.mjs";
import { root, toolEnv } from "./toolchain.mjs";

const NOT_THEIRS = [
  "DATABASE_URL",
  "MIGRATOR_DATABASE_URL",
  "SMTP_URL",
  "APP_URL",
  "HOST",
  "DEMO",
  "INBOX",
  "SIGN_UP",
];

/** `more` is added to its environment. */
export async function startTestServer(more = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-e2e-"));
  const [web, smtp, inbox, stripe] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const ports = { PORT: String(web), SMTP_PORT: String(smtp), INBOX_PORT: String(inbox) };
  // What stands in for Stripe is started by the story that pays.
  const paying = { STRIPE_API_URL: `http://127.0.0.1:${stripe}` };
  const env = toolEnv({ ...ports, ...paying, DATA_DIR: path.join(folder, "data"), ...more });
  for (const name of NOT_THEIRS) delete env[name];
  const child = spawn(process.execPath, [path.join(root, "src/cli/start.mjs")], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (piece) => {
        output += piece;
        if (output.includes("Onaccount is ready")) resolve(true);
      });
  });
  if (!(await Promise.race([ready, exited.then(() => false)])))
    throw new UserError(`the server for the browser tests did not start:\n${output.trimEnd()}`);
  return {
    env: {
      E2E_URL: `http://localhost:${web}`,
      E2E_INBOX_URL: `http://localhost:${inbox}`,
      E2E_INBOX_TOKEN: openDataDir(env.DATA_DIR).secrets().inboxToken,
      E2E_DATA_DIR: env.DATA_DIR,
      E2E_STRIPE_PORT: String(stripe),
    },
    /** The folder, with its logs, is kept for whoever has to find out what failed. */
    async stop({ keep }) {
      child.kill("SIGTERM");
      await exited;
      if (keep) console.log(`The server's data and logs are in ${folder}.`);
      else fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
