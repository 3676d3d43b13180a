// What the form behind a link sends to pay: each field a text, and the invoices as often as they were ticked.
import { z } from "zod";

export const PAY_WHAT = ["all", "past-due", "amount", "chosen"] as const;

export const PayForm = z.object({
  what: z.enum(PAY_WHAT),
  /** As it was typed, in the words of the business's region. */
  amount: z.string().trim().max(30).default(""),
  /** Which of the accounts that a parent's statement is of. */
  account: z.uuid().optional(),
  items: z.array(z.coerce.number().int().positive()).max(50),
});
