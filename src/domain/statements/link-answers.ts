// What the holder of a link may say by its forms, as a form sends it: each field a text.
import { z } from "zod";
import { DISPUTE_REASONS } from "../invoices/dispute.ts";
import { LONGEST_NOTE } from "./question.ts";
import { AnyDay } from "../values/day-shape.ts";

export const DisputeAnswer = z.object({
  invoice: z.uuid(),
  reason: z.enum(DISPUTE_REASONS),
  note: z.string().trim().max(500),
});

/** The amount is as it was typed, in the words of the business's region; empty for all that is owed. */
export const PromiseAnswer = z.object({ day: AnyDay, amount: z.string().trim().max(30) });

/** `differences`: those of the customer's own list, as JSON; something has to be said. */
export const QuestionAnswer = z
  .object({ note: z.string().trim().max(LONGEST_NOTE), differences: z.string().max(60_000) })
  .refine(({ note, differences }) => note !== "" || differences !== "[]");

/** The box was ticked: a form that is sent as it came is nobody's word. */
export const SeenAnswer = z.object({ seen: z.literal("yes") });
