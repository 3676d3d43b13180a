// Whether a promise was kept, from what was paid until its day.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { mayPromise, promiseState } from "./promise.ts";

const promise = (amount: number | null, isReplaced = false) => ({
  promisedOn: day("2026-03-10"),
  amountCents: amount === null ? null : cents(amount),
  owedCents: cents(500_00),
  isReplaced,
});
const stateOf = (amount: number | null, paid: number, today: string, isReplaced = false) =>
  promiseState(promise(amount, isReplaced), { paidCents: cents(paid), today: day(today) });

test.each<[string, number | null, number, string, string]>([
  ["nothing came, and its day isn't over", 200_00, 0, "2026-03-10", "waiting"],
  ["nothing came by the end of its day", 200_00, 0, "2026-03-11", "broken"],
  ["a cent is missing", 200_00, 199_99, "2026-03-11", "broken"],
  ["it came to the cent", 200_00, 200_00, "2026-03-05", "kept"],
  ["it stays kept", 200_00, 250_00, "2027-01-01", "kept"],
  ["without an amount all that was owed is meant", null, 499_99, "2026-03-11", "broken"],
  ["and all of it came", null, 500_00, "2026-03-11", "kept"],
])("%s", (_name, amount, paid, today, state) => {
  expect(stateOf(amount, paid, today)).toBe(state);
});

test("a promise that another one replaced is neither waited for nor broken, unless it was kept", () => {
  expect(stateOf(200_00, 0, "2026-03-11", true)).toBe("replaced");
  expect(stateOf(200_00, 200_00, "2026-03-11", true)).toBe("kept");
});

test("a day within ninety, today among them", () => {
  const today = day("2026-03-01");
  const may = ["2026-02-28", "2026-03-01", "2026-05-30", "2026-05-31"].map((each) =>
    mayPromise(day(each), today),
  );
  expect(may).toEqual([false, true, true, false]);
});
