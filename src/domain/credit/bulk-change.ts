// One change of the credit terms of many accounts: what it makes of each, so that it is seen before it is made.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { AnyCents } from "../values/money-shapes.ts";
import { DecidedTerms } from "./credit-change.ts";
import type { BulkChange } from "./bulk-terms.ts";

/** So many at once. */
export const MOST_AT_ONCE = 200;

const Change = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("limit"),
    limitCents: AnyCents.refine((amount) => amount >= 0, "A limit is zero or more."),
  }),
  z.strictObject({ kind: z.literal("percent"), percent: z.int().min(-100).max(1000) }),
  z.strictObject({ kind: z.literal("hold") }),
  z.strictObject({ kind: z.literal("release") }),
  z.strictObject({ kind: z.literal("review"), reviewOn: AnyDay.nullable() }),
]) satisfies z.ZodType<BulkChange>;

export const BulkCreditChange = z.strictObject({
  accounts: z
    .array(z.strictObject({ accountId: z.uuid(), seen: DecidedTerms }))
    .min(1, "Choose at least one.")
    .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} at once.`)
    .refine((all) => new Set(all.map(({ accountId }) => accountId)).size === all.length, "Each once."),
  change: Change,
  reason: z.string().trim().min(3, "Say why, in a few words.").max(500),
});
export type BulkCreditChange = z.output<typeof BulkCreditChange>;
