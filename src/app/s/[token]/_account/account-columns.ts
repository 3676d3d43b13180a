// The columns of what is unpaid, of the credit that is left, and of what happened, as an account's customer reads them.
import type { HistoryPageLine, UnpaidInvoice } from "@/domain/receivables/account-page.ts";
import type { OpenCredit } from "@/domain/statements/account-now.ts";
import { minus, type Cents } from "@/domain/values/money.ts";
import type { StaticColumn, StaticText } from "@/ui/static-rows.ts";
import { toSharedInvoice } from "./links.ts";
import type { AccountReading } from "./reading.ts";

export function unpaidColumns(
  token: string,
  { say, page, amount, date, event }: AccountReading,
): StaticColumn<UnpaidInvoice>[] {
  return [
    {
      key: "invoice",
      head: page.invoice,
      place: "lead",
      rowHead: true,
      cell: ({ invoiceId, number }) =>
        invoiceId === null
          ? { text: event(number, null) }
          : {
              text: number,
              href: toSharedInvoice(token, invoiceId),
              label: say.open(number),
              variant: "accent",
            },
    },
    {
      key: "date",
      head: page.date,
      place: "under",
      label: page.labels.issued,
      cell: (item) => ({ text: date(item.issuedOn), dateTime: item.issuedOn }),
    },
    {
      key: "due",
      head: page.dueOn,
      place: "sub",
      label: page.labels.due,
      cell: (item) => ({ text: date(item.dueOn), under: lateness(item, page) }),
    },
    {
      key: "amount",
      head: page.original,
      place: "sub-end",
      label: page.labels.of,
      numeric: true,
      cell: (item) => ({ text: amount(item.amountCents) }),
    },
    {
      key: "paid",
      head: page.paid,
      place: "off",
      numeric: true,
      cell: (item) => some(minus(item.amountCents, item.openCents), amount),
    },
    {
      key: "open",
      head: page.left,
      place: "lead-end",
      numeric: true,
      cell: (item) => ({ text: amount(item.openCents), variant: "strong" }),
    },
  ];
}

const some = (cents: Cents, amount: AccountReading["amount"]): StaticText | null =>
  cents === 0 ? null : { text: amount(cents) };

function lateness({ daysPastDue }: UnpaidInvoice, page: AccountReading["page"]): StaticText[] {
  if (daysPastDue < 0) return [];
  return [{ text: daysPastDue === 0 ? page.dueToday : page.late(daysPastDue) }];
}

export function creditColumns({ page, amount, date, event }: AccountReading): StaticColumn<OpenCredit>[] {
  return [
    {
      key: "what",
      head: page.description,
      place: "lead",
      rowHead: true,
      cell: (credit) => ({ text: event(credit.type, credit.documentNumber) }),
    },
    {
      key: "date",
      head: page.date,
      place: "sub",
      cell: (credit) => ({ text: date(credit.onDay), dateTime: credit.onDay }),
    },
    {
      key: "open",
      head: page.left,
      place: "lead-end",
      numeric: true,
      cell: (credit) => ({ text: amount(credit.openCents) }),
    },
  ];
}

export function happenedColumns(
  token: string,
  balance: string,
  { page, amount, date, event }: AccountReading,
): StaticColumn<HistoryPageLine>[] {
  return [
    {
      key: "date",
      head: page.date,
      place: "sub",
      cell: (line) => ({ text: date(line.effectiveOn), dateTime: line.effectiveOn }),
    },
    {
      key: "what",
      head: page.description,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ type, invoiceNumber, invoiceId, customerNote, reversedBy }) => ({
        text: event(type, invoiceNumber),
        ...(invoiceId && { href: toSharedInvoice(token, invoiceId), variant: "accent" as const }),
        struck: reversedBy !== null,
        under: customerNote ? [{ text: customerNote }] : [],
      }),
    },
    {
      key: "event",
      head: page.event,
      place: "under",
      label: page.labels.event,
      numeric: true,
      cell: (line) => ({ text: String(line.eventId) }),
    },
    {
      key: "charge",
      head: page.charges,
      place: "lead-end",
      numeric: true,
      cell: (line) => some(line.chargeCents, amount),
    },
    {
      key: "credit",
      head: page.credits,
      place: "lead-end",
      label: page.labels.credit,
      numeric: true,
      cell: (line) => some(line.creditCents, amount),
    },
    {
      key: "balance",
      head: balance,
      place: "sub-end",
      label: page.labels.balance,
      numeric: true,
      cell: (line) => ({ text: amount(line.balanceCents) }),
    },
  ];
}
