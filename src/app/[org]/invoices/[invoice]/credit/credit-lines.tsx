"use client";
// The lines of the invoice, each with what is left of it, how much of it is credited, and what that comes to before tax.
import { leftToCredit } from "@/domain/invoices/invoice-credit.ts";
import { formatAmount, typedAmount, type Cents } from "@/domain/values/money.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { Button } from "@/ui/button.tsx";
import type { Billed } from "./credited-invoice.ts";
import type { Credit } from "./use-credit.ts";

type Props = { billed: Billed; credit: Credit; locale: string };
type Line = Billed["lines"][number];

export function CreditLines({ billed, credit, locale }: Props) {
  const items = billed.lines.filter((line) => line.kind === "item");
  return (
    <ul
      aria-label="Lines of the invoice"
      className="divide-y divide-line rounded-card border border-line bg-card"
    >
      {items.map((line) => (
        <CreditLine key={line.line} line={line} currency={billed.currency} credit={credit} locale={locale} />
      ))}
    </ul>
  );
}

type LineProps = { line: Line; currency: string; credit: Credit; locale: string };

function CreditLine({ line, currency, credit, locale }: LineProps) {
  const { description, unit } = line;
  const left = leftToCredit(line);
  const typed = credit.lineOf(line.line);
  const fault = credit.read.faults.get(line.line);
  const amount = credit.read.amounts.get(line.line);
  const write = (cents: Cents) => formatAmount(cents, currency, locale);
  const id = `credit-${line.line}`;
  const isDone = left.totalCents === 0;
  const whole = `${typedNumber(left.quantity, locale)}${unit ? ` ${unit}` : ""}`;
  const told = { "aria-describedby": `${id}-hint${fault ? ` ${id}-error` : ""}`, disabled: isDone } as const;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{description}</p>
        <p id={`${id}-hint`} className="text-13 text-soft">
          {isDone ? "Credited in full" : `${whole} for ${write(left.totalCents)} before tax can be credited`}
        </p>
        {fault ? (
          <p id={`${id}-error`} role="alert" className="text-13 font-medium text-late">
            {fault}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-end gap-2 max-desk:w-full">
        <Box
          {...told}
          name="Quantity"
          of={description}
          isWrong={fault !== undefined && typed.quantity !== ""}
          value={typed.quantity}
          onType={(quantity) => credit.typeLine(line.line, { quantity })}
        />
        <Box
          {...told}
          name="or amount"
          of={description}
          isWrong={fault !== undefined && typed.amount !== ""}
          value={typed.amount}
          onType={(text) => credit.typeLine(line.line, { amount: text })}
        />
        <Button
          disabled={isDone}
          aria-label={`All of ${description}`}
          onClick={() =>
            credit.typeLine(
              line.line,
              left.quantity === "0"
                ? { amount: typedAmount(left.totalCents, currency, locale) }
                : { quantity: typedNumber(left.quantity, locale) },
            )
          }
        >
          All
        </Button>
        <span className="ml-auto min-h-9 min-w-16 content-center text-right tabular-nums desk:w-24 touch:min-h-11">
          {amount === undefined ? "—" : write(amount)}
        </span>
      </div>
    </li>
  );
}

type BoxProps = {
  name: string;
  of: string;
  value: string;
  isWrong: boolean;
  disabled: boolean;
  "aria-describedby": string;
  onType: (text: string) => void;
};

function Box({ name, of, value, isWrong, onType, ...told }: BoxProps) {
  return (
    <label className="grid gap-1">
      <span className="text-12 text-soft">{name}</span>
      <input
        {...told}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${name === "Quantity" ? "Quantity" : "Amount"} of ${of} credited`}
        aria-invalid={isWrong || undefined}
        value={value}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        className="h-9 w-20 rounded-control border desk:w-24 border-edge bg-card px-2.5 text-right tabular-nums touch:h-11 touch:text-16 disabled:opacity-60 aria-invalid:border-late"
      />
    </label>
  );
}
