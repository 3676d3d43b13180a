// `npm test`: everything, from a fresh clone, in the order in which mistakes are cheapest to find. Stops at
// the first step that fails. `--only unit,database` runs some; what follows `--` goes to their test runner.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { UserError, exitOnUserError } from "./user-error.mjs";
import { ensureInstall, ensureNode, root, toolEnv } from "./toolchain.mjs";

const tool = (file) => path.join(root, "node_modules", file);
const vitest = (project) => (rest) => counted([tool("vitest/vitest.mjs"), "run", "--project", project], rest);

const STEPS = {
  format: () => node([tool("oxfmt/bin/oxfmt"), "--check", "."]),
  types: async () =>
    (await node([tool("next/dist/bin/next"), "typegen"])) && node([tool("typescript/bin/tsc"), "--noEmit"]),
  // After the types: the linter asks the type checker, and that needs the routes' types.
  lint: () => node([tool("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"]),
  unused: () => node([tool("knip/bin/knip.js")]),
  unit: vitest("unit*"),
  database: vitest("database*"),
  tidy: vitest("tidy"),
  build: async () => (await import("./build.mjs")).buildWhenStale(() => {}).then(() => true),
  browser: browserTests,
};

const results = []; // { step, seconds, passed, failed, skipped }
const now = { passed: 0, failed: 0, skipped: 0 };
let scratch; // the reports, until they are counted
let running; // the step's process
let tearDown = async () => {};

await exitOnUserError(main, () => finish(1));

async function main() {
  await ensureNode();
  const { chosen, rest } = readArguments(process.argv.slice(2));
  process.chdir(root);
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-results-"));
  await ensureInstall((what) => console.log(what));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => void finish(1).then(() => process.exit(1)));
  for (const step of chosen) {
    console.log(`\n── ${step}`);
    const began = performance.now();
    Object.assign(now, { passed: 0, failed: 0, skipped: 0 });
    const ok = await STEPS[step](rest);
    results.push({ step, ok, seconds: (performance.now() - began) / 1000, ...now });
    if (!ok) break;
  }
  process.exit(await finish(0));
}

function readArguments(given) {
  const own = given.filter((word) => word !== "--");
  const at = own.indexOf("--only");
  if (at < 0) return { chosen: Object.keys(STEPS), rest: own };
  const chosen = (own[at + 1] ?? "").split(",");
  const wrong = chosen.find((step) => !Object.hasOwn(STEPS, step));
  if (wrong !== undefined)
    throw new UserError(`no such step: ${wrong}. There are: ${Object.keys(STEPS).join(", ")}.`);
  return { chosen, rest: own.toSpliced(at, 2) };
}

/** Runs to its end with its output shown; says whether it went well. */
function node(words, extra = {}) {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: toolEnv(extra),
    stdio: ["ignore", "inherit", "inherit"],
  });
  running = child;
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

/** A vitest run; the counts come from its JSON report. */
async function counted(words, rest) {
  const report = path.join(scratch, `${results.length}.json`);
  const ok = await node(
    [...words, ...rest, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    { NODE_ENV: "test" },
  );
  if (!fs.existsSync(report)) return ok;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    fs.readFileSync(report, "utf8"),
  );
  Object.assign(now, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  });
  return ok;
}

/** The whole story is told by two at once where there are two processors, each to a server of its own. */
async function browserTests(rest) {
  await (await import("./browser.mjs")).ensureBrowser();
  const { startTestServer } = await import("./test-server.mjs");
  const tellers = rest.length === 0 ? Math.min(2, os.availableParallelism()) : 1;
  const servers = [];
  tearDown = async () => void (await Promise.all(servers.map((server) => server.stop({ keep: true }))));
  await Promise.all(Array.from({ length: tellers }, async () => servers.push(await startTestServer())));
  const report = path.join(scratch, "browser.json");
  const env = {
    E2E_SERVERS: JSON.stringify(servers.map((server) => server.env)),
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${path.join(root, "src/cli/quick-imports.mjs")}`,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PLAYWRIGHT_HTML_OPEN: "never",
  };
  const ok = await node([tool("@playwright/test/cli.js"), "test", "--reporter=list,json", ...rest], env);
  tearDown = async () => {};
  await Promise.all(servers.map((server) => server.stop({ keep: !ok })));
  if (fs.existsSync(report)) {
    const { expected, unexpected, flaky, skipped } = JSON.parse(fs.readFileSync(report, "utf8")).stats;
    Object.assign(now, { passed: expected, failed: unexpected + flaky, skipped });
  }
  return ok && now.failed === 0;
}

/** The summary, ending in the plain line that machines read. */
async function finish(least) {
  running?.kill("SIGTERM");
  await tearDown();
  if (scratch) fs.rmSync(scratch, { recursive: true, force: true });
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  const [passed, skipped] = [sum("passed"), sum("skipped")];
  const broken = results.some(({ ok }) => !ok);
  const failed = Math.max(sum("failed"), broken ? 1 : least);
  console.log("");
  for (const { step, ok, seconds, passed: count } of results)
    console.log(
      `${ok ? "ok    " : "FAILED"}  ${step.padEnd(10)}${seconds.toFixed(1).padStart(7)}s${count ? `   ${count} passed` : ""}`,
    );
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return failed === 0 ? 0 : 1;
}
