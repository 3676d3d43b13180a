// One event of the books, the last thing there is behind every figure: what happened, when and by whom, what it did to
// the account and to other events, its journal, and its link in the chain.
import type { Metadata } from "next";
import { eventWords } from "@/domain/ledger/event-words.ts";
import { formatAmount, formatMoney, minus, type Cents } from "@/domain/values/money.ts";
import { REFUSALS } from "@/domain/refusal.ts";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import type { Reading } from "@/ui/amount.tsx";
import { Screen } from "@/ui/page.tsx";
import { Tag } from "@/ui/tag.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { reversalEffects } from "../../_corrections/reversal-effects.ts";
import { OverrideUsed } from "../../_credit/override-used.tsx";
import { ReversedNotice } from "../../_corrections/reversed-notice.tsx";
import { Chain } from "./chain.tsx";
import { Effect, SinceThen } from "./effect.tsx";
import { Facts } from "./facts.tsx";
import { Journal } from "./journal.tsx";
import { readEvent, type ShownEvent } from "./read-event.ts";
import { ReverseEvent } from "./reverse-event.tsx";

type Props = PageProps<"/[org]/events/[event]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, event } = await params;
  const { name, eventId } = await readEvent(org, event);
  return { title: `Event ${eventId}, ${name}` };
}

export default async function EventPage({ params }: Props) {
  const { org, event: eventId } = await params;
  const [here, event] = await Promise.all([readCurrentMember(org), readEvent(org, eventId)]);
  const place = { locale: here.org.locale, zone: here.org.zone };
  const reading = { currency: event.currency, locale: here.org.locale };
  const { slug, locale, today } = here.org;
  const preview =
    here.permissions.includes("event:reverse") && !event.reversedBy
      ? await (await apiFor(slug)).events.previewReversal({ eventId: event.eventId })
      : null;
  return (
    <Screen
      title={event.name}
      actions={
        preview && preview.stays === null ? (
          <ReverseEvent where={{ org, locale, today }} preview={reversalEffects(preview, locale)} />
        ) : null
      }
      about={
        <>
          <span>Event {event.eventId}</span>
          {event.reversedBy ? <Tag tone="held">Reversed</Tag> : null}
        </>
      }
    >
      {event.reversedBy ? (
        <ReversedNotice org={org} title="This event was reversed" by={event.reversedBy} />
      ) : null}
      {preview?.stays && preview.stays !== "reversal-is-final" ? (
        <p className="mb-4 text-soft">It can’t be reversed as it stands. {REFUSALS[preview.stays]}</p>
      ) : null}
      <OverrideUsed org={org} eventId={event.eventId} place={place} />
      <div className="grid items-start gap-4 wide:grid-cols-2">
        <Account event={event} {...reading} />
        <Facts org={org} home={here.org.currency} event={event} place={place} />
      </div>
      <Effect org={org} event={event} {...reading} />
      <SinceThen org={org} event={event} {...reading} />
      <Journal journal={event.journal} {...reading} />
      <Chain org={org} event={event} {...reading} />
    </Screen>
  );
}

/** What happened, and each figure of the account that it moved. */
function Account({ event, ...reading }: Reading & { event: ShownEvent }) {
  const figures: [string, Cents][] = [
    ["Account balance", event.openItemsCents],
    ["Open credit", event.openCreditCents],
    ["Net receivable", minus(event.openItemsCents, event.openCreditCents)],
    ["Retainage held", event.retainedCents],
  ];
  const moved = figures.filter(([, amount]) => amount !== 0);
  const signed = (amount: Cents) =>
    `${amount > 0 ? "+" : ""}${formatAmount(amount, reading.currency, reading.locale)}`;
  return (
    <Card padded>
      <p className="text-16 font-medium">
        {eventWords(event, (amount) => formatMoney(amount, reading.currency, reading.locale))}
      </p>
      {moved.length === 0 ? (
        <p className="mt-2 text-soft">None of the account’s figures moved.</p>
      ) : (
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
          {moved.map(([name, amount]) => (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd className="font-medium">{signed(amount)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
