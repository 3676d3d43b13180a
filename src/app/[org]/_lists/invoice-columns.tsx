// The columns of the list of invoices: which, whose, when, how late, how much, and what is left of it.
import { lateWords } from "@/domain/ledger/account-words.ts";
import type { apiFor } from "@/server/api.ts";
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { LaterAmount } from "./later-amount.tsx";
import { toInvoice, toInvoices, type Query } from "../_shell/links.ts";
import { StateTag } from "./invoice-state-tag.tsx";

type Api = Awaited<ReturnType<typeof apiFor>>;
export type InvoiceRow = Awaited<ReturnType<Api["invoices"]["list"]>>["rows"][number];
export type Totals = ReturnType<Api["invoices"]["totals"]>;
export type Sorting = { sort: string; direction: "asc" | "desc"; kept: Query };

type Props = { here: CurrentMember["org"]; totals: Totals; sorting: Sorting; withReceipts?: boolean };

export function invoiceColumns({ here, totals, sorting, withReceipts = true }: Props): Column<InvoiceRow>[] {
  const { slug, locale, currency: home } = here;
  const sorted = (sort: string, first: "asc" | "desc") => {
    const now = sorting.sort === sort ? sorting.direction : null;
    const direction = now === null ? first : now === "asc" ? "desc" : "asc";
    return { href: toInvoices(slug, { ...sorting.kept, sort, direction }), direction: now };
  };
  const reading = (row: InvoiceRow) => ({ currency: row.currency, locale });
  const total = (pick: "totalCents" | "openCents") => (
    <LaterAmount cents={totals.then((all) => all[pick])} currency={home} locale={locale} />
  );
  return [
    {
      key: "number",
      head: "Invoice",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <Link href={toInvoice(slug, row.invoiceId)} className="font-medium hover:underline">
          {row.number}
        </Link>
      ),
    },
    { key: "customer", head: "Customer", place: "lead", wraps: true, cell: (row) => row.customerName },
    {
      key: "issued",
      head: "Issued",
      place: "sub",
      sort: sorted("issued", "desc"),
      cell: (row) => <DayText day={row.issuedOn} locale={locale} />,
    },
    {
      key: "due",
      head: "Due",
      place: "under",
      label: "due",
      sort: sorted("due", "asc"),
      cell: (row) => <Due row={row} locale={locale} />,
    },
    { key: "state", head: "Status", place: "under", cell: (row) => <StateTag state={row.state} /> },
    ...(withReceipts ? [RECEIPT] : []),
    {
      key: "total",
      head: "Amount",
      place: "sub-end",
      label: "of",
      numeric: true,
      sort: sorted("total", "desc"),
      quiet: (row) => row.totalCents === row.openCents,
      cell: (row) => (
        <>
          {row.currency === home ? null : (
            <span className="mr-2 text-12 font-normal text-soft">{row.currency}</span>
          )}
          <Amount cents={row.totalCents} {...reading(row)} />
        </>
      ),
      total: total("totalCents"),
    },
    {
      key: "left",
      head: "Left to pay",
      place: "lead-end",
      numeric: true,
      sort: sorted("left", "desc"),
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

function Due({ row, locale }: { row: InvoiceRow; locale: string }) {
  const late = row.openCents > 0 ? lateWords(row.daysPastDue) : null;
  return (
    <span className={late && row.daysPastDue > 0 ? "text-late" : undefined}>
      <DayText day={row.dueOn} locale={locale} />
      {late ? ` · ${late}` : null}
    </span>
  );
}
