// A clock that is moved is noticed, either way; time that passes, and small corrections, are not.
import { expect, test } from "vitest";
import { clockWatch } from "./clock-watch.ts";

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
