// A Node script run to its end, with what it said.
import { spawn } from "node:child_process";
import { root } from "./toolchain.mjs";

export function runNode(words, { env, signal }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].on("data", (piece) => (said[name] += piece));
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...said }));
  });
}
