// What the API tells of who may charge to an account.
import { z } from "zod";
import { AnySum, listOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";
import { PO_RULES } from "./who-may-charge.ts";

/** The account's own rule first, then those of its jobs. */
export const ChargingAnswer = z.object({
  rules: listOf(
    z.object({
      jobId: z.string().nullable(),
      buyersOnly: z.boolean(),
      poRule: z.enum(PO_RULES),
      presetPo: z.string(),
    }),
  ),
  buyers: listOf(
    z.object({
      buyerId: z.string(),
      name: z.string(),
      jobId: z.string().nullable(),
      hasPin: z.boolean(),
      photoId: z.string().nullable(),
      limitCents: AnySum.nullable(),
      until: AnyDay.nullable(),
    }),
  ),
  orders: listOf(
    z.object({
      orderId: z.string(),
      number: z.string(),
      amountCents: AnySum,
      usedCents: AnySum,
      until: AnyDay.nullable(),
    }),
  ),
});

export const RuleAnswer = z.object({ accountId: z.string() });
export const BuyerAnswer = z.object({ buyerId: z.string() });
export const OrderAnswer = z.object({ orderId: z.string() });
