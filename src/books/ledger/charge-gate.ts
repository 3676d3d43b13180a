// Whether a charge may pass the account's limit: said before the database would say it.
import { canCharge } from "@/domain/ledger/account.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { LockedAccount } from "./locked-account.ts";
import type { Gate } from "./post-statement.ts";

/** Says why not before the database would; the database says no in any case. */
export function assertMayCharge(
  { figures, credit }: Pick<LockedAccount, "figures" | "credit">,
  chargeCents: Cents,
  { overrideId }: Gate,
): void {
  const can = canCharge(figures, credit);
  if (can.kind === "refused") throw new Refusal("charging-refused", { because: can.because });
  if (can.kind === "amount" && overrideId === null && chargeCents > can.amountCents) {
    throw new Refusal(can.bound ? "over-shared-limit" : "over-limit", { canChargeCents: can.amountCents });
  }
}
