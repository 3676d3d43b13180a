// Whether a charge may pass the account's limit: said before the database would say it.
import { overridable } from "@/domain/credit/override.ts";
import { canCharge } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { LockedAccount } from "./locked-account.ts";
import type { Gate } from "./post-statement.ts";

/**
 * Says why not before the database would; the database says no in any case, and alone knows whether an override is one: of
 * this account, approved, in time, unused and for no less.
 */
export function assertMayCharge(
  { figures, credit }: Pick<LockedAccount, "figures" | "credit">,
  chargeCents: Cents,
  { overrideId }: Gate,
): void {
  const can = canCharge(figures, credit);
  if (overrideId !== null && overridable(chargeCents, can, null).kind === "by") return;
  if (can.kind === "refused") throw new Refusal("charging-refused", { because: can.because });
  if (can.kind === "amount" && chargeCents > can.amountCents) {
    throw new Refusal(can.bound ? "over-shared-limit" : "over-limit", { canChargeCents: can.amountCents });
  }
}
