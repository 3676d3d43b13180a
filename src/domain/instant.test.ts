// Instants as Postgres and JavaScript write them, said in a place.
import { expect, test } from "vitest";
import { formatInstant, isoInstant, msOf } from "./instant.ts";

const WRITTEN = [
  ["2026-11-21 22:33:00.123456+00", "2026-11-21T22:33:00.123+00:00"],
  ["2026-11-21 22:33:00+00", "2026-11-21T22:33:00+00:00"],
  ["2026-11-22 04:03:00+05:30", "2026-11-22T04:03:00+05:30"],
  ["2026-11-21T22:33:00.000Z", "2026-11-21T22:33:00.000Z"],
] as const;

test.each(WRITTEN)("%s is one instant, however it is written", (written, machine) => {
  expect(isoInstant(written)).toBe(machine);
  expect(msOf(written)).toBe(msOf(machine));
});

test("an instant is said in the business's zone, on the business's day", () => {
  const at = "2026-11-22 03:33:00+00";
  // The space before PM is a narrow one.
  expect(formatInstant(at, "en-US", "America/New_York")).toMatch(/^Nov 21, 2026, 10:33\sPM$/);
  expect(formatInstant(at, "de-DE", "Europe/Berlin")).toBe("22.11.2026, 04:33");
});
