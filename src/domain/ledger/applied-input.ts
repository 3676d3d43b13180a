// What money that comes in settles, as a screen sends it: chosen item by item, or the oldest first.
import { z } from "zod";
import { PositiveCents } from "../values/money-shapes.ts";

export const ChosenItems = z
  .array(z.strictObject({ itemId: z.number().int().positive(), amountCents: PositiveCents }))
  .max(1000)
  .refine(
    (chosen) => new Set(chosen.map((each) => each.itemId)).size === chosen.length,
    "Each invoice once.",
  );

export const AppliedInput = z.union([z.literal("oldest-first"), ChosenItems]).default("oldest-first");
