// What is said to apply open credit to debts, and to un-apply it.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { EventId, Period, SeenSeq } from "./event-input.ts";

/** Of a credit that is known already. */
export const AppliedToItem = z.strictObject({ itemId: EventId, amountCents: PositiveCents });

export const NewApplication = z.strictObject({
  accountId: z.uuid(),
  appliedOn: AnyDay,
  applied: z
    .array(z.strictObject({ creditId: EventId, itemId: EventId, amountCents: PositiveCents }))
    .min(1)
    .max(1000),
  /** On purpose: earmarks are released, the newest first. */
  useEarmarked: z.boolean().default(false),
  seenSeq: SeenSeq,
  period: Period,
});
export type NewApplication = z.output<typeof NewApplication>;

export const NewUnApplication = z.strictObject({
  accountId: z.uuid(),
  unAppliedOn: AnyDay,
  creditId: EventId,
  itemId: EventId,
});
export type NewUnApplication = z.output<typeof NewUnApplication>;

/** What money that comes in settles: chosen item by item, or the oldest first. */
export const AppliedInput = z
  .union([
    z.literal("oldest-first"),
    z
      .array(AppliedToItem)
      .max(1000)
      .refine(
        (chosen) => new Set(chosen.map((each) => each.itemId)).size === chosen.length,
        "Each invoice once.",
      ),
  ])
  .default("oldest-first");
