// What a credit memo takes back, line by line, and what it comes to: subtotal, tax by agency, what isn't held back any more, total.
import { formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
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
  type Part = [name: string, amount: Cents, strong: boolean];
  const parts: Part[] = [
    ["Subtotal", subtotalCents, false],
    ...taxes.map((tax): Part => {
      const base = formatAmount(tax.baseCents, reading.currency, reading.locale);
      const name = [tax.name, tax.agency].filter(Boolean).join(", ");
      return [`${name} ${typedNumber(tax.rate, reading.locale)} % on ${base}`, tax.taxCents, false];
    }),
    ...(retainageCents > 0 ? [["No longer held back", negative(retainageCents), false] satisfies Part] : []),
    ["Total credit", totalCents, true],
  ];
  return (
    <dl className="ml-auto grid max-w-96 gap-1 border-t border-line px-4 py-3 max-desk:max-w-none desk:border-t-0">
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
