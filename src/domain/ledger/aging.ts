// Aging: how late the money is. At day A an item is A − due date days past due; due today is current.
// Buckets plus unapplied credit are always the net receivable (invariant I20).
import { ZERO, cents, minus, plus, type Cents } from "../values/money.ts";
import { daysBetween, type Day } from "../values/day.ts";
import { assert } from "../assert.ts";

export const BUCKETS = ["current", "d1_30", "d31_60", "d61_90", "d91"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Buckets of open items, their total, the credit not yet applied (positive), and net = total − unapplied. */
export type Aging = Record<Bucket, Cents> & {
  totalCents: Cents;
  unappliedCents: Cents;
  netCents: Cents;
  retainedCents: Cents;
};

export type AgedItem = { dueOn: Day; openCents: Cents };

export function bucketOf(daysPastDue: number): Bucket {
  if (daysPastDue <= 0) return "current";
  if (daysPastDue <= 30) return "d1_30";
  if (daysPastDue <= 60) return "d31_60";
  if (daysPastDue <= 90) return "d61_90";
  return "d91";
}

/** The days past due of each, from and to; null has no end. */
export const BUCKET_DAYS: Record<Bucket, readonly [from: number | null, to: number | null]> = {
  current: [null, 0],
  d1_30: [1, 30],
  d31_60: [31, 60],
  d61_90: [61, 90],
  d91: [91, null],
};

/** Labels are ranges, because "30 days" reads as anything (lessons.md 14). */
export const BUCKET_LABELS: Record<Bucket, string> = {
  current: "Current",
  d1_30: "1–30",
  d31_60: "31–60",
  d61_90: "61–90",
  d91: "91+",
};

/** Said of what is in it. */
export const bucketWords = (bucket: Bucket): string =>
  bucket === "current" ? "not due yet" : `${BUCKET_LABELS[bucket]} days past due`;

export function ageItems(items: readonly AgedItem[], asOf: Day): Record<Bucket, Cents> {
  const buckets = { current: ZERO, d1_30: ZERO, d31_60: ZERO, d61_90: ZERO, d91: ZERO };
  for (const item of items) {
    const bucket = bucketOf(daysBetween(item.dueOn, asOf));
    buckets[bucket] = plus(buckets[bucket], item.openCents);
  }
  return buckets;
}

export function agingOf(
  buckets: Record<Bucket, Cents>,
  unappliedCents: Cents,
  retainedCents: Cents = ZERO,
): Aging {
  const totalCents = cents(BUCKETS.reduce((total, bucket) => total + buckets[bucket], 0));
  assert(unappliedCents >= 0, "open credit is never negative");
  return {
    ...buckets,
    totalCents,
    unappliedCents,
    netCents: minus(totalCents, unappliedCents),
    retainedCents,
  };
}
