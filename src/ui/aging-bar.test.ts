// The aging bar: shares by size, nothing too thin to see, no gap at the end.
import { expect, test } from "vitest";
import { agingOf } from "@/domain/ledger/aging.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import { sharesOf } from "./aging-bar.tsx";

const NONE = { current: ZERO, d1_30: ZERO, d31_60: ZERO, d61_90: ZERO, d91: ZERO };

test("each bucket is as wide as its share, side by side", () => {
  const aging = agingOf({ ...NONE, current: cents(25000), d31_60: cents(75000) }, ZERO);
  expect(sharesOf(aging)).toEqual([
    { bucket: "current", from: 0, width: 250 },
    { bucket: "d31_60", from: 250, width: 750 },
  ]);
});

test("a cent among millions can still be seen, and the bar still ends at its end", () => {
  const shares = sharesOf(agingOf({ ...NONE, current: cents(1), d91: cents(999_999_999) }, ZERO));
  expect(shares[0]?.width).toBeGreaterThan(5);
  const last = shares.at(-1);
  expect((last?.from ?? 0) + (last?.width ?? 0)).toBeCloseTo(1000, 6);
});
