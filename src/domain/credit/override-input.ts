// What a door accepts when an override is asked for or answered.
import { z } from "zod";
import { PositiveCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";
import { OVERRIDE_MINUTES } from "./override.ts";

export const AskOverride = z.strictObject({
  accountId: z.uuid(),
  /** The job that the charge is for. */
  jobId: z.uuid().nullable().default(null),
  /** A house charge, or an invoice on terms that the business's policy asks one for. */
  what: z.enum(["charge", "invoice"]).default("charge"),
  /** What is charged: the override covers no more. */
  amountCents: PositiveCents,
  reason: writtenText("Say why, in a few words.").max(500),
});
export type AskOverride = z.output<typeof AskOverride>;

export const ApproveOverride = z.strictObject({
  overrideId: z.uuid(),
  minutes: z.union(OVERRIDE_MINUTES.map((each) => z.literal(each))),
});
export type ApproveOverride = z.output<typeof ApproveOverride>;

export const DeclineOverride = z.strictObject({
  overrideId: z.uuid(),
  note: z.string().trim().max(500).default(""),
});
export type DeclineOverride = z.output<typeof DeclineOverride>;
