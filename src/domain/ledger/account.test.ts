// Can Charge: the one number a counter asks for, with the contract's own example to the cent.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canCharge,
  creditTermsOf,
  type CanCharge,
  usedOfLimit,
  type AccountFigures,
  type CreditTerms,
  type KeptTerms,
  type SharedLimit,
} from "./account.ts";
import { day } from "../values/day.ts";
import { ZERO, cents, minus } from "../values/money.ts";

const figures = (balance: number, credit = 0, earmarked = 0, reserved = 0): AccountFigures => ({
  balanceCents: cents(balance),
  openCreditCents: cents(credit),
  earmarkedCents: cents(earmarked),
  reservedCents: cents(reserved),
  retainedCents: ZERO,
  netCents: cents(balance - credit),
  countEarmarked: false,
});
const terms = (limit: number, more: Partial<CreditTerms> = {}): CreditTerms => ({
  status: "good",
  chargingAllowed: true,
  heldForAge: null,
  raisedUntil: null,
  hasAddress: true,
  limit: { kind: "limit", limitCents: cents(limit) },
  ...more,
});
const limitAt = (units: number) => ({ kind: "limit", limitCents: cents(units) }) as const;
const amount = (amountCents: number): CanCharge => ({ kind: "amount", amountCents: cents(amountCents) });

test("the example: limit 5,000.00, balance 1,850.90, credit 300.00, earmarked 100.00 leaves 3,349.10", () => {
  expect(canCharge(figures(1_850_90, 300_00, 100_00), terms(5_000_00))).toEqual(amount(3_349_10));
  expect(usedOfLimit(figures(1_850_90, 300_00, 100_00))).toBe(1_650_90);
});

test.each<[string, AccountFigures, number, number]>([
  ["nothing owed", figures(0), 100_00, 100_00],
  ["at the limit", figures(100_00), 100_00, 0],
  ["a cent below it", figures(99_99), 100_00, 1],
  ["over the limit: never below nothing", figures(150_00), 100_00, 0],
  ["a lowered limit counts at once", figures(80_00), 50_00, 0],
  ["a limit of nothing", figures(0), 0, 0],
  ["free credit adds to the limit", figures(0, 40_00), 100_00, 140_00],
  ["earmarked credit doesn't", figures(0, 40_00, 40_00), 100_00, 100_00],
  ["a reservation takes from it", figures(0, 0, 0, 30_00), 100_00, 70_00],
])("%s", (_what, figures, limit, left) => {
  expect(canCharge(figures, terms(limit))).toEqual(amount(left));
});

test.each<[string, Partial<CreditTerms>, string]>([
  ["on hold", { status: "hold" }, "hold"],
  ["charged off", { status: "charge-off" }, "charge-off"],
  ["closed", { status: "closed" }, "closed"],
  ["held for age", { heldForAge: { daysPastDue: 90, afterDays: 60 } }, "held-for-age"],
  ["not allowed to charge", { chargingAllowed: false }, "not-allowed"],
  ["without a limit", { limit: { kind: "none" } }, "no-limit"],
  ["without an address", { hasAddress: false }, "no-address"],
  [
    "on hold and without all of it",
    { status: "hold", chargingAllowed: false, limit: { kind: "none" } },
    "hold",
  ],
])("%s: refused, and why", (_what, more, because) => {
  expect(canCharge(figures(0), terms(100_00, more))).toMatchObject({ kind: "refused", because });
});

test("unlimited is a flag, never a zero; a hold stops it, too", () => {
  const unlimited = { limit: { kind: "unlimited" } } as const;
  expect(canCharge(figures(9_999_999_99), terms(0, unlimited))).toEqual({ kind: "unlimited" });
  expect(canCharge(figures(0), terms(0, { ...unlimited, status: "hold" }))).toEqual({
    kind: "refused",
    because: "hold",
  });
});

const kept = (more: Partial<KeptTerms>): KeptTerms => ({
  status: "good",
  chargingAllowed: true,
  age: { oldestDueOn: null, afterDays: null },
  holdOverCents: null,
  holdReason: null,
  hasAddress: true,
  unlimited: false,
  limitCents: 100_00,
  temporaryLimitCents: null,
  temporaryUntil: null,
  shared: null,
  ...more,
});
const until = (on: string, units: number) => ({ temporaryLimitCents: units, temporaryUntil: day(on) });

test.each<[string, Partial<KeptTerms>, CreditTerms["limit"], string | null]>([
  ["the standing limit", {}, { kind: "limit", limitCents: cents(100_00) }, null],
  ["higher, on its last day", until("2026-06-30", 300_00), limitAt(300_00), "2026-06-30"],
  ["higher, the day after", until("2026-06-29", 300_00), limitAt(100_00), null],
  ["lower: the standing one counts", until("2026-07-30", 50_00), limitAt(100_00), null],
  [
    "where there is none otherwise",
    { limitCents: null, ...until("2026-07-01", 50_00) },
    limitAt(50_00),
    "2026-07-01",
  ],
  [
    "of nothing, where there is none",
    { limitCents: null, ...until("2026-07-01", 0) },
    limitAt(0),
    "2026-07-01",
  ],
  ["over, where there is none", { limitCents: null, ...until("2026-06-01", 50_00) }, { kind: "none" }, null],
  [
    "beside no limit at all",
    { unlimited: true, limitCents: null, ...until("2026-07-01", 5) },
    { kind: "unlimited" },
    null,
  ],
])("a limit for a while, %s", (_what, more, limit, raisedUntil) => {
  expect(creditTermsOf(kept(more), day("2026-06-30"))).toMatchObject({ limit, raisedUntil });
});

