// What is said to issue a credit memo: how much, why, and what it settles at once.
import { z } from "zod";
import { AppliedToItem } from "../ledger/application-input.ts";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";

export const NewCreditMemo = z.strictObject({
  accountId: z.uuid(),
  issuedOn: AnyDay,
  subtotalCents: PositiveCents,
  reason: z.string().trim().max(500).default(""),
  applied: z.array(AppliedToItem).max(1000).default([]),
});
export type NewCreditMemo = z.output<typeof NewCreditMemo>;
