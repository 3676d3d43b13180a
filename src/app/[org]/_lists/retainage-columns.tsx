// The columns of aged retainage: whose, on which job, of which invoice, how old it is and when its release is expected.
import { formatDay } from "@/domain/values/day-words.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCustomer, toInvoice, toJob } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";

type Report = RouterOutputs["reports"]["retainage"];
type Row = Report["rows"][number];

export function retainageColumns(
  { slug, currency, locale }: CurrentMember["org"],
  report: Report,
): Column<Row>[] {
  const reading = { currency, locale };
  return [
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      wraps: true,
      cell: (row) => (
        <Link href={toCustomer(slug, row.customerId)} className="hover:underline">
          {row.customer}
        </Link>
      ),
    },
    {
      key: "job",
      head: "Job",
      place: "under",
      label: "job",
      wraps: true,
      cell: ({ job }) =>
        job && (
          <Link href={toJob(slug, job.jobId)} className="hover:underline">
            {job.number} {job.name}
          </Link>
        ),
    },
    {
      key: "invoice",
      head: "Invoice",
      place: "sub",
      rowHead: true,
      cell: (row) => <RowLink href={toInvoice(slug, row.invoiceId)}>{row.number}</RowLink>,
    },
    {
      key: "issued",
      head: "Issued",
      place: "under",
      label: "issued",
      cell: (row) => formatDay(row.issuedOn, locale),
    },
    {
      key: "age",
      head: "Days",
      place: "sub-end",
      label: "days",
      numeric: true,
      cell: (row) => row.ageDays.toLocaleString(locale),
    },
    {
      key: "expected",
      head: "Release expected",
      place: "under",
      label: "expected",
      cell: (row) => (row.expectedOn === null ? null : formatDay(row.expectedOn, locale)),
    },
    {
      key: "held",
      head: "Held back",
      place: "lead-end",
      numeric: true,
      cell: (row) => <Amount cents={row.heldCents} {...reading} />,
      total: <Amount cents={report.foundCents} {...reading} />,
    },
  ];
}
