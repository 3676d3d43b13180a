// A server whose starter was killed may still run, or have left only its pid file behind. The next
// start (which holds the folder's lock, so nobody living owns that server) settles both.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { UserError } from "./user-error.mjs";

export async function stopOrphan(dir) {
  const file = path.join(dir, "postmaster.pid");
  const pid = pidIn(file);
  if (pid && isServerOf(pid, dir)) {
    signal(pid, "SIGINT");
    if (!(await goneWithin(pid, 15))) signal(pid, "SIGQUIT");
    if (!(await goneWithin(pid, 10)))
      throw new UserError(`A PostgreSQL server (process ${pid}) still runs in ${dir} and does not stop.`);
  }
  await stopOrphanedSessions(dir);
  // Left by a dead server; its number may belong to another program by now.
  fs.rmSync(file, { force: true });
}

/**
 * A server that was killed outright leaves its sessions behind for a moment, or for as long as one is busy; without the
 * pid file the next server wouldn't know of them, and both would write.
 */
async function stopOrphanedSessions(dir) {
  if (process.platform !== "linux") return;
  const left = fs
    .readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && isServerOf(pid, dir));
  for (const pid of left) signal(pid, "SIGQUIT");
  for (const pid of left)
    if (!(await goneWithin(pid, 10))) {
      signal(pid, "SIGKILL");
      await goneWithin(pid, 5);
    }
}

function pidIn(file) {
  try {
    return Number(fs.readFileSync(file, "utf8").split("\n")[0]);
  } catch {
    return 0;
  }
}

/** A server's working directory is its data folder; elsewhere than on Linux its command line must do. */
function isServerOf(pid, dir) {
  try {
    if (process.platform === "linux")
      return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(dir) && !isZombie(pid);
    if (process.platform === "win32") return false;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(dir);
  } catch {
    return false;
  }
}

function isZombie(pid) {
  return / Z /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/, ""));
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function goneWithin(pid, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    try {
      process.kill(pid, 0);
      if (process.platform === "linux" && isZombie(pid)) return true;
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
