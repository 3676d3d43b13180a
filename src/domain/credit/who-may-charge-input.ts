// What a door accepts to say who may charge: the rule of an account or of a job, people, and blanket purchase orders.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";
import { PO_RULES } from "./who-may-charge.ts";

export const Pin = z.string().regex(/^\d{4,8}$/, "A PIN has four to eight digits.");

export const RuleChange = z
  .strictObject({
    accountId: z.uuid(),
    jobId: z.uuid().nullable().default(null),
    buyersOnly: z.boolean(),
    poRule: z.enum(PO_RULES),
    presetPo: z.string().trim().max(60).default(""),
  })
  .refine(({ poRule, presetPo }) => poRule !== "preset" || presetPo !== "", {
    path: ["presetPo"],
    message: "Enter the number that is filled in.",
  });
export type RuleChange = z.output<typeof RuleChange>;

export const NewBuyer = z.strictObject({
  accountId: z.uuid(),
  jobId: z.uuid().nullable().default(null),
  name: writtenText("Enter a name.").max(200),
  /** Asked for at each of their charges; null: none. */
  pin: Pin.nullable().default(null),
  /** The most of one charge. */
  mostCents: PositiveCents.nullable().default(null),
  until: AnyDay.nullable().default(null),
});
export type NewBuyer = z.output<typeof NewBuyer>;

/** `content`: a PNG or a JPEG, in base64. What it is and how large it may be, the file itself is asked. */
export const BuyerPhoto = z.strictObject({
  buyerId: z.uuid(),
  name: z.string().max(500).default("photo"),
  content: z.base64().min(1).meta({ description: "A PNG or a JPEG of 512 kB at most, in base64." }),
});
export type BuyerPhoto = z.output<typeof BuyerPhoto>;

export const NewOrder = z.strictObject({
  accountId: z.uuid(),
  number: writtenText("Enter its number.").max(60),
  amountCents: PositiveCents,
  until: AnyDay.nullable().default(null),
});
export type NewOrder = z.output<typeof NewOrder>;
