// The days on which an invoice comes again: each week, or a day of each month, the last where it has fewer; until the end.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day, daysBetween, lastDayOf } from "../values/day.ts";
import { blankDraft } from "./draft.ts";
import { afterOne, cadenceWords, firstOn, nextAfter, templateOf, type Cadence } from "./recurring.ts";

const month = (of: number): Cadence => ({ every: "month", day: of });
const NEVER = { endsOn: null, leftCount: null };

test.each([
  [{ every: "week" }, "2026-01-30", ["2026-01-30", "2026-02-06", "2026-02-13"], "Every week"],
  [month(1), "2026-01-02", ["2026-02-01", "2026-03-01", "2026-04-01"], "On day 1 of each month"],
  [month(15), "2026-01-15", ["2026-01-15", "2026-02-15", "2026-03-15"], "On day 15 of each month"],
  // From a short month it goes back to its own day.
  [month(30), "2026-01-31", ["2026-02-28", "2026-03-30", "2026-04-30"], "On day 30 of each month"],
  [month(31), "2028-01-31", ["2028-01-31", "2028-02-29", "2028-03-31"], "On the last day of each month"],
] as const)("%j from %s is on %j", (cadence, startsOn, days, words) => {
  const first = firstOn(cadence, day(startsOn));
  const second = nextAfter(cadence, first);
  expect([first, second, nextAfter(cadence, second)]).toEqual(days);
  expect(cadenceWords(cadence)).toBe(words);
});

test("every month has one, never before the start", () => {
  const start = fc.nat(20_000).map((days) => addDays(day("2000-01-01"), days));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), start, (of, startsOn) => {
      let at = firstOn(month(of), startsOn);
      expect(at >= startsOn && daysBetween(startsOn, at) <= 31).toBe(true);
      for (let n = 0; n < 14; n++) {
        const next = nextAfter(month(of), at);
        expect(next.slice(0, 7)).not.toBe(at.slice(0, 7));
        expect(daysBetween(at, next)).toBeLessThanOrEqual(34);
        expect([String(of).padStart(2, "0"), lastDayOf(next).slice(8)]).toContain(next.slice(8));
        at = next;
      }
    }),
  );
});

test("it ends after so many, or when the next would be behind its end", () => {
  const on = day("2026-03-15");
  expect(afterOne(month(15), on, NEVER)).toEqual({ nextOn: "2026-04-15", leftCount: null });
  expect(afterOne(month(15), on, { ...NEVER, leftCount: 2 })).toEqual({ nextOn: "2026-04-15", leftCount: 1 });
  expect(afterOne(month(15), on, { ...NEVER, leftCount: 1 })).toBeNull();
  expect(afterOne(month(15), on, { ...NEVER, endsOn: day("2026-04-15") })?.nextOn).toBe("2026-04-15");
  expect(afterOne(month(15), on, { ...NEVER, endsOn: day("2026-04-14") })).toBeNull();
});

test("what comes again has no day and no number, and a typed due date stays as far away", () => {
  const draft = {
    ...blankDraft(day("2026-03-01"), "en-US"),
    number: "X-1",
    terms: "",
    dueOn: day("2026-03-21"),
  };
  expect(templateOf(draft)).toMatchObject({ number: "", issuedOn: null, dueOn: null, terms: "net-20" });
  expect(templateOf({ ...draft, terms: "eom" }).terms).toBe("eom");
});
