// What a door accepts when an override is asked for or answered.
import { z } from "zod";
import { PositiveCents } from "../values/money-shapes.ts";
import { writtenText } from "../values/written-text.ts";
import { OVERRIDE_MINUTES, OVERRIDE_WHATS } from "./override.ts";

export const AskOverride = z.strictObject({
  accountId: z.uuid(),
  /** The job that the charge is for. */
  jobId: z.uuid().nullable().default(null),
  what: z.enum(OVERRIDE_WHATS).default("charge"),
  /** What is charged: the override covers no more. */
  amountCents: PositiveCents,
  reason: writtenText("Say why, in a few words.").max(500),
});
export type AskOverride = z.output<typeof AskOverride>;

/** By whoever bills, of an invoice. */
export const AskInvoiceOverride = AskOverride.omit({ what: true });

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
