// Whoever bills has to know why nothing is taxed, and before long why it is.
import { exemptionWords } from "@/domain/ledger/exemption-words.ts";
import type { Exemption, ExemptionState } from "@/domain/ledger/tax-in-force.ts";
import type { Day } from "@/domain/values/day.ts";

const TONES: Record<ExemptionState, string> = {
  holds: "text-soft",
  "ends-soon": "font-medium text-soon",
  expired: "font-medium text-late",
};

/** `on`: the invoice's day; null while it has none. */
export function ExemptionLine({
  exemption,
  on,
  locale,
}: {
  exemption: Exemption | null;
  on: Day | null;
  locale: string;
}) {
  if (exemption === null || on === null) return null;
  const { state, words } = exemptionWords(exemption, { on, what: "invoice", locale });
  return <p className={`text-13 ${TONES[state]}`}>{words}</p>;
}
