// Why a sale isn't taxed, said before it is made: by which certificate, and that it ends soon or has ended.
import type { Day } from "../values/day.ts";
import { formatDay } from "../values/day-words.ts";
import { exemptionState, type Exemption, type ExemptionState } from "./tax-in-force.ts";

type Sale = { on: Day; what: "sale" | "invoice"; locale: string };

export function exemptionWords(
  exemption: Exemption,
  { on, what, locale }: Sale,
): { state: ExemptionState; words: string } {
  const { certificate, expiresOn } = exemption;
  const state = exemptionState(exemption, on);
  const by = `Tax exempt by certificate ${certificate}`;
  if (state === "holds" || expiresOn === null) return { state, words: by };
  const ends = formatDay(expiresOn, locale);
  return state === "expired"
    ? { state, words: `Certificate ${certificate} ended on ${ends}: this ${what} is taxed.` }
    : { state, words: `${by}, which ends on ${ends}` };
}
