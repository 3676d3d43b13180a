// Makes the tools be there: a Node that runs Onaccount and the packages of the lock. It has no
// dependency and keeps to old syntax on purpose: it must run on whatever Node (18 or later) a machine has.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "./user-error.mjs";
import { waitToHold } from "./lock.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const windows = process.platform === "win32";
const nodeHome = path.join(root, "src/cli/node");

/** Where two commands of one checkout meet: installing and building happen once at a time. */
export const checkoutLock = (what) => path.join(root, ".next/cache", `onaccount-${what}.lock`);

/** Goes on under a Node that fits: this one, or else Node 24 from the npm registry (integrity by its lock). */
export async function ensureNode() {
  if (fits(process.versions.node)) return leaveWithParent();
  if (!fetchedNode()) await fetchNode();
  await becomeChild(fetchedNode());
}

/** Runs `npm ci` when node_modules does not hold what package-lock.json asks for. Says whether it did. */
export async function ensureInstall(say = () => {}) {
  if (installed(root)) return false;
  const lock = await waitToHold(checkoutLock("install"), {
    onWait: () => say("waiting for another install"),
  });
  try {
    if (installed(root)) return false;
    say("installing packages (npm ci)");
    npmCi(root, "The packages could not be installed: see npm's message above.");
    return true;
  } finally {
    lock.release();
  }
}

/** PATH with this Node and the project's own tools first. */
export function toolEnv(extra = {}) {
  const first = [path.join(root, "node_modules/.bin"), path.dirname(process.execPath)];
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PATH: [...first, process.env.PATH].join(path.delimiter),
    ...extra,
  };
}

function fits(version) {
  const [major, minor] = version.split(".").map(Number);
  return (major === 22 && minor >= 18) || major === 24 || major >= 26;
}

function fetchedNode() {
  const packages = ["linux-x64", "linux-arm64", "darwin-x64", "bin-darwin-arm64", "win-x64"];
  return packages
    .map((p) => path.join(nodeHome, "node_modules", `node-${p}`, "bin", windows ? "node.exe" : "node"))
    .find((file) => fs.existsSync(file));
}

async function fetchNode() {
  const lock = await waitToHold(checkoutLock("install"));
  try {
    if (fetchedNode()) return;
    console.error(
      `Node ${process.versions.node} is too old for Onaccount; fetching Node 24 from the npm registry.`,
    );
    const advice = "Install Node 24 from https://nodejs.org and run this again.";
    npmCi(nodeHome, `Node 24 could not be fetched. ${advice}`);
    if (!fetchedNode())
      throw new UserError(`The registry has no Node for ${process.platform}-${process.arch}. ${advice}`);
  } finally {
    lock.release();
  }
}

function npmCi(folder, complaint) {
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm tells its scripts where it lies; that spares a look-up on PATH and a shell on Windows.
  const self = process.env.npm_execpath;
  const [file, before] = self && /npm-cli\.c?js$/.test(self) ? [process.execPath, [self]] : ["npm", []];
  const env = { ...process.env, PATH: path.dirname(process.execPath) + path.delimiter + process.env.PATH };
  // Only what npm complains of is shown; a command's own output stays clean.
  const ran = spawnSync(file, [...before, ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", 2],
    env,
    shell: windows && file === "npm",
  });
  if (ran.error && ran.error.code === "ENOENT")
    throw new UserError("npm is not on the PATH; it comes with Node.");
  if (ran.status !== 0) throw new UserError(complaint);
}

/** npm writes what it installed into a hidden lock, last of all: compare it with ours, package by package. */
function installed(folder) {
  const wanted = JSON.parse(fs.readFileSync(path.join(folder, "package-lock.json"), "utf8")).packages;
  let found;
  try {
    found = JSON.parse(
      fs.readFileSync(path.join(folder, "node_modules/.package-lock.json"), "utf8"),
    ).packages;
  } catch {
    return false;
  }
  return Object.keys(wanted).every((at) => {
    if (at === "") return true;
    // What another platform needs is rightly absent.
    if (!found[at]) return Boolean(wanted[at].optional || wanted[at].devOptional);
    return found[at].version === wanted[at].version;
  });
}

/** Runs this same command under `node` and passes on signals and the exit code. */
function becomeChild(node) {
  const env = { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env.PATH };
  const child = spawn(node, process.argv.slice(1), { stdio: ["inherit", "inherit", "inherit", "ipc"], env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  leaveWithParent(() => child.kill("SIGTERM"));
  return new Promise(() => {
    child.on("error", (error) => {
      console.error(`onaccount: Node at ${node} does not run: ${error.message}`);
      process.exit(1);
    });
    child.on("exit", (code) => process.exit(code === null ? 1 : code));
  });
}

/** When whoever started us is killed outright, we stop as if told to, so that nothing is left behind. */
function leaveWithParent(stop = () => process.kill(process.pid, "SIGTERM")) {
  if (process.channel) {
    process.on("disconnect", stop);
    process.channel.unref();
  } else if (process.env.npm_lifecycle_event && process.ppid > 1) {
    const before = ancestors();
    setInterval(() => ancestors() !== before && stop(), 2000).unref();
  }
}

/** npm runs a script through a shell: our parent, and where Linux tells, its parent too. */
function ancestors() {
  try {
    const stat = fs.readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}
