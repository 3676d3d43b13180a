// What reversing an event would do, with its days already written out for the browser.
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type ReversalPreview = RouterOutputs["events"]["previewReversal"];
export type ReversalEffects = ReversalPreview & { day: string };

export const reversalEffects = (preview: ReversalPreview, locale: string): ReversalEffects => ({
  ...preview,
  day: formatDay(preview.effectiveOn, locale),
});

export type Where = { org: string; locale: string; today: Day };
