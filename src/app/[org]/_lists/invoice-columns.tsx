// The columns of the list of invoices: which, whose, when, how late, how much, and what is left of it.
import type { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { lateWords } from "@/domain/ledger/account-words.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toInvoice } from "../_shell/links.ts";
import { RowAmount, RowLink, Total } from "./cells.tsx";
import { StateTag } from "./invoice-state-tag.tsx";
import type { SortsOf } from "./list-links.ts";

type InvoiceRow = RouterOutputs["invoices"]["list"]["rows"][number];
type Props = {
  org: CurrentMember["org"];
  totals: Promise<RouterOutputs["invoices"]["totals"]>;
  sortBy: SortsOf<typeof invoiceList>;
  withReceipts?: boolean;
  withJobs?: boolean;
};

export function invoiceColumns({
  org,
  totals,
  sortBy,
  withReceipts = true,
  withJobs = true,
}: Props): Column<InvoiceRow>[] {
  const { slug, locale, currency: home } = org;
  const reading = (row: InvoiceRow) => ({ currency: row.currency, locale });
  const total = (pick: "totalCents" | "openCents") => (
    <Total totals={totals} pick={(all) => all[pick]} currency={home} locale={locale} />
  );
  return [
    {
      key: "number",
      head: "Invoice",
      place: "sub",
      rowHead: true,
      cell: (row) => <RowLink href={toInvoice(slug, row.invoiceId)}>{row.number}</RowLink>,
    },
    { key: "customer", head: "Customer", place: "lead", wraps: true, cell: (row) => row.customerName },
    {
      key: "issued",
      head: "Issued",
      place: "sub",
      sort: sortBy("issued"),
      cell: (row) => <DayText day={row.issuedOn} locale={locale} />,
    },
    {
      key: "due",
      head: "Due",
      place: "under",
      label: "due",
      sort: sortBy("due"),
      cell: (row) => <Due row={row} locale={locale} />,
    },
    { key: "state", head: "Status", place: "under", cell: (row) => <StateTag {...row} /> },
    ...(withReceipts ? [RECEIPT] : []),
    ...(withJobs ? [JOB] : []),
    {
      key: "total",
      head: "Amount",
      place: "sub-end",
      label: "of",
      numeric: true,
      sort: sortBy("total"),
      quiet: (row) => row.totalCents === row.openCents,
      cell: (row) => (
        <RowAmount
          cents={row.totalCents}
          home={home}
          struck={row.state === "voided" ? "Voided, and not in the total" : null}
          {...reading(row)}
        />
      ),
      total: total("totalCents"),
    },
    {
      key: "left",
      head: "Left to pay",
      place: "lead-end",
      numeric: true,
      sort: sortBy("left"),
      cell: (row) => <Amount cents={row.openCents} {...reading(row)} />,
      total: total("openCents"),
    },
  ];
}

/** Left out where no invoice came from the counter. */
const RECEIPT: Column<InvoiceRow> = {
  key: "receipt",
  head: "Receipt",
  place: "off",
  cell: ({ receipt }) => receipt?.number ?? null,
};

/** Left out where no invoice is on a job. No link: the whole row leads to the invoice. */
const JOB: Column<InvoiceRow> = {
  key: "job",
  head: "Job",
  place: "under",
  label: "job",
  cell: ({ job }) => job && <span title={job.name}>{job.number}</span>,
};

function Due({ row, locale }: { row: InvoiceRow; locale: string }) {
  const late = row.openCents > 0 ? lateWords(row.daysPastDue) : null;
  return (
    <span className={late && row.daysPastDue > 0 ? "text-late" : undefined}>
      <DayText day={row.dueOn} locale={locale} />
      {late ? ` · ${late}` : null}
    </span>
  );
}
