// What is typed into the credit form, and what it is read as.
import { expect, test } from "vitest";
import { cents } from "@/domain/values/money.ts";
import { readTerms, statusOf, typedOf } from "./typed-terms.ts";

const typed = { status: "good", chargingAllowed: true, kind: "limit", limit: "" } as const;

const US = { currency: "USD", locale: "en-US" };

test("what stands is what is typed at first", () => {
  const terms = {
    status: "hold",
    chargingAllowed: false,
    limit: { kind: "limit", limitCents: cents(1_234_50) },
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

test("an unknown status is a good one", () => {
  expect(statusOf("charge-off")).toBe("charge-off");
  expect(statusOf("x")).toBe("good");
});
