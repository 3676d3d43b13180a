// What a statement says to its reader by how late the money is: the oldest bucket with anything in it chooses.
import { BUCKETS, type Aging, type Bucket } from "../ledger/aging.ts";

/** By bucket; empty where nothing is said. */
export type AgeMessages = Readonly<Record<Bucket, string>>;

export const NO_MESSAGES: AgeMessages = { current: "", d1_30: "", d31_60: "", d61_90: "", d91: "" };

/** Nothing to say to who owes nothing, or has credit for all of it. */
export function messageFor(aging: Pick<Aging, Bucket | "netCents">, messages: AgeMessages): string {
  const oldest = BUCKETS.findLast((bucket) => aging[bucket] > 0);
  return oldest === undefined || aging.netCents <= 0 ? "" : messages[oldest];
}
