// What the event made, applied and took away, and what later events did with what it made.
import type { Made } from "@/domain/ledger/event.ts";
import { useWords } from "@/domain/ledger/event-words.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { larger, negative, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { EventLink } from "./event-link.tsx";
import type { ShownEvent } from "./read-event.ts";

type Props = Reading & { org: string; event: ShownEvent };
type Since = ShownEvent["since"][number];
type Use = ShownEvent["uses"][number];

export function Effect({ org, event, ...reading }: Props) {
  const { made, uses, retainage } = event;
  if (!made && uses.length === 0 && retainage.length === 0) return null;
  return (
    <Section id="effect" title="What it did" note={`in ${reading.currency}`}>
      <Card>
        {made ? <MadeWords made={made} {...reading} /> : null}
        {uses.length > 0 ? (
          <Table
            caption={`What the event used, in ${reading.currency}`}
            columns={columnsOf<Use>(org, event.eventId, reading)}
            rows={uses}
            rowKey={(use) => `${use.kind} ${use.credit?.eventId} ${use.item?.eventId} ${use.amountCents}`}
          />
        ) : null}
        {retainage.map((row) => (
          <p
            key={`${row.invoiceNumber} ${row.invoiceLine}`}
            className="border-t border-line px-4 py-2 first:border-t-0"
          >
            Retainage of invoice {row.invoiceNumber}, line {row.invoiceLine}:{" "}
            {row.amountCents > 0 ? "held back" : "no longer held back"}{" "}
            <Amount cents={size(row.amountCents)} {...reading} />
          </p>
        ))}
      </Card>
    </Section>
  );
}

const size = (amount: Cents): Cents => larger(amount, negative(amount));

function MadeWords({ made, ...reading }: Reading & { made: Made }) {
  const parts: [string, Cents][] = [
    ["Amount", made.amountCents],
    ["Applied", made.appliedCents],
    [made.side === "item" ? "Reversed" : "Refunded or reversed", made.reducedCents],
    [made.side === "item" ? "Left to pay now" : "Open now", made.openCents],
  ];
  return (
    <div className="border-b border-line px-4 py-3 last:border-b-0">
      <p className="mb-2">
        {made.side === "item" ? "It made a debt" : "It made credit"} of{" "}
        {formatDay(made.issuedOn, reading.locale)}
        {made.dueOn ? `, due ${formatDay(made.dueOn, reading.locale)}` : ""}.
      </p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {parts.map(([name, amount]) => (
          <div key={name}>
            <dt className="text-12 text-soft">{name}</dt>
            <dd>
              <Amount cents={amount} {...reading} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function SinceThen({ org, event, ...reading }: Props) {
  if (event.since.length === 0) return null;
  const columns: Column<Since>[] = [
    {
      key: "on",
      head: "Date",
      place: "sub",
      cell: (row) => <DayText day={row.on} locale={reading.locale} />,
    },
    {
      key: "by",
      head: "By event",
      place: "lead",
      rowHead: true,
      cell: (row) => <EventLink org={org} event={row.by} />,
    },
    ...columnsOf<Since>(org, event.eventId, reading).map((column) => ({
      ...column,
      rowHead: false,
      place: column.key === "amount" ? ("lead-end" as const) : ("sub" as const),
    })),
  ];
  return (
    <Section id="since" title="What happened to it since" note={`in ${reading.currency}`}>
      <Card>
        <Table
          caption={`What later events did with what this one made, in ${reading.currency}`}
          columns={columns}
          rows={event.since}
          rowKey={(row) =>
            `${row.by.eventId} ${row.kind} ${row.credit?.eventId} ${row.item?.eventId} ${row.amountCents}`
          }
        />
      </Card>
    </Section>
  );
}

/** The event that did it, where that is another one than the page's. */
const by = (use: Use | Since): number | null => ("by" in use ? use.by.eventId : null);

/** From where this event stands, the other end is the one to name. */
function columnsOf<Row extends Use>(org: string, eventId: number, reading: Reading): Column<Row>[] {
  return [
    { key: "did", head: "What", place: "sub", cell: (use) => useWords(use) },
    {
      key: "other",
      head: "Of or to",
      place: "lead",
      rowHead: true,
      cell: (use) => {
        const other = [use.item, use.credit].find((end) => end && end.eventId !== eventId);
        if (!other) return <span className="text-soft">this event’s own</span>;
        return by(use) === other.eventId ? null : <EventLink org={org} event={other} />;
      },
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (use) => <Amount cents={size(use.amountCents)} {...reading} />,
    },
  ];
}
