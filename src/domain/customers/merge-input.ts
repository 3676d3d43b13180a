// What is said to merge two customers that were one, and to reverse that.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { Currency } from "../values/money-shapes.ts";
import { MERGE_FIELDS, MERGE_SIDES } from "./merge-terms.ts";

export const NewMerge = z.strictObject({
  fromCustomerId: z.uuid(),
  intoCustomerId: z.uuid(),
  mergedOn: AnyDay,
  reason: z.string().trim().max(500).default(""),
  /** Whose terms count where the two differ; where nothing is said, the stricter. */
  choices: z
    .array(
      z.strictObject({
        field: z.enum(MERGE_FIELDS),
        currency: Currency.nullable(),
        side: z.enum(MERGE_SIDES),
      }),
    )
    .max(100)
    .default([]),
});
export type NewMerge = z.output<typeof NewMerge>;

export const MergeReversal = z.strictObject({ mergeId: z.uuid(), reversedOn: AnyDay });
export type MergeReversal = z.output<typeof MergeReversal>;
