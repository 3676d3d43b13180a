// Aging of one account: what isn't due yet, what is late and by how long, and what is left to collect once the open
// credit is applied.
import type { Aging } from "@/domain/aging.ts";
import { AgingFigures } from "@/ui/aging-figures.tsx";
import type { Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";

/** `moment`: the day, and the time it was known at, in words. */
export function AgingCard({ aging, moment, ...reading }: Reading & { aging: Aging; moment: string }) {
  return (
    <Section id="aging" title="Aging" note={`by due date, at ${moment}, in ${reading.currency}`}>
      <Card>
        <AgingFigures aging={aging} {...reading} />
      </Card>
    </Section>
  );
}
