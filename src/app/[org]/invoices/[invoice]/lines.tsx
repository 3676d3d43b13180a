// What an invoice was for, line by line, and what it came to: subtotal, tax, what is held back, total.
import type { Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { Invoice } from "./read-invoice.ts";

type Line = Invoice["lines"][number];
type Props = Reading & { invoice: Invoice };

export function Lines({ invoice, ...reading }: Props) {
  if (invoice.lines.length === 0) {
    return (
      <Section id="lines" title="What it was for">
        <Card>
          <p className="px-4 py-3 text-soft">
            This invoice came without lines. It is for <Amount cents={invoice.totalCents} {...reading} />{" "}
            {reading.currency} in all.
          </p>
        </Card>
      </Section>
    );
  }
  return (
    <Section id="lines" title="What it was for" note={`in ${reading.currency}`}>
      <Card>
        <Table
          caption={`Lines of the invoice, in ${reading.currency}`}
          rows={invoice.lines}
          rowKey={(line) => String(line.line)}
          columns={columns(invoice, reading)}
        />
        <Totals invoice={invoice} {...reading} />
      </Card>
    </Section>
  );
}

function columns({ lines, retainageCents }: Invoice, reading: Reading): Column<Line>[] {
  const whole = lines.every((line) => line.quantity === "1" && line.unit === "");
  const priced: Column<Line>[] = [
    {
      key: "quantity",
      head: "Quantity",
      place: "sub",
      numeric: true,
      cell: (line) => `${line.quantity}${line.unit ? ` ${line.unit}` : ""}`,
    },
    { key: "price", head: "Price", place: "sub", label: "at", numeric: true, cell: (line) => line.unitPrice },
  ];
  const held: Column<Line> = {
    key: "held",
    head: "Held back",
    place: "sub-end",
    label: "held back",
    numeric: true,
    quiet: (line) => line.retainageCents === 0,
    cell: (line) => <Amount cents={line.retainageCents} {...reading} />,
  };
  return [
    {
      key: "what",
      head: "Description",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (line) => line.description,
    },
    ...(whole ? [] : priced),
    ...(retainageCents > 0 ? [held] : []),
    {
      key: "total",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (line) => <Amount cents={line.totalCents} {...reading} />,
    },
  ];
}

function Totals({ invoice, ...reading }: Props) {
  const { subtotalCents, taxCents, retainageCents, totalCents } = invoice;
  const parts: [string, Cents, boolean][] = [
    ["Subtotal", subtotalCents, false],
    ["Tax", taxCents, false],
    ...(retainageCents > 0
      ? ([["Retainage held back", -retainageCents as Cents, false]] as [string, Cents, boolean][])
      : []),
    ["Total", totalCents, true],
  ];
  return (
    <dl className="ml-auto grid max-w-72 gap-1 border-t border-line px-4 py-3 max-desk:max-w-none desk:border-t-0">
      {parts.map(([name, amount, strong]) => (
        <div
          key={name}
          className={`flex justify-between gap-6 ${strong ? "border-t border-line pt-1 font-semibold" : ""}`}
        >
          <dt className={strong ? "" : "text-soft"}>{name}</dt>
          <dd>
            <Amount cents={amount} {...reading} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
