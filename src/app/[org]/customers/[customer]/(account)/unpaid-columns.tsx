// The columns of the unpaid invoices: each number a link to its document, each head an order.
import type { GrossSum } from "@/domain/values/money.ts";
import type { AccountPage, UnpaidInvoice } from "@/domain/receivables/account-page.ts";
import { lateWords } from "@/domain/ledger/account-words.ts";
import type { unpaidList } from "@/domain/receivables/unpaid-list.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import type { SortsOf } from "../../../_lists/list-links.ts";
import { toInvoice, toJob, toReceipt } from "../../../_shell/links.ts";
import { PaperLink } from "./paper-link.tsx";

type Drawn = Reading & {
  account: AccountPage;
  sortBy: SortsOf<typeof unpaidList>;
};

export function unpaidColumns(org: string, drawn: Drawn): Column<UnpaidInvoice>[] {
  const { account, sortBy, ...reading } = drawn;
  const { unpaid, unpaidTotals: totals } = account;
  const amount = (cents: GrossSum) => <Amount cents={cents} {...reading} />;
  return [
    {
      key: "date",
      head: "Date",
      place: "under",
      label: "issued",
      sort: sortBy("date"),
      cell: (one) => <DayText day={one.issuedOn} locale={reading.locale} />,
    },
    {
      key: "number",
      head: "Invoice",
      place: "lead",
      rowHead: true,
      sort: sortBy("number"),
      cell: (one) => (
        <PaperLink href={one.invoiceId ? toInvoice(org, one.invoiceId) : null} strong>
          {one.number}
        </PaperLink>
      ),
    },
    {
      key: "receipt",
      head: "Receipt",
      place: "under",
      label: "receipt",
      cell: (one) =>
        one.receiptId ? (
          <PaperLink href={toReceipt(org, one.receiptId)}>{one.receiptNumber}</PaperLink>
        ) : null,
    },
    ...(unpaid.some((one) => one.job !== null)
      ? [
          {
            key: "job",
            head: "Job",
            place: "under",
            label: "job",
            cell: (one: UnpaidInvoice) =>
              one.jobId ? <PaperLink href={toJob(org, one.jobId)}>{one.job}</PaperLink> : null,
          } as const,
        ]
      : []),
    {
      key: "due",
      head: "Due",
      place: "sub",
      label: "due",
      sort: sortBy("due"),
      cell: (one) => <Due invoice={one} locale={reading.locale} />,
    },
    {
      key: "amount",
      head: "Invoiced",
      place: "sub-end",
      label: "of",
      numeric: true,
      sort: sortBy("amount"),
      quiet: (one) => one.amountCents === one.openCents,
      cell: (one) => amount(one.amountCents),
      total: amount(totals.amountCents),
    },
    {
      key: "open",
      head: "Left to pay",
      place: "lead-end",
      numeric: true,
      sort: sortBy("open"),
      cell: (one) => amount(one.openCents),
      total: amount(totals.openCents),
    },
    {
      key: "now",
      head: "Final due",
      place: "sub",
      label: "final due",
      numeric: true,
      quiet: (one) => one.dueNowCents === one.openCents,
      cell: (one) => amount(one.dueNowCents),
      total: amount(totals.dueNowCents),
    },
  ];
}

function Due({ invoice, locale }: { invoice: UnpaidInvoice; locale: string }) {
  const late = lateWords(invoice.daysPastDue);
  return (
    <span className={invoice.daysPastDue > 0 ? "text-late" : undefined}>
      <DayText day={invoice.dueOn} locale={locale} />
      {late ? ` · ${late}` : null}
    </span>
  );
}
