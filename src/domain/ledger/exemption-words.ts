// Why a sale isn't taxed, said before it is made: by which certificate, and that it ends soon or has ended; and in how many days,
// for whoever asks for another one.
import { countOf } from "../count-of.ts";
import { daysBetween, type Day } from "../values/day.ts";
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

/** null for one without an end. */
export function exemptionEnd(
  exemption: Exemption,
  { today, locale }: { today: Day; locale: string },
): { state: ExemptionState; words: string } | null {
  const { certificate, expiresOn } = exemption;
  if (expiresOn === null) return null;
  const days = daysBetween(today, expiresOn);
  const when =
    days === 0
      ? "ends today"
      : days > 0
        ? `ends in ${countOf(days, "day")}`
        : `ended ${countOf(-days, "day")} ago`;
  const words = `Certificate ${certificate} ${when}, ${formatDay(expiresOn, locale)}`;
  return { state: exemptionState(exemption, today), words };
}
