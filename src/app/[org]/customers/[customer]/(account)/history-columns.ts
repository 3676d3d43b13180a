// The columns of an account's history: each number a link to its document, each Event ID to the event.
import type { HistoryPageLine } from "@/domain/receivables/account-page.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { NO_AMOUNT, type StaticColumn, type StaticText } from "@/ui/static-rows.ts";
import { toCredit, toEvent, toInvoice, toReceipt } from "../../../_shell/links.ts";

type Reading = { currency: string; locale: string };
type Write = (cents: Cents) => string;
type Line = HistoryPageLine;

export function historyColumns(org: string, { currency, locale }: Reading): StaticColumn<Line>[] {
  const write: Write = (cents) => formatAmount(cents, currency, locale);
  return [...papers(org, locale), ...amounts(write), ...rest(org, write)];
}

const paper = (text: string | null, href: string | null): StaticText | null =>
  text === null ? null : href === null ? { text } : { text, href, variant: "accent" };

const papers = (org: string, locale: string): StaticColumn<Line>[] => [
  {
    key: "date",
    head: "Date",
    place: "sub",
    cell: (line) => ({ text: formatDay(line.effectiveOn, locale), dateTime: line.effectiveOn }),
  },
  {
    key: "invoice",
    head: "Invoice",
    place: "under",
    cell: (line) => paper(line.invoiceNumber, line.invoiceId && toInvoice(org, line.invoiceId)),
  },
  {
    key: "receipt",
    head: "Receipt",
    place: "under",
    label: "receipt",
    cell: (line) => paper(line.receiptNumber, line.receiptId && toReceipt(org, line.receiptId)),
  },
  {
    key: "type",
    head: "Type",
    place: "lead",
    rowHead: true,
    cell: (line) => typeText(org, line),
  },
];

/** It counted until it was reversed, and its opposite counts since: both stay, and the first reads as gone. */
function typeText(
  org: string,
  { type, about, paymentId, creditMemoId, reversedBy, reverses, eventId }: Line,
): StaticText {
  const others = [
    { before: "Reversed by", eventId: reversedBy, name: null },
    { before: "Reverses", eventId: reverses, name: about || null },
  ];
  const events = others.flatMap(({ before, eventId, name }): StaticText[] =>
    eventId === null
      ? []
      : [{ before, text: name ?? `event ${eventId}`, href: toEvent(org, eventId), variant: "accent" }],
  );
  const under = reverses === null && about ? [{ text: about }, ...events] : events;
  const isPaper = paymentId !== null || creditMemoId !== null;
  const paper = { href: toCredit(org, { paymentId, creditMemoId, eventId }), variant: "accent" as const };
  return { text: type, ...(isPaper && paper), struck: reversedBy !== null, under };
}

const amounts = (write: Write): StaticColumn<Line>[] => {
  const amount = (cents: Cents, { reversedBy }: Line): StaticText | null =>
    cents === 0 ? null : { text: write(cents), struck: reversedBy !== null };
  return [
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
      cell: ({ balanceCents }) => balanceText(balanceCents, write),
    },
  ];
};

/** The customer's money in its own words, as everywhere (ui/amount.tsx). */
function balanceText(balance: Cents, write: Write): StaticText {
  if (balance === 0) return NO_AMOUNT;
  return balance < 0 ? { text: write(negative(balance)), before: "credit" } : { text: write(balance) };
}

const rest = (org: string, write: Write): StaticColumn<Line>[] => [
  {
    key: "event",
    head: "Event",
    place: "under",
    label: "event",
    numeric: true,
    cell: ({ eventId }) => ({
      text: String(eventId),
      href: toEvent(org, eventId),
      label: `Event ${eventId}`,
      variant: "accent",
    }),
  },
  {
    key: "paid",
    head: "Total paid",
    place: "under",
    label: "of a payment of",
    numeric: true,
    cell: ({ totalPaidCents }) => (totalPaidCents === null ? null : { text: write(totalPaidCents) }),
  },
  {
    key: "notes",
    head: "Notes",
    place: "under",
    wraps: true,
    cell: ({ notes, customerNote }) =>
      notes === "" && customerNote === null
        ? null
        : {
            text: notes,
            variant: "soft",
            under: customerNote === null ? [] : [{ before: "To the customer:", text: customerNote }],
          },
  },
];
