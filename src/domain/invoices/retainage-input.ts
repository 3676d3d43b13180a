// What is said to bill held retainage: how much of which lines.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";

const ReleasedLine = z.strictObject({
  invoiceId: z.uuid(),
  invoiceLine: z.number().int().positive(),
  amountCents: PositiveCents,
});

export const NewRelease = z.strictObject({
  accountId: z.uuid(),
  releasedOn: AnyDay,
  /** Left out, the customer's terms decide. */
  dueOn: AnyDay.optional(),
  released: z.array(ReleasedLine).min(1).max(1000),
});
export type NewRelease = z.output<typeof NewRelease>;