test("charging all that can be charged reaches the limit exactly", () => {
  const some = fc.integer({ min: 0, max: 1_000_000_00 });
  fc.assert(
    fc.property(some, some, some, some, (limit, balance, credit, reserved) => {
      const before = figures(balance, credit, 0, reserved);
      const can = canCharge(before, terms(limit));
      if (can.kind !== "amount") throw new Error("a limit gives an amount");
      const after = figures(balance + can.amountCents, credit, 0, reserved);
      expect(canCharge(after, terms(limit))).toEqual(amount(0));
      if (can.amountCents > 0) expect(minus(cents(limit), usedOfLimit(after))).toBe(0);
    }),
  );
});

test("where the business counts earmarked credit, it widens what can be charged", () => {
  const some = figures(700_00, 300_00, 100_00, 50_00);
  expect(canCharge(some, terms(1000_00))).toEqual({ kind: "amount", amountCents: 450_00 });
  expect(canCharge({ ...some, countEarmarked: true }, terms(1000_00))).toEqual({
    kind: "amount",
    amountCents: 550_00,
  });
});

const sharing = (limit: CreditTerms["limit"], more: Partial<SharedLimit> = {}): Partial<CreditTerms> => ({
  shared: {
    customerId: "head",
    name: "Head Office",
    isOwn: false,
    isOnHold: false,
    limit,
    usedElsewhereCents: cents(70_00),
    ...more,
  },
});
const bound = (usedCents: number, more = {}) => ({
  bound: {
    name: "Head Office",
    isOwn: false,
    limitCents: cents(100_00),
    usedCents: cents(usedCents),
    ...more,
  },
});

test.each<[string, Partial<CreditTerms>, object]>([
  ["the shared limit leaves less", sharing(limitAt(100_00)), { ...amount(20_00), ...bound(80_00) }],
  ["the own limit leaves less", sharing(limitAt(500_00)), amount(40_00)],
  ["both leave as much: the own one is said", sharing(limitAt(120_00)), amount(40_00)],
  ["the family is over: never below nothing", sharing(limitAt(10_00)), { kind: "amount", amountCents: ZERO }],
  ["a shared limit without an upper end", sharing({ kind: "unlimited" }), amount(40_00)],
  [
    "no limit of its own: the parent’s alone",
    { limit: { kind: "none" }, ...sharing(limitAt(100_00)) },
    { ...amount(20_00), ...bound(80_00) },
  ],
  [
    "neither has an upper limit",
    { limit: { kind: "none" }, ...sharing({ kind: "unlimited" }) },
    { kind: "unlimited" },
  ],
  ["the parent has none set", sharing({ kind: "none" }), { kind: "refused", because: "no-shared-limit" }],
  [
    "the parent is on hold",
    sharing(limitAt(100_00), { isOnHold: true }),
    { kind: "refused", because: "parent-on-hold" },
  ],
  [
    "at the parent itself",
    sharing(limitAt(100_00), { isOwn: true }),
    { ...amount(20_00), ...bound(80_00, { isOwn: true }) },
  ],
  [
    "the parent without a limit",
    { limit: { kind: "none" }, ...sharing({ kind: "none" }, { isOwn: true }) },
    { kind: "refused", because: "no-limit" },
  ],
])("a shared limit with 70.00 in use elsewhere, 10.00 here of an own 50.00: %s", (_what, more, can) => {
  expect(canCharge(figures(10_00), terms(50_00, more))).toMatchObject(can);
});

test.each<[string, number, Partial<CreditTerms>, ReturnType<typeof canCharge>]>([
  ["as much as is let above the limit", 150_00, { holdOverCents: cents(50_00) }, amount(0)],
  [
    "a cent more",
    150_01,
    { holdOverCents: cents(50_00) },
    { kind: "refused", because: "held-over", about: { overCents: cents(50_01) } },
  ],
  [
    "a cent above, of nothing that is let",
    100_01,
    { holdOverCents: cents(0) },
    {
      kind: "refused",
      because: "held-over",
      about: { overCents: cents(1) },
    },
  ],
  ["where nothing is held for it", 999_00, {}, amount(0)],
  [
    "on hold, with what somebody said",
    0,
    { status: "hold", holdReason: "Check came back" },
    { kind: "refused", because: "hold", about: { reason: "Check came back" } },
  ],
])("a hold, %s", (_what, owed, more, can) => {
  expect(canCharge(figures(owed), terms(100_00, more))).toEqual(can);
});
