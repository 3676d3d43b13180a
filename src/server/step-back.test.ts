// Each in a process of its own: who stepped back can't come forward again.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { once } from "node:events";
import { getPriority, tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { lastAmongBackends } from "./step-back.ts";

const PRIORITIES = `
  const { readdirSync } = await import("node:fs");
  const { getPriority } = await import("node:os");
  const all = readdirSync("/proc/self/task").map((thread) => getPriority(Number(thread)));
  console.log(JSON.stringify({ own: getPriority(0), all: [...new Set(all)] }));`;

const wordsFor = (call: string, then: string): string[] => {
  const script = `import { ${call} } from "${new URL("./step-back.ts", import.meta.url).href}"; ${call}(); ${then}`;
  return ["--import", "tsx", "--input-type=module", "--eval", script];
};

const after = (call: string): { own: number; all: number[] } =>
  JSON.parse(execFileSync(process.execPath, wordsFor(call, PRIORITIES), { encoding: "utf8" }));

const GROUP = "/proc/self/autogroup";
const TELL_GROUP = `console.log((await import("node:fs")).readFileSync("${GROUP}", "utf8"));`;

/** As Linux tells it: "/autogroup-123 nice 10". */
async function groupAfter(call: string, { detached }: { detached: boolean }): Promise<string> {
  const child = spawn(process.execPath, wordsFor(call, TELL_GROUP), {
    detached,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [told] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return niceIn(told);
}
const niceIn = (told: string): string => told.trim().replace(/^.* nice/, "nice");

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

describe.runIf(process.platform === "linux")("whoever works for a connection", () => {
  const backendOf = (url: string, child: { pid?: number | undefined }) =>
    lastAmongBackends(url, { processID: child.pid ?? null });

  /** A process that is called as PostgreSQL's are, or otherwise, in a session of its own. */
  async function withChild(name: string, look: (child: ChildProcess) => void): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), "onaccount-step-back-"));
    const file = path.join(folder, name);
    copyFileSync(realpathSync("/bin/sleep"), file);
    const child = spawn(file, ["60"], { detached: true, stdio: "ignore" });
    try {
      await once(child, "spawn");
      look(child);
    } finally {
      child.kill();
      rmSync(folder, { recursive: true });
    }
  }

  test("goes last where it is a PostgreSQL of this machine", async () => {
    await withChild("postgres", (child) => {
      backendOf("postgres://app@127.0.0.1:5432/books", child);
      expect(getPriority(child.pid)).toBe(10);
      const group = `/proc/${child.pid}/autogroup`;
      if (existsSync(group)) expect(niceIn(readFileSync(group, "utf8"))).toBe("nice 10");
    });
  });

  test("stays where it is when it is something else, or its number is another machine's", async () => {
    await withChild("sleep", (child) => {
      backendOf("postgres://app@127.0.0.1:5432/books", child);
      expect(getPriority(child.pid)).toBe(0);
    });
    await withChild("postgres", (child) => {
      backendOf("postgres://app@books.example:5432/books", child);
      expect(getPriority(child.pid)).toBe(0);
    });
    expect(() => backendOf("postgres://app@127.0.0.1:5432/books", {})).not.toThrow();
  });
});

describe.runIf(existsSync(GROUP))("where Linux weighs sessions before processes", () => {
  test("a process with a session of its own takes that back, too", async () => {
    expect(await groupAfter("lastAmongProcesses", { detached: true })).toBe("nice 10");
  });

  test("in a session with others, theirs stays", async () => {
    const ours = niceIn(readFileSync(GROUP, "utf8"));
    expect(await groupAfter("lastAmongProcesses", { detached: false })).toBe(ours);
  });

  test("a thread leaves its process where it is", async () => {
    expect(await groupAfter("lastAmongThreads", { detached: true })).toBe("nice 0");
  });
});
