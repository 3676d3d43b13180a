// A clock that is moved is noticed, either way; time that passes, and small corrections, are not.
import { expect, test, vi } from "vitest";
import { clockWatch, watchClock } from "./clock-watch.ts";
import { setClock } from "./clock.ts";
import { log } from "./log.ts";

const HOUR = 3_600_000;

test.each([
  ["a minute passes", 60_000, 60_000, null],
  ["three days pass between two looks", 72 * HOUR, 72 * HOUR, null],
  ["the clock is set right by an hour", HOUR + 60_000, 60_000, null],
  ["it jumps two days ahead", 48 * HOUR + 60_000, 60_000, 2],
  ["it jumps a year back", -365 * 24 * HOUR, 0, -365],
])("%s", (_what, wall, steady, moved) => {
  const looks = [
    { wall: 1_000_000, steady: 5 },
    { wall: 1_000_000 + wall, steady: 5 + steady },
  ];
  const watch = clockWatch(() => looks.shift() ?? { wall: 1_000_000 + wall, steady: 5 + steady });
  expect(watch()).toBe(moved);
  expect(watch(), "told once").toBeNull();
});

test("a jump is told in the log, once, with how far it went", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const told = vi.spyOn(log(), "error").mockReturnValue();
  try {
    setClock("2026-06-30T12:00:00Z");
    watchClock();
    vi.advanceTimersByTime(60_000);
    expect(told).not.toHaveBeenCalled();
    setClock("2026-07-05T12:00:00Z");
    vi.advanceTimersByTime(180_000);
    expect(told).toHaveBeenCalledOnce();
    expect(told.mock.calls[0]?.[1]).toContain("clock jumped 5 days ahead");
  } finally {
    setClock(null);
    told.mockRestore();
    vi.useRealTimers();
  }
});
