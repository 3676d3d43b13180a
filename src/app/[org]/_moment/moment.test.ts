// The moment in an address: what is read from it, what is passed on, what is as good as none, and how that is told.
import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { setClock } from "@/server/clock.ts";
import { momentFaults, momentHref, momentInput, momentOfFile, readMoment } from "./moment.ts";

beforeAll(() => setClock("2026-07-10T12:00:00Z"));
afterAll(() => setClock(null));

const read = (params: Record<string, string>) => readMoment(params, "America/New_York");

test("day and time are read in the business's zone, and kept as they were typed", () => {
  const moment = read({ asOf: "2026-06-30", knownAt: "2026-07-02T17:00" });
  expect(momentInput(moment)).toEqual({ asOf: "2026-06-30", knownAt: "2026-07-02T21:00:00.000Z" });
  expect(momentHref(moment)).toEqual({ asOf: "2026-06-30", knownAt: "2026-07-02T17:00" });
  expect(moment.unread).toEqual({});
});

test.each([
  {},
  { asOf: "", knownAt: "" },
  { asOf: "2026-02-30", knownAt: "yesterday" },
  { knownAt: "2026-07-02" },
  { knownAt: "2026-07-10T08:01" },
])("%j is today, as known now", (params) =>
  expect(momentInput(read(params as Record<string, string>))).toEqual({}),
);

const TODAY = day("2026-06-30");

test.each<[Record<string, string>, object]>([
  [{}, {}],
  [{ asOf: "2026-06-30" }, {}],
  [{ asOf: "2026-02-30" }, { asOf: "“2026-02-30” isn’t a date. Today is shown." }],
  [{ asOf: "30/06/2026" }, { asOf: "“30/06/2026” isn’t a date. Today is shown." }],
  [{ asOf: "2026-07-01" }, { asOf: "That day is still to come. Today is shown." }],
  [{ knownAt: "noon" }, { knownAt: "“noon” isn’t a time. What is known now is shown." }],
  [{ knownAt: "2099-01-01T00:00" }, { knownAt: "That time is still to come. What is known now is shown." }],
])("of %j the fields say %j", (params, faults) => {
  expect(momentFaults(read(params), TODAY)).toEqual(faults);
});

test("a file of no day is refused, and not one of today", () => {
  expect(momentOfFile(read({ asOf: "2026-02-30" }))).toEqual({ asOf: "2026-02-30" });
  expect(momentOfFile(read({ asOf: "2026-02-28" }))).toEqual({ asOf: "2026-02-28" });
});
