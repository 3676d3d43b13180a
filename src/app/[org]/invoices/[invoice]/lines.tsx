// What an invoice was for, line by line, and what it came to: subtotal, tax, what is held back, total.
import { priceText } from "@/domain/values/decimal.ts";
import { minorDigits, negative } from "@/domain/values/money.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DocumentTotals, taxParts, type TotalPart } from "@/ui/document-totals.tsx";
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
  const items = lines.filter((line) => line.kind === "item");
  const whole = items.every((line) => line.quantity === "1" && line.unit === "");
  const written = (plain: string) => typedNumber(plain, reading.locale);
  const isItem = (line: Line) => line.kind === "item";
  const priced: Column<Line>[] = [
    {
      key: "quantity",
      head: "Quantity",
      place: "sub",
      numeric: true,
      cell: (line) => (isItem(line) ? `${written(line.quantity)}${line.unit ? ` ${line.unit}` : ""}` : null),
    },
    {
      key: "price",
      head: "Price",
      place: "sub",
      label: "at",
      numeric: true,
      cell: (line) =>
        isItem(line) ? written(priceText(line.unitPrice, minorDigits(reading.currency))) : null,
    },
  ];
  const amount = (key: "discountCents" | "taxCents" | "retainageCents", head: string): Column<Line> => ({
    key,
    head,
    place: "sub-end",
    label: head.toLowerCase(),
    numeric: true,
    quiet: (line) => line[key] === 0,
    cell: (line) => (isItem(line) ? <Amount cents={line[key]} {...reading} /> : null),
  });
  const has = (key: "discountCents" | "taxCents") => items.some((line) => line[key] > 0);
  return [
    {
      key: "what",
      head: "Description",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (line) => (
        <span className={isItem(line) ? undefined : "font-semibold"}>
          {line.kind === "subtotal" ? "Subtotal" : line.description}
          {line.sku ? <span className="ml-2 font-normal text-soft">{line.sku}</span> : null}
        </span>
      ),
    },
    ...(whole ? [] : priced),
    ...(has("discountCents") ? [amount("discountCents", "Discount")] : []),
    ...(has("taxCents") ? [amount("taxCents", "Tax")] : []),
    ...(retainageCents > 0 ? [amount("retainageCents", "Held back")] : []),
    {
      key: "total",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (line) =>
        line.kind === "text" ? null : (
          <span className={isItem(line) ? undefined : "font-semibold"}>
            <Amount cents={line.totalCents} {...reading} />
          </span>
        ),
    },
  ];
}

function Totals({ invoice, ...reading }: Props) {
  const { subtotalCents, taxes, taxCents, retainageCents, totalCents } = invoice;
  const byRate = taxParts(taxes, reading);
  const parts: TotalPart[] = [
    ["Subtotal", subtotalCents],
    ...(byRate.length > 0 ? byRate : [["Tax", taxCents] satisfies TotalPart]),
    ...(retainageCents > 0 ? [["Retainage held back", negative(retainageCents)] satisfies TotalPart] : []),
  ];
  return <DocumentTotals parts={parts} total={["Total", totalCents]} {...reading} />;
}
