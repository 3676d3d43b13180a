// Which of the four states a credit status is shown as.
import type { CreditStatus } from "@/domain/ledger/account.ts";
import type { TagTone } from "@/ui/tag.tsx";

export const STATUS_TONES: Record<CreditStatus, TagTone> = {
  good: "good",
  hold: "held",
  "charge-off": "late",
  closed: "neutral",
};
