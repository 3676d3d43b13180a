// What the server's own processes take of memory, as Linux counts it; elsewhere nobody says.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const read = (pid: string, what: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
};

const parentOf = (pid: string): string => /^PPid:\s+(\d+)/m.exec(read(pid, "status"))?.[1] ?? "";

/** Below the process that started this one, and so the server beside it. */
function isOurs(pid: string): boolean {
  for (let at = pid; at !== "" && at !== "0"; at = parentOf(at)) if (at === String(process.ppid)) return true;
  return false;
}

/** The process of the server that was started with `word`, like "worker.mjs"; null where there is none to be seen. */
export function processOf(word: string): string | null {
  const pids = process.platform === "linux" ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return pids.find((pid) => read(pid, "cmdline").includes(word) && isOurs(pid)) ?? null;
}

const megabytes = (pid: string, line: "VmRSS" | "VmHWM"): number =>
  Number(new RegExp(`^${line}:\\s+(\\d+)`, "m").exec(read(pid, "status"))?.[1]) / 1024;

/** Begins to count; then says by how many MB the most that it took since was beyond what it had. */
export function peakBeyond(pid: string): () => number {
  const before = megabytes(pid, "VmRSS");
  // Linux counts the most anew from here (proc(5), clear_refs).
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
  return () => megabytes(pid, "VmHWM") - before;
}
