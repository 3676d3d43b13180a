// A certificate holds through its last day, and one is told of its end thirty days before.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { exemptionState, holdsOn } from "./tax-in-force.ts";

const until = (expiresOn: string | null) => ({
  certificate: "EX-77",
  expiresOn: expiresOn === null ? null : day(expiresOn),
});

test.each([
  ["2026-06-29", false],
  ["2026-06-30", true],
  [null, true],
])("until %s it holds on 30 June: %s", (expiresOn, holds) => {
  expect(holdsOn(until(expiresOn), day("2026-06-30"))).toBe(holds);
});

test.each([
  ["2026-06-29", "expired"],
  ["2026-06-30", "ends-soon"],
  ["2026-07-29", "ends-soon"],
  ["2026-07-30", "holds"],
  [null, "holds"],
])("until %s it is said on 30 June that it %s", (expiresOn, state) => {
  expect(exemptionState(until(expiresOn), day("2026-06-30"))).toBe(state);
});
