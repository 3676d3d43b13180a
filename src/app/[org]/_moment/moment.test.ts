// The moment in an address: what is read from it, what is passed on, and what is as good as none.
import { expect, test } from "vitest";
import { momentInput, momentHref, readMoment } from "./moment.ts";

const read = (params: Record<string, string>) => readMoment(params, "America/New_York");

test("day and time are read in the business's zone, and kept as they were typed", () => {
  const moment = read({ asOf: "2026-06-30", knownAt: "2026-07-02T17:00" });
  expect(momentInput(moment)).toEqual({ asOf: "2026-06-30", knownAt: "2026-07-02T21:00:00.000Z" });
  expect(momentHref(moment)).toEqual({ asOf: "2026-06-30", knownAt: "2026-07-02T17:00" });
});

test.each([
  {},
  { asOf: "", knownAt: "" },
  { asOf: "2026-02-30", knownAt: "yesterday" },
  { knownAt: "2026-07-02" },
])("%j is today, as known now", (params) =>
  expect(momentInput(read(params as Record<string, string>))).toEqual({}),
);
