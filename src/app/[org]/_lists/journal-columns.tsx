// The columns of the journal: which event, when it counts, whose it is, and the account with its debit or credit.
import { negative } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toEvent } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";

type Row = RouterOutputs["reports"]["journal"]["rows"][number];

export function journalColumns({ slug, currency, locale }: CurrentMember["org"]): Column<Row>[] {
  return [
    {
      key: "event",
      head: "Event",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <RowLink href={toEvent(slug, row.eventId)}>
          {/* However short its number, a finger hits it. */}
          <span className="inline-block touch:min-w-11">{row.eventId}</span>
        </RowLink>
      ),
    },
    {
      key: "posted",
      head: "Posted",
      place: "sub",
      cell: (row) => <DayText day={row.postedOn} locale={locale} />,
    },
    {
      key: "what",
      head: "What",
      place: "under",
      wraps: true,
      cell: (row) => `${row.label}, ${row.customerName}`,
    },
    {
      key: "account",
      head: "Account",
      place: "lead",
      wraps: true,
      cell: (row) => (
        <>
          <span className="text-soft">{row.code}</span> {row.account}
        </>
      ),
    },
    {
      key: "debit",
      head: "Debit",
      place: "lead-end",
      label: "debit",
      numeric: true,
      cell: ({ amountCents }) =>
        amountCents > 0 ? <Amount cents={amountCents} currency={currency} locale={locale} /> : null,
    },
    {
      key: "credit",
      head: "Credit",
      place: "sub-end",
      label: "credit",
      numeric: true,
      cell: ({ amountCents }) =>
        amountCents < 0 ? <Amount cents={negative(amountCents)} currency={currency} locale={locale} /> : null,
    },
  ];
}
