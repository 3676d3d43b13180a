// Aging at its bounds, and that no cent is lost between buckets.
import fc from "fast-check";
import { expect, test } from "vitest";
import { BUCKETS, BUCKET_DAYS, ageItems, agingOf, bucketOf, type Bucket } from "./aging.ts";
import { addDays, day } from "../values/day.ts";
import { ZERO, cents, minus, sum } from "../values/money.ts";

test.each<[number, Bucket]>([
  [-400, "current"],
  [-1, "current"],
  [0, "current"],
  [1, "d1_30"],
  [30, "d1_30"],
  [31, "d31_60"],
  [60, "d31_60"],
  [61, "d61_90"],
  [90, "d61_90"],
  [91, "d91"],
  [5000, "d91"],
])("%d days past due is %s", (days, bucket) => {
  expect(bucketOf(days)).toBe(bucket);
});

const asOf = day("2026-06-30");
const items = fc.array(
  fc.record({
    dueOn: fc.integer({ min: -400, max: 400 }).map((days) => addDays(asOf, days)),
    openCents: fc.integer({ min: 1, max: 1_000_000_00 }).map(cents),
  }),
);

test("the buckets hold what is open, all of it and once", () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 0, max: 1_000_00 }).map(cents), (list, unapplied) => {
      const aging = agingOf(ageItems(list, asOf), unapplied);
      expect(aging.totalCents).toBe(sum(list.map((item) => item.openCents)));
      expect(aging.netCents).toBe(minus(aging.totalCents, unapplied));
      expect(sum(BUCKETS.map((bucket) => aging[bucket]))).toBe(aging.totalCents);
    }),
  );
});

test("a day later nothing gets younger", () => {
  const age = (bucket: Bucket) => BUCKETS.indexOf(bucket);
  fc.assert(
    fc.property(
      fc.integer({ min: -200, max: 200 }),
      (days) => age(bucketOf(days + 1)) >= age(bucketOf(days)),
    ),
  );
});

test("nothing open is nothing everywhere; negative credit is a broken claim", () => {
  const buckets = ageItems([], asOf);
  expect(Object.values(agingOf(buckets, ZERO)).every((amount) => amount === 0)).toBe(true);
  expect(() => agingOf(buckets, cents(-1))).toThrow("broken claim");
});

test("retainage stands beside the aging, not in it", () => {
  const aging = agingOf(ageItems([{ dueOn: asOf, openCents: cents(5) }], asOf), ZERO, cents(100));
  expect(aging).toMatchObject({ totalCents: 5, netCents: 5, retainedCents: 100 });
});

test("each day past due lies within the days of its bucket and of no other", () => {
  for (let days = -40; days <= 140; days++) {
    const within = BUCKETS.filter((bucket) => {
      const [from, to] = BUCKET_DAYS[bucket];
      return (from === null || days >= from) && (to === null || days <= to);
    });
    expect(within).toEqual([bucketOf(days)]);
  }
});
