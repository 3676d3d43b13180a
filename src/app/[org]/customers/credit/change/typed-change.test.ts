// What is typed of a change of many, and what it is read as.
import { expect, test } from "vitest";
import { NOTHING_TYPED, kindOf, readChange, type TypedChange } from "./typed-change.ts";

const US = { currency: "USD", locale: "en-US" };

test.each<[Partial<TypedChange>, object | null]>([
  [{ amount: "1,250" }, { kind: "limit", limitCents: 1_250_00 }],
  [{ amount: "0" }, { kind: "limit", limitCents: 0 }],
  [{ amount: "" }, null],
  [{ amount: "-1" }, null],
  [
    { kind: "percent", percent: "10" },
    { kind: "percent", percent: 10 },
  ],
  [
    { kind: "percent", percent: "−25" },
    { kind: "percent", percent: -25 },
  ],
  [{ kind: "percent", percent: "-101" }, null],
  [{ kind: "percent", percent: "" }, null],
  [{ kind: "hold", amount: "x" }, { kind: "hold" }],
  [
    { kind: "review", reviewOn: "2026-12-01" },
    { kind: "review", reviewOn: "2026-12-01" },
  ],
  [{ kind: "review" }, null],
])("%o", (typed, change) => {
  const read = readChange({ ...NOTHING_TYPED, ...typed }, US);
  expect(read.change).toEqual(change);
  expect(read.fault === undefined).toBe(change !== null);
});

test("an unknown kind is the first", () => {
  expect([kindOf("release"), kindOf("x")]).toEqual(["release", "limit"]);
});
