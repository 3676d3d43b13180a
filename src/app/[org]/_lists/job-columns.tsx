// The columns of the list of jobs: which, whose, who runs it, how it stands, what its contract comes to, what is open, and what
// may be billed of what is held back.
import type { jobList } from "@/domain/jobs/job-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toJob } from "../_shell/links.ts";
import { RowAmount, RowLink } from "./cells.tsx";
import { JobStatusTag } from "./job-status-tag.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["jobs"]["list"]["rows"][number];
type Props = { org: CurrentMember["org"]; sortBy: SortsOf<typeof jobList>; rows: readonly Row[] };

export function jobColumns({ org, sortBy, rows }: Props): Column<Row>[] {
  const { slug, locale, currency: home } = org;
  const columns: Column<Row>[] = [
    {
      key: "number",
      head: "Job",
      place: "sub",
      sort: sortBy("number"),
      cell: (row) => <span className="text-soft">{row.number}</span>,
    },
    {
      key: "name",
      head: "Name",
      place: "lead",
      rowHead: true,
      wraps: true,
      sort: sortBy("name"),
      cell: (row) => <RowLink href={toJob(slug, row.jobId)}>{row.name}</RowLink>,
    },
    {
      key: "customer",
      head: "Customer",
      place: "sub",
      wraps: true,
      sort: sortBy("customer"),
      cell: (row) => row.customerName,
    },
    {
      key: "manager",
      head: "Project manager",
      place: "under",
      quiet: (row) => row.managerName === "",
      cell: (row) => (row.managerName ? <span className="text-soft">{row.managerName}</span> : null),
    },
    {
      key: "status",
      head: "Status",
      place: "under",
      cell: (row) => <JobStatusTag status={row.status} />,
    },
    {
      key: "contract",
      head: "Contract sum",
      place: "sub-end",
      label: "of",
      numeric: true,
      sort: sortBy("contract"),
      cell: (row) =>
        row.contractCents === null ? null : (
          <RowAmount cents={row.contractCents} home={home} currency={row.currency} locale={locale} />
        ),
    },
    {
      key: "open",
      head: "Left to pay",
      place: "lead-end",
      numeric: true,
      sort: sortBy("open"),
      cell: (row) => <Amount cents={row.openCents} currency={row.currency} locale={locale} />,
    },
  ];
  const billable: Column<Row> = {
    key: "billable",
    head: "May be billed",
    place: "under",
    label: "may be billed",
    numeric: true,
    quiet: ({ billable }) => billable.since === null,
    cell: ({ billable, currency }) =>
      billable.since === null ? null : (
        <span className="text-good">
          <Amount cents={billable.billableCents} currency={currency} locale={locale} />
        </span>
      ),
  };
  // Most days nothing may be billed, and the column would say nothing.
  return rows.some(({ billable: { since } }) => since !== null) ? [...columns, billable] : columns;
}
