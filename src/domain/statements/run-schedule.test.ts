// The days on which runs come.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { nextRunOn, runAsOf } from "./run-schedule.ts";

test.each([
  ["first", "2026-02-01", "2026-02-01", "2026-01-31"],
  ["first", "2026-02-02", "2026-03-01", "2026-02-28"],
  ["first", "2026-12-31", "2027-01-01", "2026-12-31"],
  // 2026-02-28 is a Saturday, 2026-05-31 a Sunday, 2026-04-30 a Thursday.
  ["last-business-day", "2026-02-01", "2026-02-27", "2026-02-27"],
  ["last-business-day", "2026-02-27", "2026-02-27", "2026-02-27"],
  ["last-business-day", "2026-02-28", "2026-03-31", "2026-03-31"],
  ["last-business-day", "2026-05-30", "2026-06-30", "2026-06-30"],
  ["last-business-day", "2026-05-01", "2026-05-29", "2026-05-29"],
  ["last-business-day", "2026-04-30", "2026-04-30", "2026-04-30"],
  ["last-business-day", "2020-02-01", "2020-02-28", "2020-02-28"],
] as const)("%s from %s is %s, of %s", (on, from, at, asOf) => {
  expect(nextRunOn(on, day(from))).toBe(at);
  expect(runAsOf(on, day(at))).toBe(asOf);
});
