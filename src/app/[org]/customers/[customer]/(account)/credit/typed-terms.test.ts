// What is typed into the credit form, and what it is read as.
import { expect, test } from "vitest";
import { NOTHING_DECIDED } from "@/domain/credit/credit-terms.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { readTerms, statusOf, typedOf, withCharging } from "./typed-terms.ts";

const standing = {
  status: "good",
  chargingAllowed: true,
  limit: { kind: "none" },
  ...NOTHING_DECIDED,
} as const;
const typed = { ...typedOf(standing, { currency: "USD", locale: "en-US" }), kind: "limit" } as const;

const US = { currency: "USD", locale: "en-US" };

test("what stands is what is typed at first", () => {
  const terms = {
    status: "hold",
    chargingAllowed: false,
    limit: { kind: "limit", limitCents: cents(1_234_50) },
    temporary: { limitCents: cents(2_000_00), until: day("2026-07-31") },
    holdExempt: true,
    reviewOn: day("2026-12-01"),
  } as const;
  expect(readTerms(typedOf(terms, US), US).terms).toEqual(terms);
});

test.each(["", "a lot", "-1", "1.234", "99999999999999"])("“%s” is no limit", (limit) => {
  expect(readTerms({ ...typed, limit }, US).terms).toBeNull();
});

test("zero is a limit, and none is not zero", () => {
  expect(readTerms({ ...typed, limit: "0" }, US).terms?.limit).toEqual({ kind: "limit", limitCents: 0 });
  expect(readTerms({ ...typed, kind: "none", limit: "abc" }, US).terms?.limit).toEqual({ kind: "none" });
});

test("who may charge is asked for a limit, where none is set", () => {
  const none = { ...typed, kind: "none", chargingAllowed: false } as const;
  expect(withCharging(none, true)).toEqual({ ...none, chargingAllowed: true, kind: "limit" });
  expect(withCharging({ ...none, kind: "unlimited" }, true).kind).toBe("unlimited");
  expect(withCharging(none, false)).toEqual(none);
});

test("an unknown status is a good one", () => {
  expect(statusOf("charge-off")).toBe("charge-off");
  expect(statusOf("x")).toBe("good");
});

test("a limit for a while needs an amount and a last day, each said at its field", () => {
  const { terms, faults } = readTerms({ ...typed, limit: "5", isRaised: true, raised: "x", until: "" }, US);
  expect([terms, Object.keys(faults)]).toEqual([null, ["raised", "until"]]);
  expect(readTerms({ ...typed, limit: "5", raised: "x" }, US).terms?.temporary).toBeNull();
});
