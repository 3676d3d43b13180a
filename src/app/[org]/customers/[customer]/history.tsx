// What happened on the account, newest first, with the balance after each event. The balance is net of open credit, in
// order of effective date and then Event ID, so it ends at what the top of the page says.
import type { AccountPage, HistoryLine } from "@/domain/account.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toCustomer, toEvent, type Query } from "../../ways.ts";

type Props = Reading & {
  org: string;
  account: AccountPage;
  /** The moment that is shown, for the addresses of its pages. */
  kept: Query;
  cursor: string | undefined;
};

export function History({ org, account, kept, cursor, ...reading }: Props) {
  const { lines, next } = account.history;
  const page = (from?: string) => toCustomer(org, account.customerId, { ...kept, cursor: from }, "history");
  if (lines.length === 0) {
    return (
      <Section id="history" title="Account history">
        <Card>
          <Empty title={account.isToday ? "Nothing has happened yet" : "Nothing had happened by then"}>
            Invoices and payments appear here as they are recorded.
          </Empty>
        </Card>
      </Section>
    );
  }
  return (
    <Section id="history" title="Account history" note={`newest first, in ${reading.currency}`}>
      <Card>
        <Table
          caption={`Account history, in ${reading.currency}`}
          columns={columns(org, reading)}
          wide
          rows={lines}
          rowKey={(line) => String(line.eventId)}
          rowId={(line) => `event-${line.eventId}`}
        />
      </Card>
      <Pager
        label="Pages of the account history"
        count={cursor && !next ? "This is where the account begins." : null}
        first={cursor ? { href: page(), label: "Newest" } : null}
        next={next ? { href: page(next), label: "Older" } : null}
      />
    </Section>
  );
}

function columns(org: string, reading: Reading): Column<HistoryLine>[] {
  const amount = (cents: HistoryLine["chargeCents"]) =>
    cents === 0 ? null : <Amount cents={cents} {...reading} />;
  return [
    {
      key: "date",
      head: "Date",
      place: "sub",
      cell: (line) => <DayText day={line.effectiveOn} locale={reading.locale} />,
    },
    { key: "invoice", head: "Invoice", place: "under", cell: (line) => line.invoiceNumber },
    { key: "receipt", head: "Receipt", place: "under", label: "receipt", cell: (line) => line.receiptNumber },
    { key: "type", head: "Type", place: "lead", rowHead: true, cell: (line) => line.type },
    {
      key: "charge",
      head: "Charge",
      place: "lead-end",
      numeric: true,
      cell: (line) => amount(line.chargeCents),
    },
    {
      key: "credit",
      head: "Credit",
      place: "lead-end",
      label: "credit",
      numeric: true,
      cell: (line) => amount(line.creditCents),
    },
    {
      key: "balance",
      head: "Balance",
      place: "sub-end",
      label: "balance",
      numeric: true,
      cell: (line) => <Amount cents={line.balanceCents} asBalance {...reading} />,
    },
    {
      key: "event",
      head: "Event",
      place: "under",
      label: "event",
      numeric: true,
      cell: (line) => (
        <Link
          href={toEvent(org, line.eventId)}
          aria-label={`Event ${line.eventId}`}
          className="-my-2 inline-block py-2 text-accent underline-offset-2 hover:underline touch:underline"
        >
          {line.eventId}
        </Link>
      ),
    },
    {
      key: "paid",
      head: "Total paid",
      place: "under",
      label: "of a payment of",
      numeric: true,
      cell: (line) =>
        line.totalPaidCents === null ? null : <Amount cents={line.totalPaidCents} {...reading} />,
    },
    {
      key: "notes",
      head: "Notes",
      place: "under",
      wraps: true,
      cell: (line) => (line.notes === "" ? null : <span className="text-soft">{line.notes}</span>),
    },
  ];
}
