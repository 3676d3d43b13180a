// Aging of one account: what isn't due yet, what is late and by how long, and what is left to collect once the open
// credit is applied.
import type { Aging } from "@/domain/aging.ts";
import { formatDay, type Day } from "@/domain/day.ts";
import { AgingFigures } from "@/ui/aging-figures.tsx";
import type { Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";

export function AgingCard({ aging, asOf, ...reading }: Reading & { aging: Aging; asOf: Day }) {
  return (
    <Section
      id="aging"
      title="Aging"
      note={`by due date, at ${formatDay(asOf, reading.locale)}, in ${reading.currency}`}
    >
      <Card>
        <AgingFigures aging={aging} {...reading} />
      </Card>
    </Section>
  );
}
