// A change of what a customer may charge: who asks says why, and what was seen before comes along, so that nobody
// overwrites a colleague's decision unseen (product.md A10, ledger.md I19).
import { z } from "zod";
import { CREDIT_STATUSES } from "../ledger/account.ts";
import { AnyDay } from "../values/day-shape.ts";
import { AnyCents } from "../values/money-shapes.ts";

const Limit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("unlimited") }),
  z.strictObject({
    kind: z.literal("limit"),
    limitCents: AnyCents.refine((amount) => amount >= 0, "A limit is zero or more."),
  }),
]);

const Temporary = z.strictObject({
  limitCents: AnyCents.refine((amount) => amount >= 0, "A limit is zero or more."),
  until: AnyDay,
});

/** What a person decides; the rest of the terms follows from dates and the profile. */
export const DecidedTerms = z.strictObject({
  status: z.enum(CREDIT_STATUSES, "Choose a status."),
  chargingAllowed: z.boolean(),
  limit: Limit,
  temporary: Temporary.nullable().default(null),
  holdExempt: z.boolean().default(false),
  reviewOn: AnyDay.nullable().default(null),
});

export const CreditChange = z.strictObject({
  accountId: z.uuid(),
  terms: DecidedTerms,
  reason: z.string().trim().min(3, "Say why, in a few words.").max(500),
  /** The terms that were on the screen. */
  seen: DecidedTerms,
});
export type CreditChange = z.output<typeof CreditChange>;
