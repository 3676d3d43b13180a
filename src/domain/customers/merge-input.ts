// What is said to merge two customers that were one, and to reverse that.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";

export const NewMerge = z.strictObject({
  fromCustomerId: z.uuid(),
  intoCustomerId: z.uuid(),
  mergedOn: AnyDay,
  reason: z.string().trim().max(500).default(""),
});
export type NewMerge = z.output<typeof NewMerge>;

export const MergeReversal = z.strictObject({ mergeId: z.uuid(), reversedOn: AnyDay });
export type MergeReversal = z.output<typeof MergeReversal>;
