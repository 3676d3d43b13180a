// What is still to be paid, oldest due first, and what it adds up to: the account balance, to the cent.
import type { AccountPage, UnpaidInvoice } from "@/domain/account.ts";
import { lateWords } from "@/domain/account-words.ts";
import { countOf } from "@/domain/count-of.ts";
import { sum } from "@/domain/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Table, type Column } from "@/ui/table.tsx";

export function UnpaidInvoices({ account, ...reading }: Reading & { account: AccountPage }) {
  const { unpaid, unpaidCount } = account;
  const whole = unpaid.length === unpaidCount;
  const shown = whole
    ? countOf(unpaidCount, "invoice")
    : `the first ${unpaid.length} of ${countOf(unpaidCount, "invoice")}`;
  if (unpaidCount === 0) {
    return (
      <Section id="unpaid" title="Unpaid invoices">
        <Card>
          <p className="px-4 py-3 text-soft">
            {account.isToday ? "Nothing is owed: every invoice is paid." : "Nothing was owed then."}
          </p>
        </Card>
      </Section>
    );
  }
  return (
    <Section id="unpaid" title="Unpaid invoices" note={`${shown}, oldest due first, in ${reading.currency}`}>
      <Card>
        <Table
          caption={`Unpaid invoices, in ${reading.currency}`}
          columns={columns(account, reading, whole)}
          rows={unpaid}
          rowKey={(invoice) => String(invoice.itemId)}
          totalName={whole ? "Total" : `Total of all ${countOf(unpaidCount, "invoice")}`}
        />
      </Card>
    </Section>
  );
}

function columns(account: AccountPage, reading: Reading, whole: boolean): Column<UnpaidInvoice>[] {
  const { unpaid, aging } = account;
  const total = (cents: UnpaidInvoice["openCents"]) => <Amount cents={cents} {...reading} />;
  return [
    {
      key: "date",
      head: "Date",
      place: "under",
      label: "issued",
      cell: (one) => <DayText day={one.issuedOn} locale={reading.locale} />,
    },
    {
      key: "number",
      head: "Invoice",
      place: "lead",
      rowHead: true,
      cell: (one) => <span className="font-medium">{one.number}</span>,
    },
    { key: "receipt", head: "Receipt", place: "under", label: "receipt", cell: (one) => one.receiptNumber },
    {
      key: "due",
      head: "Due",
      place: "sub",
      label: "due",
      cell: (one) => <Due invoice={one} locale={reading.locale} />,
    },
    {
      key: "amount",
      head: "Invoiced",
      place: "sub-end",
      label: "of",
      numeric: true,
      quiet: (one) => one.amountCents === one.openCents,
      cell: (one) => <Amount cents={one.amountCents} {...reading} />,
      ...(whole && { total: total(sum(unpaid.map((one) => one.amountCents))) }),
    },
    {
      key: "open",
      head: "Left to pay",
      place: "lead-end",
      numeric: true,
      cell: (one) => <Amount cents={one.openCents} {...reading} />,
      total: total(aging.totalCents),
    },
    {
      key: "now",
      head: "Final due",
      place: "sub",
      label: "final due",
      numeric: true,
      quiet: (one) => one.dueCents === one.openCents,
      cell: (one) => <Amount cents={one.dueCents} {...reading} />,
      ...(whole && { total: total(sum(unpaid.map((one) => one.dueCents))) }),
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
