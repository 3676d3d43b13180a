// Asked by each verb that hands money back, gives a debt up, or approves what is above a limit: whether whoever does it
// may do so much in one go (domain/ledger/own-limits.ts). The system and the holders of links have no limits of their own.
import { limitInTheWay, type Limited } from "@/domain/ledger/own-limits.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** Refuses "over-own-limit", with the limit in cents of the home currency. */
export function assertWithinOwnLimit(
  { ownLimits, currency: home }: Books,
  what: Limited,
  amount: { amountCents: Cents; currency: string },
): void {
  const limitCents = ownLimits && limitInTheWay(ownLimits, what, { ...amount, home });
  if (limitCents !== null) throw new Refusal("over-own-limit", { what, limitCents, currency: home });
}
