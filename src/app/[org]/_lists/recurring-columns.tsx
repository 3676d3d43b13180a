// The columns of the list of recurring invoices: whose, how often, when next and what is wrong with it, and how much.
import type { ReactNode } from "react";
import { countOf } from "@/domain/count-of.ts";
import { cadenceWords, type ScheduleAs } from "@/domain/invoices/recurring.ts";
import type { recurringList } from "@/domain/invoices/recurring-list.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCustomerTab } from "../_shell/links.ts";
import { RowAmount, RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

export type Recurring = RouterOutputs["recurring"]["list"]["rows"][number];
const AS_WORDS: Record<ScheduleAs, string> = { draft: "as a draft", issued: "", mailed: "mailed" };

type Props = {
  org: CurrentMember["org"];
  sortBy: SortsOf<typeof recurringList>;
  changes: (row: Recurring) => ReactNode;
};

export function recurringColumns({ org, sortBy, changes }: Props): Column<Recurring>[] {
  const { slug, locale, currency: home } = org;
  return [
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      sort: sortBy("customer"),
      cell: (row) => (
        <RowLink href={toCustomerTab(slug, row.customerId, "invoices")}>{row.customerName}</RowLink>
      ),
    },
    { key: "about", head: "What for", place: "off", wraps: true, cell: (row) => row.about },
    {
      key: "comes",
      head: "Comes",
      place: "sub",
      wraps: true,
      cell: (row) => [cadenceWords(row.cadence), AS_WORDS[row.makes]].filter(Boolean).join(", "),
    },
    {
      key: "next",
      head: "Next",
      place: "sub",
      label: "next",
      sort: sortBy("next"),
      cell: (row) => (row.state === "ended" ? "—" : <DayText day={row.nextOn} locale={locale} />),
    },
    {
      key: "made",
      head: "Made",
      place: "sub-end",
      cell: (row) => <Made row={row} locale={locale} />,
    },
    {
      key: "amount",
      head: "Before tax",
      place: "lead-end",
      numeric: true,
      cell: (row) => (
        <RowAmount cents={row.subtotalCents} home={home} currency={row.currency} locale={locale} />
      ),
    },
    {
      key: "do",
      head: <span className="sr-only">Change</span>,
      place: "under",
      numeric: true,
      cell: changes,
    },
  ];
}

function Made({ row, locale }: { row: Recurring; locale: string }) {
  const { state, fault, made, leftCount, endsOn } = row;
  const end =
    leftCount !== null ? `, ${leftCount} to come` : endsOn ? `, until ${formatDay(endsOn, locale)}` : "";
  return (
    <span className="inline-flex flex-wrap items-baseline gap-2 whitespace-normal">
      {state === "active" ? null : <Tag tone="held">{state === "paused" ? "Paused" : "Ended"}</Tag>}
      <span className="text-soft">
        {countOf(made, "invoice")}
        {state === "ended" ? "" : end}
      </span>
      {fault ? <span className="basis-full font-medium text-late">Not made: {fault}</span> : null}
    </span>
  );
}
