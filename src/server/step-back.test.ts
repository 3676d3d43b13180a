// Each in a process of its own: who stepped back can't come forward again.
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";

const PRIORITIES = `
  const { readdirSync } = await import("node:fs");
  const { getPriority } = await import("node:os");
  const all = readdirSync("/proc/self/task").map((thread) => getPriority(Number(thread)));
  console.log(JSON.stringify({ own: getPriority(0), all: [...new Set(all)] }));`;

const after = (call: string): { own: number; all: number[] } => {
  const script = `import { ${call} } from "${new URL("./step-back.ts", import.meta.url).href}"; ${call}(); ${PRIORITIES}`;
  const words = ["--import", "tsx", "--input-type=module", "--eval", script];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }));
};

describe.runIf(process.platform === "linux")("who steps back", () => {
  test("is every thread of a process, those of V8 too", () => {
    expect(after("lastAmongProcesses")).toEqual({ own: 10, all: [10] });
  });

  test("is one thread, and no other", () => {
    const { own, all } = after("lastAmongThreads");
    expect(own).toBe(10);
    expect(all.length).toBeGreaterThan(1);
  });
});
