// Instants as Postgres and JavaScript write them, said in a place.
import { expect, test } from "vitest";
import { formatInstant, formatInstantDay, instantAt, isInstant, isoInstant, msOf } from "./instant.ts";

const WRITTEN = [
  ["2026-11-21 22:33:00.123456+00", "2026-11-21T22:33:00.123+00:00"],
  ["2026-11-21 22:33:00+00", "2026-11-21T22:33:00+00:00"],
  ["2026-11-22 04:03:00+05:30", "2026-11-22T04:03:00+05:30"],
  ["2026-11-21T22:33:00.000Z", "2026-11-21T22:33:00.000Z"],
] as const;

test.each(WRITTEN)("%s is one instant, however it is written", (written, machine) => {
  expect(isoInstant(written)).toBe(machine);
  expect(msOf(written)).toBe(msOf(machine));
  expect([written, machine].every(isInstant)).toBe(true);
});

test.each([
  "",
  "x",
  "2026-06-30",
  "2026-13-45 10:00:00+00",
  "2026-06-30 25:00:00+00",
  "2026-06-30 10:00:00+99",
])("“%s” is no instant", (text) => {
  expect(isInstant(text)).toBe(false);
});

test("an instant is said in the business's zone, on the business's day", () => {
  const at = "2026-11-22 03:33:00+00";
  // The space before PM is a narrow one.
  expect(formatInstant(at, "en-US", "America/New_York")).toMatch(/^Nov 21, 2026, 10:33\sPM$/);
  expect(formatInstant(at, "de-DE", "Europe/Berlin")).toBe("22.11.2026, 04:33");
});

test("an earmark made in the evening in New York is of that day, not of Greenwich's next", () => {
  expect(formatInstantDay("2026-11-22 03:33:00+00", "en-US", "America/New_York")).toBe("Nov 21, 2026");
});

test.each([
  ["2026-07-02T17:00", "America/New_York", "2026-07-02T21:00:00.000Z"],
  ["2026-01-02T17:00", "America/New_York", "2026-01-02T22:00:00.000Z"],
  ["2026-07-02T17:00", "Asia/Kolkata", "2026-07-02T11:30:00.000Z"],
  ["2026-07-02T23:59", "Pacific/Kiritimati", "2026-07-02T09:59:00.000Z"],
  ["2026-07-02T00:00", "Pacific/Pago_Pago", "2026-07-02T11:00:00.000Z"],
  ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"], // shown twice: the first
  ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00.000Z"], // skipped: 3:30, just after
  ["2026-03-08T03:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
  ["2026-07-02T17:00", "UTC", "2026-07-02T17:00:00.000Z"],
])("a clock that shows %s in %s", (shown, zone, at) => expect(instantAt(shown, zone)).toBe(at));

test.each(["", "soon", "2026-07-02", "2026-13-02T17:00", "2026-07-02T17:00Z", "2026-07-02T25:00"])(
  "%j is no time",
  (shown) => expect(instantAt(shown, "UTC")).toBeNull(),
);
