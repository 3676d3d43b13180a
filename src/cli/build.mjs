// Builds the web app and the worker when the sources changed since the last build. The result belongs to
// the checkout: copies with other ports and data folders share it, and build it one at a time.
import { createHash } from "node:crypto";
import fs from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { UserError } from "./user-error.mjs";
import { waitToHold } from "./lock.mjs";
import { runNode } from "./node-process.mjs";
import { readVersion } from "../db/migrations/folder.ts";
import { checkoutLock, root, toolEnv } from "./toolchain.mjs";

const at = (...parts) => path.join(root, ...parts);
/** The bench measures a build of its own: it has one page more (next.config.mjs), which no shop may have. */
const forBench = process.env.BENCH === "true";
const dist = forBench ? ".next-bench" : ".next";
const mark = at(dist, "source-hash");
const INPUTS = [
  "package.json",
  "package-lock.json",
  "next.config.mjs",
  "tsconfig.json",
  "tsconfig.bench.json",
  "postcss.config.mjs",
];
const FOLDERS = ["src", "public", "drizzle"];

const webServer = at(dist, "standalone/server.js");
const worker = at(dist, "worker/worker.mjs");
const workerSource = at("src/server/worker.ts");

/** What a program knows its database by; a build has it built in, what runs from the sources needs it as a setting. */
export const drizzleVersion = () => JSON.stringify(readVersion(at("drizzle")));

/** What runs from a build. */
const HELPERS = Math.min(4, Math.max(1, availableParallelism() - 1));

export function builtScripts() {
  return [
    // What V8 does beside our threads, for all of them: four helpers (its default) of the threads that draw papers took the two
    // processors from the one that shows pages.
    { name: "the web server", log: "web", words: [`--v8-pool-size=${HELPERS}`, webServer] },
    // It is never in a hurry: a small nursery, and a heap that grows in small steps, keep its memory small. V8 would let garbage
    // come to as much as what is in use, and more: beside an import of 100,000 rows, 120 MB of it.
    {
      name: "the worker",
      log: "worker",
      words: ["--max-semi-space-size=4", "--heap-growing-percent=20", worker],
    },
  ];
}

/** What runs from the sources, and again when they change. */
export function devScripts({ port, host }) {
  const next = [at("node_modules/next/dist/bin/next"), "dev", "-p", String(port), "-H", host];
  return [
    { name: "the web server", words: next },
    { name: "the worker", words: [at("node_modules/tsx/dist/cli.mjs"), "watch", workerSource] },
  ];
}

/** Says whether there was anything to build. */
export async function buildWhenStale(say, signal) {
  if (isFresh()) return false;
  const lock = await waitToHold(checkoutLock("build"), { onWait: () => say("waiting for another build") });
  try {
    const wanted = sourceHash();
    if (isFresh(wanted)) return false;
    say("building the app");
    fs.rmSync(mark, { force: true });
    await buildWeb(signal);
    await buildWorker();
    fs.writeFileSync(mark, wanted);
    say("built");
    return true;
  } finally {
    lock.release();
  }
}

function isFresh(wanted = sourceHash()) {
  if (!fs.existsSync(mark) || !fs.existsSync(webServer)) return false;
  return fs.readFileSync(mark, "utf8") === wanted;
}

async function buildWeb(signal) {
  const env = toolEnv({ NODE_ENV: "production" });
  // The bench's build would leave the editor with the routes of its own.
  const types = fs.existsSync(at("next-env.d.ts")) ? fs.readFileSync(at("next-env.d.ts")) : null;
  const { status, stdout, stderr } = await runNode([at("node_modules/next/dist/bin/next"), "build"], {
    env,
    signal,
  });
  if (forBench && types) fs.writeFileSync(at("next-env.d.ts"), types);
  if (status !== 0) {
    console.error(`${stdout}${stderr}`.trimEnd());
    throw new UserError("the app could not be built: see above.");
  }
  if (!fs.existsSync(webServer)) throw new UserError(`next build made no ${path.relative(root, webServer)}.`);
  // A standalone build leaves these two out, for whoever serves them from elsewhere.
  fs.cpSync(at(dist, "static"), at(dist, "standalone", dist, "static"), { recursive: true });
  if (fs.existsSync(at("public")))
    fs.cpSync(at("public"), at(dist, "standalone/public"), { recursive: true });
}

/**
 * With its packages, of which it uses little: unbundled they take 300 MB to load. Left out are those with
 * native parts or files of their own; what draws and mails stays in pieces that load on first use.
 */
async function buildWorker() {
  const { build, stop } = await import("esbuild");
  fs.rmSync(path.dirname(worker), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: { worker: workerSource, thread: at("src/server/heavy/thread.ts") },
    outdir: path.dirname(worker),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node22",
    external: [
      "@cantoo/pdf-lib",
      "@node-rs/argon2",
      "@react-pdf/layout",
      "@react-pdf/render",
      "@react-pdf/renderer",
      "fontkit",
      "next",
      "nodemailer",
      "pdfkit",
      "pg-native",
      "pino",
      "subset-font",
    ],
    // Packages in the older format still ask for `require`.
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    },
    alias: { "@": at("src") },
    define: { "process.env.DRIZZLE_VERSION": JSON.stringify(drizzleVersion()) },
    jsx: "automatic",
    legalComments: "none",
    logLevel: "error",
  }).catch(() => {
    throw new UserError("the worker could not be bundled: see above.");
  });
  await stop(); // its service would stay as long as we do
}

/** Tests, what is there for them, and the scripts of this folder are no part of the build. */
function sourceHash() {
  const sources = FOLDERS.filter((folder) => fs.existsSync(at(folder))).flatMap((folder) =>
    fs
      .readdirSync(at(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !file.startsWith(at("src/cli") + path.sep))
      .filter((file) => forBench || !file.split(path.sep).includes("testing")),
  );
  const hash = createHash("sha256");
  for (const file of [...INPUTS.map((name) => at(name)), ...sources.sort((a, b) => (a < b ? -1 : 1))])
    if (fs.existsSync(file))
      hash.update(path.relative(root, file)).update("\0").update(fs.readFileSync(file)).update("\0");
  return hash.digest("hex");
}
