// The processes that one start brings up. They stop together. One that dies unasked is started again, ever more slowly
// while it dies young; only one that the counter can't do without, and that can't live, ends the whole.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "./toolchain.mjs";

const leash = path.join(root, "src/cli/exit-with-parent.mjs");

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;
/** Who has lived this long died of something new. */
const GROWN_UP = 30_000;
/** So many deaths in a row, each of them young: it can't live. */
const TRIES = 6;

/**
 * `giveUp` is told, once, what ends the whole: any death before `settle()`, since a start that fails says so at once;
 * afterwards that of a vital one that can't live. `say` hears of each that is started again.
 */
export function supervise({ giveUp, say }) {
  const kept = [];
  let [settled, stopping] = [false, false];

  function end(facts) {
    if (stopping) return;
    stopping = true;
    giveUp(facts);
  }

  async function watch(one) {
    for (let young = 0; ;) {
      const born = performance.now();
      const how = await one.running.exited;
      if (stopping) return;
      young = performance.now() - born > GROWN_UP ? 0 : young + 1;
      if (!settled || (one.vital && young >= TRIES)) return end({ name: one.name, how, log: one.log });
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** young);
      say(`${one.name} stopped by itself (${how}); starting it again in ${pause / 1000} s.`);
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (stopping) return;
      one.running = await one.launch().catch((error) => stillborn(error));
    }
  }

  return {
    /** `launch` comes to what runs: `exited`, which comes to how it died, and `stop`. `running` is the first of them. */
    keep(name, running, { launch, vital, log }) {
      const one = { name, running, launch, vital, log };
      kept.push(one);
      one.watched = watch(one);
    },
    /** The start is over: from now on who dies is started again. */
    settle() {
      settled = true;
    },
    async stop() {
      stopping = true;
      await Promise.all(kept.map((one) => one.running.stop()));
    },
  };
}

const stillborn = ({ message }) => ({ exited: (async () => message)(), stop: async () => {} });

/** Node with a script, kept on a leash; its words go to `log`, or to the terminal without one. */
export function launchNode(args, { env, log }) {
  const out = log ? fs.openSync(log, "a", 0o600) : "inherit";
  const child = spawn(process.execPath, ["--import", leash, ...args], {
    cwd: root,
    env,
    stdio: ["ignore", out, out, "ipc"],
    detached: true, // Ctrl-C must reach it through us, in order
  });
  if (log) fs.closeSync(out);
  const exited = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
  return { child, exited, stop: () => stopNode(child, exited) };
}

async function stopNode(child, exited) {
  child.kill("SIGTERM");
  const hurry = setTimeout(() => child.kill("SIGKILL"), 8000);
  await exited;
  clearTimeout(hurry);
}
