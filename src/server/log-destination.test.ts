// A log that can't be written stops nobody: no throw, no wait, a bounded memory, and the lost lines are counted.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { pino } from "pino";
import { logDestination } from "./log-destination.ts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-log-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const LINE = "x".repeat(1000);

test.skipIf(!fs.existsSync("/dev/full"))(
  "on a disk that is full, ten thousand lines are nobody's trouble",
  () => {
    const lost = vi.fn<(count: number) => void>();
    const log = pino(logDestination(lost, fs.openSync("/dev/full", "w")));
    const began = performance.now();
    for (let n = 0; n < 10_000; n++) log.info(LINE);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(lost).not.toHaveBeenCalled();
  },
);

test("once there is room, what was held is written, and what was dropped is counted", async () => {
  const file = path.join(folder, "web.log");
  const lost = vi.fn<(count: number) => void>();
  const log = pino(logDestination(lost, fs.openSync(file, "a")));
  log.info("before");
  const full = vi.spyOn(fs, "writeSync").mockImplementation(() => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  });
  for (let n = 0; n < 3000; n++) log.info({ n }, LINE);
  full.mockRestore();
  log.info("after");
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
  const lines = fs
    .readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { msg: string });
  expect([lines[0]?.msg, lines.at(-1)?.msg]).toEqual(["before", "after"]);
  const held = lines.length - 2;
  expect(held).toBeGreaterThan(500);
  expect(lost).toHaveBeenCalledWith(3000 - held);
});
