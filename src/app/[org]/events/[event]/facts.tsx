// What there is to know about the event itself: its days, who recorded it, its document, and its ties to others.
import type { ReactNode } from "react";
import { formatMonth } from "@/domain/values/day-words.ts";
import type { EventName } from "@/domain/ledger/event.ts";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import { Card } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import { currencyHref, toCreditMemo, toCustomer, toInvoice, toPayment } from "../../_shell/links.ts";
import { EventLink } from "./event-link.tsx";
import type { ShownEvent } from "./read-event.ts";

const DOCUMENTS = { invoice: "Invoice", payment: "Payment", "credit-memo": "Credit memo" } as const;

type Props = { org: string; home: string; event: ShownEvent; place: DateStyle };

export function Facts({ org, home, event, place }: Props) {
  const { customer, document, reverses, reversedBy, together } = event;
  const facts: [string, ReactNode][] = [
    [
      "Account",
      <Link
        key="to"
        href={toCustomer(org, customer.customerId, currencyHref(event.currency, home))}
        className="text-link"
      >
        {customer.name} {customer.number === customer.name ? "" : `· ${customer.number}`}
      </Link>,
    ],
    ["Counts from", <DayText key="day" day={event.effectiveOn} locale={place.locale} />],
    [
      "Posting period",
      postedWords(event.effectiveOn, event.period, place.locale) ?? formatMonth(event.period, place.locale),
    ],
    ["Recorded", <InstantText key="at" at={event.recordedAt} {...place} />],
    ["By", event.by],
    ...(document
      ? [
          [DOCUMENTS[document.kind], <Document key="document" org={org} document={document} />] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    ...(reverses
      ? [["Reverses", <EventLink key="old" org={org} event={reverses} />] as [string, ReactNode]]
      : []),
    ...(reversedBy
      ? [["Reversed by", <EventLink key="new" org={org} event={reversedBy} />] as [string, ReactNode]]
      : []),
    ...(together.length > 0
      ? [["Recorded together with", <Events key="with" org={org} events={together} />] as [string, ReactNode]]
      : []),
    ...(event.memo === "" ? [] : [["Memo", event.memo] as [string, ReactNode]]),
    ...(event.customerNote === null
      ? []
      : [["Note to the customer", event.customerNote] as [string, ReactNode]]),
  ];
  return (
    <Card padded>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const PAGES = { invoice: toInvoice, payment: toPayment, "credit-memo": toCreditMemo } as const;

function Document({ org, document }: { org: string; document: NonNullable<ShownEvent["document"]> }) {
  return (
    <Link href={PAGES[document.kind](org, document.id)} className="text-link">
      {document.number}
    </Link>
  );
}

function Events({ org, events }: { org: string; events: EventName[] }) {
  return (
    <ul>
      {events.map((event) => (
        <li key={event.eventId} className="py-0.5">
          <EventLink org={org} event={event} />
        </li>
      ))}
    </ul>
  );
}
