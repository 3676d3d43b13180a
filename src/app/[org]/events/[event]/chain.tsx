// The event's link in its account's chain: each event is sealed together with the one before, so that none can be
// changed, put in between or taken out without its successors telling.
import { formatAmount } from "@/domain/values/money.ts";
import type { Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toEvent } from "../../_shell/links.ts";
import type { ShownEvent } from "./read-event.ts";

export function Chain({ org, event, ...reading }: Reading & { org: string; event: ShownEvent }) {
  const { place, before, after, seal, sealBefore, holds } = event.chain;
  const neighbour = (eventId: number | null, words: string) =>
    eventId === null ? (
      "none"
    ) : (
      <Link href={toEvent(org, eventId)} className="text-link">
        {words} #{eventId}
      </Link>
    );
  return (
    <Section
      id="chain"
      title="In the account’s chain"
      note={`number ${place.toLocaleString(reading.locale)} in the order of recording`}
    >
      <Card padded>
        <div className="mb-3">
          <Tag tone={holds ? "good" : "late"}>{holds ? "Verified just now" : "Doesn’t verify"}</Tag>
        </div>
        <dl className="grid gap-x-6 gap-y-1.5 desk:grid-cols-[auto_1fr]">
          <dt className="text-soft">Balance before and after, net</dt>
          <dd>
            {formatAmount(event.balanceBeforeCents, reading.currency, reading.locale)} →{" "}
            {formatAmount(event.balanceAfterCents, reading.currency, reading.locale)}
          </dd>
          <dt className="text-soft">The one before, the one after</dt>
          <dd className="flex gap-6">
            <span>{neighbour(before, "Event")}</span>
            <span>{neighbour(after, "Event")}</span>
          </dd>
          <dt className="text-soft">Hash (SHA-256)</dt>
          <dd className="text-13 break-all">{seal}</dd>
          <dt className="text-soft">Hash of the one before</dt>
          <dd className="text-13 break-all">{sealBefore ?? "none: this is the account’s first event"}</dd>
        </dl>
      </Card>
    </Section>
  );
}
