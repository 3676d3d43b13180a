// Which refusals an override lets pass, which it never does, and what becomes of one in time.
import { expect, test } from "vitest";
import type { CanCharge, WhyNot } from "../ledger/account.ts";
import { cents } from "../values/money.ts";
import { OVERRIDABLE, coversCause, overridable, overrideState } from "./override.ts";

const left = (amount: number): CanCharge => ({ kind: "amount", amountCents: cents(amount) });

test.each<[string, number, CanCharge, number | null, unknown]>([
  ["within the limit", 100, left(100), null, { kind: "not-needed" }],
  ["a cent above it", 101, left(100), null, { kind: "by", cause: "over-limit" }],
  ["within the limit and above the job's", 100, left(100), 99, { kind: "by", cause: "over-job-limit" }],
  [
    "no upper limit and above the job's",
    100,
    { kind: "unlimited" },
    99,
    { kind: "by", cause: "over-job-limit" },
  ],
  ["no upper limit", 100, { kind: "unlimited" }, 100, { kind: "not-needed" }],
])("%s", (_what, charge, can, room, expected) => {
  expect(overridable(cents(charge), can, room === null ? null : cents(room))).toEqual(expected);
});

test.each(OVERRIDABLE)("%s can be overridden", (because) => {
  expect(overridable(cents(1), { kind: "refused", because }, null)).toEqual({ kind: "by", cause: because });
});

test.each<WhyNot>(["closed", "charge-off", "not-allowed", "no-address"])(
  "%s is never overridden",
  (because) => {
    expect(overridable(cents(1), { kind: "refused", because }, null)).toEqual({ kind: "never", because });
  },
);

test.each([
  ["over-limit", "over-job-limit", true],
  ["hold", "hold", true],
  ["over-limit", "hold", false],
  ["hold", "over-limit", false],
  ["held-for-age", "hold", false],
] as const)("approved for %s, met as %s: %s", (approved, now, covers) => {
  expect(coversCause(approved, now)).toBe(covers);
});

const NOW = Date.parse("2026-06-30T12:00:00Z");
const asked = {
  answerBy: "2026-06-30T12:00:01Z",
  declinedAt: null,
  approvedAt: null,
  expiresAt: null,
  usedBy: null,
};

test.each([
  ["waiting", {}],
  ["lapsed", { answerBy: "2026-06-30T12:00:00Z" }],
  ["declined", { declinedAt: "2026-06-30T11:00:00Z" }],
  ["approved", { approvedAt: "2026-06-30T11:00:00Z", expiresAt: "2026-06-30T12:00:01Z" }],
  // However long ago it was asked for.
  ["approved", { answerBy: "2026-06-30T11:00:00Z", expiresAt: "2026-06-30T12:00:01Z" }],
  ["lapsed", { approvedAt: "2026-06-30T11:00:00Z", expiresAt: "2026-06-30T12:00:00Z" }],
  ["used", { expiresAt: "2026-06-30T11:00:00Z", usedBy: 7 }],
] as const)("is %s by %j", (state, told) => {
  expect(overrideState({ ...asked, ...told }, NOW)).toBe(state);
});
