// What Next, a package or Node itself prints goes through our log as well: one line each, whatever line breaks and
// braces somebody sent in a path, and without the values that a database's error carries.
import type { Logger } from "pino";
import { safeWords } from "./log-safely.ts";

const LEVELS = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug" } as const;
const STREAMS = { stdout: "info", stderr: "error" } as const;

/** Returns how to give everything back; a server never does. */
export function consoleToLog(log: Logger): () => void {
  const tell = (level: "error" | "warn" | "info" | "debug", words: readonly unknown[]) => {
    const text = safeWords(words).trimEnd();
    if (text !== "") log[level]({ by: "console" }, text);
  };
  const undo: (() => void)[] = [];
  for (const name of ["error", "warn", "info", "log", "debug"] as const) {
    const before = console[name];
    console[name] = (...words: unknown[]) => tell(LEVELS[name], words);
    undo.push(() => void (console[name] = before));
  }
  for (const name of ["stdout", "stderr"] as const) {
    const stream = process[name];
    const before = stream.write;
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      tell(STREAMS[name], [typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8")]);
      const written = rest.find((each) => typeof each === "function");
      if (written) queueMicrotask(() => void Reflect.apply(written, undefined, []));
      return true;
    };
    undo.push(() => void (stream.write = before));
  }
  return () => undo.forEach((each) => each());
}
