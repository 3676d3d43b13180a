// Today is the business's, not the server's (lessons.md 61).
import { afterEach, expect, test } from "vitest";
import { setClock, today } from "./clock.ts";

afterEach(() => setClock(null));

test.each([
  ["2026-03-31T23:59:59Z", "UTC", "2026-03-31"],
  ["2026-03-31T10:00:00Z", "Pacific/Kiritimati", "2026-04-01"],
  ["2026-04-01T10:59:59Z", "Pacific/Pago_Pago", "2026-03-31"],
  // New York, the night the clocks go back: midnight is UTC−4, the hour before noon UTC−5.
  ["2026-11-01T03:59:59Z", "America/New_York", "2026-10-31"],
  ["2026-11-01T04:00:00Z", "America/New_York", "2026-11-01"],
  ["2026-11-02T04:59:59Z", "America/New_York", "2026-11-01"],
])("at %s it is, in %s, %s", (instant, zone, day) => {
  setClock(instant);
  expect(today(zone)).toBe(day);
});
