// The columns of a run's customers: whose statement, what it comes to, what to look at, and what became of it.
import type { ReactNode } from "react";
import { RUN_EXCEPTIONS, SKIP_REASONS } from "@/domain/statements/run.ts";
import type { runEntryList } from "@/domain/statements/run-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toIssued, toStatement } from "../_shell/links.ts";
import { RowAmount, RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["statementRuns"]["entries"]["rows"][number];
type Props = {
  org: CurrentMember["org"];
  sortBy: SortsOf<typeof runEntryList>;
  /** The button that takes one out or in; null where none may. */
  change: ((row: Row) => ReactNode) | null;
};

export function runEntryColumns({ org, sortBy, change }: Props): Column<Row>[] {
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
        <RowLink href={toStatement(slug, row.customerId)}>
          {row.customerName}{" "}
          <span className="font-normal whitespace-nowrap text-soft">{row.customerNumber}</span>
        </RowLink>
      ),
    },
    {
      key: "look",
      head: "To look at",
      place: "sub",
      wraps: true,
      cell: (row) =>
        row.exceptions.length === 0 ? null : (
          <ul>
            {row.exceptions.map((name) => (
              <li key={name} className="text-soon">
                {RUN_EXCEPTIONS[name]}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: "state",
      head: "Statement",
      place: "under",
      wraps: true,
      cell: (row) => <Became row={row} slug={slug} />,
    },
    {
      key: "closing",
      head: "Closing balance",
      place: "lead-end",
      numeric: true,
      sort: sortBy("closing"),
      cell: (row) => (
        <RowAmount cents={row.closingCents} home={home} currency={row.currency} locale={locale} asBalance />
      ),
    },
    ...(change ? [{ key: "change", head: "Change", place: "sub-end" as const, cell: change }] : []),
  ];
}

function Became({ row, slug }: { row: Row; slug: string }) {
  if (row.state === "failed")
    return (
      <>
        <Tag tone="late">Failed</Tag> <span className="text-soft">{row.fault}</span>
      </>
    );
  if (row.statementId && row.statementNumber)
    return <RowLink href={toIssued(slug, row.statementId)}>{row.statementNumber}</RowLink>;
  return <span className="text-soft">{row.skipped ? SKIP_REASONS[row.skipped] : "To be made"}</span>;
}
