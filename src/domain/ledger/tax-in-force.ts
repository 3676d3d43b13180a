// What a sale is taxed with: the single rates in force on its day, each with its agency's account, and why none is taken.
import type { Day } from "../values/day.ts";
import { addDays } from "../values/day.ts";
import type { TaxRate } from "../values/tax.ts";

export type TaxInForce = TaxRate & { agencyId: string; chartCode: string };

/** By a certificate, until the end of a day; null: it has no end. */
export type Exemption = { certificate: string; expiresOn: Day | null };

export type SaleTaxes = {
  /** What was chosen: "Barre combined". null where nothing is taxed, or nobody has said. */
  name: string | null;
  /** In the order in which they stand on papers. None for a customer who is exempt. */
  taxes: TaxInForce[];
  /** Somebody has said what is taxed, if only that nothing is. */
  answered: boolean;
  /** As it stands, whether it still holds or not. */
  exemption: Exemption | null;
};

export const holdsOn = ({ expiresOn }: Exemption, on: Day): boolean => expiresOn === null || expiresOn >= on;

/** So long before its end one is told. */
export const WARNED_DAYS = 30;

export type ExemptionState = "holds" | "ends-soon" | "expired";

export function exemptionState(exemption: Exemption, today: Day): ExemptionState {
  if (!holdsOn(exemption, today)) return "expired";
  return holdsOn(exemption, addDays(today, WARNED_DAYS)) ? "holds" : "ends-soon";
}
