// That more is held back than the lines that a screen shows, and how much: said before somebody takes what they see for all of it.
import { countOf } from "@/domain/count-of.ts";
import { formatAmount } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Notice } from "@/ui/notice.tsx";

type Props = {
  beyond: RouterOutputs["retainage"]["held"]["beyond"];
  shown: number;
  currency: string;
  locale: string;
};

export function Beyond({ beyond, shown, currency, locale }: Props) {
  if (beyond === null) return null;
  const { lines, heldCents } = beyond;
  return (
    <Notice tone="soon" title={`The first ${countOf(shown, "line")} stand below`}>
      <p>
        {countOf(lines, "more line")} with {formatAmount(heldCents, currency, locale)} {currency} held back{" "}
        {lines === 1 ? "is" : "are"} left out. Choose one job to see its own.
      </p>
    </Notice>
  );
}
