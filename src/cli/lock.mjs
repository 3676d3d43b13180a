// A lock is a file that names the living process which holds it. A holder that died without
// letting go (kill -9, power loss) holds nothing: pid and time of birth together tell it from a newcomer.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { UserError } from "./user-error.mjs";

/** Who we are, in a form that another process can check. */
export function myself() {
  return { pid: process.pid, born: birth(process.pid) };
}

export function isAlive({ pid, born }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return birth(pid) === born;
}

/** Takes the lock, or returns null when a living process has it. */
export function tryHold(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify(myself()), { mode: 0o600 });
  try {
    for (let tries = 0; tries < 3; tries++) {
      try {
        fs.linkSync(mine, file); // fails when it exists, and is never seen half-written
        return { release: () => release(file) };
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
        const holder = readHolder(file);
        if (holder && isAlive(holder)) return null;
        takeAway(file, holder);
      }
    }
    return null;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

export async function waitToHold(file, { onWait = () => {}, seconds = 600 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (let waited = false; ; waited = true) {
    const lock = tryHold(file);
    if (lock) return lock;
    if (!waited) onWait();
    if (Date.now() > end)
      throw new UserError(`Process ${readHolder(file)?.pid} has held ${file} for too long.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Removes a dead holder's file, unless another newcomer has just put its own in that place. */
function takeAway(file, dead) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
    const taken = readHolder(aside);
    if (taken && taken.pid !== dead?.pid && isAlive(taken)) fs.linkSync(aside, file);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
  fs.rmSync(aside, { force: true });
}

function release(file) {
  if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
}

function readHolder(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function birth(pid) {
  try {
    if (process.platform === "linux") {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? "dead, not yet buried" : fields[19];
    }
    if (process.platform === "win32") return "";
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
