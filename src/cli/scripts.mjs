// Our TypeScript, and packages' own scripts, run to their end with their output shown: how a command of the project
// starts what it is made of. Says the exit code.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { UserError } from "./user-error.mjs";
import { root, toolEnv } from "./toolchain.mjs";

/** Our TypeScript runs through tsx; paths count from where the command was typed. */
export function script(file, rest, env = {}) {
  if (!fs.existsSync(path.join(root, file))) throw new UserError(`${file} isn't there.`);
  const tsx = [
    "--import",
    path.join(root, "src/cli/exit-with-parent.mjs"),
    "--import",
    path.join(root, "src/cli/typescript.mjs"),
  ];
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return run([...tsx, path.join(root, file), ...rest], {
    cwd,
    env: { TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json"), ...env },
  });
}

export function node(file, rest) {
  return run([path.join(root, file), ...rest], { cwd: root, env: {} });
}

function run(words, { cwd, env }) {
  const child = spawn(process.execPath, words, {
    cwd,
    env: toolEnv(env),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
