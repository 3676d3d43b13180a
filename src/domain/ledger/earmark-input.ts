// What is said to set part of an account's open credit aside.
import { z } from "zod";
import { PositiveCents } from "../values/money-shapes.ts";

export const NewEarmark = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  note: z.string().trim().min(1, "Say what it is for.").max(500),
});
export type NewEarmark = z.output<typeof NewEarmark>;
