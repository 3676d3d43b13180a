// A clock that is moved is noticed, either way, and over a start; time that passes, and small corrections, are not.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { clockMoved, clockWatch, forgetClockMoved, movedBetween, type Look } from "./clock-watch.ts";
import { log } from "./log.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse("2026-06-30T12:00:00Z");
const at = (wall: number, steady: number, start = "a"): Look => ({ wall: NOON + wall, steady, start });

test.each([
  ["a minute passes", at(60_000, 60_000), null],
  ["three days pass between two looks", at(3 * DAY, 3 * DAY), null],
  ["the clock is set right by an hour", at(HOUR + 60_000, 60_000), null],
  ["it jumps two days ahead", at(2 * DAY + 60_000, 60_000), 2],
  ["it jumps a year back", at(-365 * DAY, 0), -365],
  ["the machine stood still for a week", at(7 * DAY, 5, "b"), null],
  ["it was set a week back while the machine stood still", at(-7 * DAY, 5, "b"), -7],
])("%s", (_what, next, moved) => expect(movedBetween(at(0, 0), next)).toBe(moved));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-clock-test-"));
afterEach(() => {
  forgetClockMoved();
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

test("a jump is told once in the log, on the pages for a day, and was noticed though the server was down", () => {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "clock.json");
  const told = vi.spyOn(log(), "error").mockReturnValue();
  const looks = [at(0, 0), at(60_000, 60_000)];
  const before = clockWatch(file, () => looks.shift() ?? at(120_000, 120_000));
  before();
  before();
  expect(told).not.toHaveBeenCalled();
  expect(clockMoved(60_000)).toBeNull();

  const moved = at(5 * DAY + 120_000, 120_000);
  const after = clockWatch(file, () => moved);
  after();
  after();
  expect(told).toHaveBeenCalledOnce();
  expect(told.mock.calls[0]?.[1]).toContain("clock jumped 5 days ahead");
  expect(clockMoved(120_000)).toEqual({ days: 5, at: "2026-07-05T12:02:00.000Z" });
  expect(clockMoved(120_000 + DAY), "a day later").toBeNull();
});

test("where the look can't be kept, or is no look, the watch goes on", () => {
  const told = vi.spyOn(log(), "error").mockReturnValue();
  const looks = [at(0, 0), at(-3 * DAY, 60_000)];
  const nowhere = clockWatch(path.join(folder, "not", "there.json"), () => looks.shift() ?? at(0, 0));
  nowhere();
  nowhere();
  expect(told.mock.calls[0]?.[1]).toContain("clock jumped 3 days back");

  fs.mkdirSync(folder, { recursive: true });
  const half = path.join(folder, "half.json");
  fs.writeFileSync(half, '{"wall":17');
  told.mockClear();
  clockWatch(half, () => at(0, 0))();
  expect(told).not.toHaveBeenCalled();
  expect(JSON.parse(fs.readFileSync(half, "utf8"))).toEqual(at(0, 0));
});
