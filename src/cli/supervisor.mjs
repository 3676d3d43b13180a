// The processes that one start brings up. They stop together, and the death of one ends the whole.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "./toolchain.mjs";

const leash = path.join(root, "src/cli/exit-with-parent.mjs");

/** `onDeath` is told, once, which child died unasked. */
export function nursery(onDeath) {
  const children = [];
  let stopping = false;
  return {
    /** Node with a script, kept on a leash; its words go to `log`, or to the terminal without one. */
    start(name, args, { env, log }) {
      const out = log ? fs.openSync(log, "a", 0o600) : "inherit";
      const child = spawn(process.execPath, ["--import", leash, ...args], {
        cwd: root,
        env,
        stdio: ["ignore", out, out, "ipc"],
        detached: true, // Ctrl-C must reach it through us, in order
      });
      if (log) fs.closeSync(out);
      const gone = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
      children.push({ child, gone });
      child.once("exit", (code, signal) => {
        if (stopping) return;
        stopping = true;
        onDeath({ name, how: signal ?? `exit code ${code}`, log });
      });
      child.once("error", (error) =>
        console.error(`onaccount: ${name} could not be started: ${error.message}`),
      );
      return child;
    },
    async stop() {
      stopping = true;
      for (const { child } of children) child.kill("SIGTERM");
      const hurry = setTimeout(() => children.forEach(({ child }) => child.kill("SIGKILL")), 8000);
      await Promise.all(children.map(({ gone }) => gone));
      clearTimeout(hurry);
    },
  };
}
