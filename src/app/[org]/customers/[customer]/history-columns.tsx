// The columns of an account's history: each number a link to its document, each Event ID to the event.
import type { HistoryLine, Undone } from "@/domain/account.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import { toEvent, toInvoice, toPayment, toReceipt } from "../../ways.ts";
import { PaperLink } from "./paper-link.tsx";

type Line = HistoryLine & Undone;

export function historyColumns(org: string, reading: Reading): Column<Line>[] {
  const amount = (cents: Line["chargeCents"], { reversedBy }: Line) =>
    cents === 0 ? null : (
      <span className={struck(reversedBy)}>
        <Amount cents={cents} {...reading} />
      </span>
    );
  return [
    {
      key: "date",
      head: "Date",
      place: "sub",
      cell: (line) => <DayText day={line.effectiveOn} locale={reading.locale} />,
    },
    {
      key: "invoice",
      head: "Invoice",
      place: "under",
      cell: (line) =>
        line.invoiceId ? (
          <PaperLink href={toInvoice(org, line.invoiceId)}>{line.invoiceNumber}</PaperLink>
        ) : null,
    },
    {
      key: "receipt",
      head: "Receipt",
      place: "under",
      label: "receipt",
      cell: (line) =>
        line.receiptId ? (
          <PaperLink href={toReceipt(org, line.receiptId)}>{line.receiptNumber}</PaperLink>
        ) : null,
    },
    {
      key: "type",
      head: "Type",
      place: "lead",
      rowHead: true,
      cell: (line) => (
        <>
          <PaperLink href={line.paymentId ? toPayment(org, line.paymentId) : null}>
            <span className={line.reversedBy === null ? undefined : "line-through"}>{line.type}</span>
          </PaperLink>
          <UndoneWords org={org} line={line} />
        </>
      ),
    },
    {
      key: "charge",
      head: "Charge",
      place: "lead-end",
      numeric: true,
      cell: (line) => amount(line.chargeCents, line),
    },
    {
      key: "credit",
      head: "Credit",
      place: "lead-end",
      label: "credit",
      numeric: true,
      cell: (line) => amount(line.creditCents, line),
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
        <PaperLink href={toEvent(org, line.eventId)} label={`Event ${line.eventId}`}>
          {line.eventId}
        </PaperLink>
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

/** It counted until it was taken back, and its opposite counts since: both stay, and this one reads as gone. */
const struck = (reversedBy: number | null) => (reversedBy === null ? undefined : "text-soft line-through");

function UndoneWords({ org, line }: { org: string; line: Line }) {
  const others = [
    { words: "Reversed by", eventId: line.reversedBy },
    { words: "Reverses", eventId: line.reverses },
  ];
  return others.map(({ words, eventId }) =>
    eventId === null ? null : (
      <span key={words} className="block text-12 font-normal text-soft">
        {words} <PaperLink href={toEvent(org, eventId)}>event {eventId}</PaperLink>
      </span>
    ),
  );
}
