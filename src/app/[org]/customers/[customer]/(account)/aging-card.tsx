// Aging of one account: what isn't due yet, what is late and by how long, and what is left to collect once the open
// credit is applied.
import type { Route } from "next";
import type { Aging, Bucket } from "@/domain/ledger/aging.ts";
import { AgingFigures } from "@/ui/aging-figures.tsx";
import type { Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";

type Props = Reading & {
  aging: Aging;
  /** The day, and the time it was known at, in words. */
  moment: string;
  bucketWay: (bucket: Bucket) => Route;
};

export function AgingCard({ aging, moment, bucketWay, ...reading }: Props) {
  return (
    <Section id="aging" title="Aging" note={`by due date, at ${moment}, in ${reading.currency}`}>
      <Card>
        <AgingFigures aging={aging} bucketWay={bucketWay} {...reading} />
      </Card>
    </Section>
  );
}
