// What a credit memo takes back, line by line, and what it comes to: subtotal, tax by agency, what isn't held back any more, total.
import { negative } from "@/domain/values/money.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DocumentTotals, taxParts, type TotalPart } from "@/ui/document-totals.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import type { CreditMemo } from "./read-credit-memo.ts";

type Props = Reading & { memo: CreditMemo };
type Line = CreditMemo["lines"][number];

export function CreditedLines({ memo, ...reading }: Props) {
  if (memo.lines.length === 0) return null;
  return (
    <Section id="lines" title="What it credits" note={`in ${reading.currency}`}>
      <Card>
        <Table
          caption={`Lines of the credit memo, in ${reading.currency}`}
          rows={memo.lines}
          rowKey={(line) => String(line.line)}
          columns={columns(memo, reading)}
        />
        <Totals memo={memo} {...reading} />
      </Card>
    </Section>
  );
}

function columns({ lines, retainageCents }: CreditMemo, reading: Reading): Column<Line>[] {
  const amount = (key: "taxCents" | "retainageCents", head: string): Column<Line> => ({
    key,
    head,
    place: "sub-end",
    label: head.toLowerCase(),
    numeric: true,
    quiet: (line) => line[key] === 0,
    cell: (line) => <Amount cents={line[key]} {...reading} />,
  });
  return [
    {
      key: "what",
      head: "Description",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ description, sku }) => (
        <>
          {description}
          {sku ? <span className="ml-2 font-normal text-soft">{sku}</span> : null}
        </>
      ),
    },
    {
      key: "quantity",
      head: "Quantity",
      place: "sub",
      numeric: true,
      cell: ({ quantity, unit }) =>
        quantity === null
          ? "an amount"
          : [typedNumber(quantity, reading.locale), unit].filter(Boolean).join(" "),
    },
    ...(lines.some((line) => line.taxCents > 0) ? [amount("taxCents", "Tax")] : []),
    ...(retainageCents > 0 ? [amount("retainageCents", "Not held back")] : []),
    {
      key: "total",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (line) => <Amount cents={line.totalCents} {...reading} />,
    },
  ];
}

function Totals({ memo, ...reading }: Props) {
  const { subtotalCents, taxes, retainageCents, totalCents } = memo;
  const parts: TotalPart[] = [
    ["Subtotal", subtotalCents],
    ...taxParts(taxes, reading),
    ...(retainageCents > 0 ? [["No longer held back", negative(retainageCents)] satisfies TotalPart] : []),
  ];
  return <DocumentTotals parts={parts} total={["Total credit", totalCents]} {...reading} />;
}
