// Which changes take a second person.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { NOTHING_DECIDED, type DecidedTerms } from "./credit-terms.ts";
import { needsApproval } from "./limit-approval.ts";

const terms = (
  limit: number | "none" | "unlimited",
  raised?: number,
  until = "2026-12-31",
): DecidedTerms => ({
  ...NOTHING_DECIDED,
  status: "good",
  chargingAllowed: true,
  limit: typeof limit === "number" ? { kind: "limit", limitCents: cents(limit) } : { kind: limit },
  temporary: raised === undefined ? null : { limitCents: cents(raised), until: day(until) },
});

test.each<[string, DecidedTerms, DecidedTerms, boolean]>([
  ["up to the amount", terms("none"), terms(100_00), false],
  ["a cent more", terms("none"), terms(100_01), true],
  ["without an upper limit", terms(50_00), terms("unlimited"), true],
  ["for a while", terms(50_00), terms(50_00, 100_01), true],
  ["less than it was", terms(500_00), terms(400_00), false],
  ["what was for a while, for good", terms(50_00, 400_00), terms(400_00), true],
  ["for a while as before", terms(50_00, 400_00), { ...terms(60_00, 400_00), holdExempt: true }, false],
  ["for a while, and less", terms(50_00, 400_00), terms(50_00, 300_00, "2026-12-30"), false],
  ["for a day longer", terms(50_00, 400_00, "2026-12-30"), terms(50_00, 400_00), true],
  ["for a while up to the standing one", terms(400_00), terms(400_00, 400_00), false],
  ["no limit any more", terms("unlimited"), terms("none"), false],
  ["only the status", terms(500_00), { ...terms(500_00), status: "hold" }, false],
])("%s", (_what, before, after, needs) => {
  expect(needsApproval(before, after, cents(100_00))).toBe(needs);
  expect(needsApproval(before, after, null)).toBe(false);
});
