// The two tables of a statement: what happened since the last one, from opening to closing balance, and what is open,
// with original amount, paid and left on each row (lessons.md 26).
import type { Route } from "next";
import { lateWords } from "@/domain/ledger/account-words.ts";
import type { Day } from "@/domain/values/day.ts";
import { sum, type Cents } from "@/domain/values/money.ts";
import { countOf } from "@/domain/count-of.ts";
import type { StatementLine, StatementOpenItem } from "@/domain/statements/statement.ts";
import type { ActivityPage, RowsPage } from "@/domain/statements/statement-pages.ts";
import { Amount, type Reading } from "./amount.tsx";
import { DayText } from "./day.tsx";
import { Link } from "./link.tsx";
import { Table, type Column } from "./table.tsx";

/** A line of activity, or the balance brought forward above the first. */
type Row = { key: string; onDay: Day; line: StatementLine | null; balanceCents: Cents };

type ActivityProps = Reading & { page: ActivityPage; toEvent?: (eventId: number) => Route };

export function ActivityTable({ page, toEvent, ...reading }: ActivityProps) {
  const opening: Row = { key: "opening", line: null, ...page.opening };
  const lines = page.rows.map((line): Row => ({
    key: String(line.eventId),
    onDay: line.onDay,
    line,
    balanceCents: line.balanceCents,
  }));
  return (
    <Table
      caption={`Account activity, in ${reading.currency}`}
      columns={[...activityColumns(page.endCents, reading), ...(toEvent ? [eventColumn(toEvent)] : [])]}
      rows={[opening, ...lines]}
      rowKey={(row) => row.key}
      totalName={page.isLast ? "Closing balance" : "Balance carried forward"}
    />
  );
}

function activityColumns(endCents: Cents, reading: Reading): Column<Row>[] {
  const amount = (cents: Cents | undefined) => (cents ? <Amount cents={cents} {...reading} /> : null);
  return [
    {
      key: "date",
      head: "Date",
      place: "sub",
      cell: (row) => <DayText day={row.onDay} locale={reading.locale} />,
    },
    {
      key: "what",
      head: "Description",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => row.line?.description ?? "Balance brought forward",
    },
    { key: "reference", head: "Reference", place: "sub", cell: (row) => row.line?.reference ?? null },
    {
      key: "charge",
      head: "Charges",
      place: "lead-end",
      numeric: true,
      cell: (row) => amount(row.line?.chargeCents),
    },
    {
      key: "credit",
      head: "Payments, credits",
      place: "lead-end",
      label: "credit",
      numeric: true,
      cell: (row) => amount(row.line?.creditCents),
    },
    {
      key: "balance",
      head: "Balance",
      place: "sub-end",
      label: "balance",
      numeric: true,
      cell: (row) => <Amount cents={row.balanceCents} asBalance {...reading} />,
      total: <Amount cents={endCents} asBalance {...reading} />,
    },
  ];
}

const eventColumn = (toEvent: (eventId: number) => Route): Column<Row> => ({
  key: "event",
  head: "Event",
  place: "under",
  label: "event",
  numeric: true,
  cell: ({ line }) =>
    line && (
      <Link
        href={toEvent(line.eventId)}
        aria-label={`Event ${line.eventId}`}
        className="touch-target text-accent underline-offset-2 hover:underline print:text-ink touch:underline"
      >
        {line.eventId}
      </Link>
    ),
});

type OpenItemsProps = Reading & { page: RowsPage<StatementOpenItem>; items: readonly StatementOpenItem[] };

/** A page of the open items, above the totals of all. */
export function OpenItemsTable({ page, items, ...reading }: OpenItemsProps) {
  const column = (key: "amountCents" | "paidCents" | "openCents") => ({
    key,
    numeric: true,
    cell: (item: StatementOpenItem) => <Amount cents={item[key]} {...reading} />,
    total: <Amount cents={sum(items.map((item) => item[key]))} {...reading} />,
  });
  const columns: Column<StatementOpenItem>[] = [
    {
      key: "date",
      head: "Date",
      place: "under",
      label: "issued",
      cell: (item) => <DayText day={item.issuedOn} locale={reading.locale} />,
    },
    { key: "number", head: "Invoice", place: "lead", rowHead: true, cell: (item) => item.number },
    {
      key: "due",
      head: "Due",
      place: "sub",
      label: "due",
      cell: (item) => <Due item={item} locale={reading.locale} />,
    },
    {
      ...column("amountCents"),
      head: "Original",
      place: "sub-end",
      label: "of",
      quiet: (item) => item.paidCents === 0,
    },
    { ...column("paidCents"), head: "Paid", place: "off" },
    { ...column("openCents"), head: "Left to pay", place: "lead-end" },
  ];
  return (
    <Table
      caption={`Unpaid invoices, in ${reading.currency}`}
      columns={columns}
      rows={page.rows}
      rowKey={(item) => item.number}
      totalName={page.of > page.rows.length ? `Total of all ${countOf(page.of, "invoice")}` : "Total"}
    />
  );
}

function Due({ item, locale }: { item: StatementOpenItem; locale: string }) {
  const late = lateWords(item.daysPastDue);
  return (
    <span className={item.daysPastDue > 0 ? "text-late" : undefined}>
      <DayText day={item.dueOn} locale={locale} />
      {late ? ` · ${late}` : null}
    </span>
  );
}
