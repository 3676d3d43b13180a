// What a business starts its books with, entered by hand: an invoice that was open, a credit, or a payment on account, of
// one customer, as it was dated before the start.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { OPENING_WORDS, type OpeningKind } from "./opening-words.ts";
import { PositiveCents } from "../values/money-shapes.ts";

export const NewOpening = z
  .strictObject({
    customerId: z.uuid(),
    kind: z.enum(Object.keys(OPENING_WORDS) as OpeningKind[]),
    /** Of the invoice or the credit; a check's number. */
    number: z.string().trim().max(60).default(""),
    /** The paper's own date. */
    on: AnyDay,
    /** Of an invoice; null leaves it to the customer's terms. */
    dueOn: AnyDay.nullable().default(null),
    /** What was still open of it. */
    amountCents: PositiveCents,
    memo: z.string().trim().max(500).default(""),
  })
  .refine(({ kind, number }) => kind !== "invoice" || number !== "", {
    path: ["number"],
    error: "Enter the invoice’s number.",
  })
  .refine(({ on, dueOn }) => dueOn === null || dueOn >= on, {
    path: ["dueOn"],
    error: "It is due before it was issued.",
  });
export type NewOpening = z.output<typeof NewOpening>;
