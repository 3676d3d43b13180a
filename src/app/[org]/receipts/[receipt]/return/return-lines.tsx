"use client";
// The lines of the sale, each with what is left of it, how much comes back, and what that is worth.
import { priceText } from "@/domain/values/decimal.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { formatAmount, minorDigits } from "@/domain/values/money.ts";
import { leftOf } from "@/domain/receipts/receipt-return.ts";
import { Button } from "@/ui/button.tsx";
import type { ReadReturn } from "@/domain/receipts/typed-return.ts";
import type { Sold } from "./returned-sale.ts";

type Props = {
  sold: Sold;
  locale: string;
  quantities: Readonly<Record<number, string>>;
  planned: ReadReturn;
  onQuantity: (line: number, quantity: string) => void;
};

export function ReturnLines({ sold, locale, quantities, planned, onQuantity }: Props) {
  return (
    <ul aria-label="What was sold" className="divide-y divide-line rounded-card border border-line bg-card">
      {sold.lines.map((line) => (
        <ReturnLine
          key={line.line}
          line={line}
          currency={sold.currency}
          locale={locale}
          quantity={quantities[line.line] ?? ""}
          fault={planned.faults.get(line.line)}
          cents={planned.lines.find((each) => each.line === line.line)?.cents ?? null}
          onQuantity={(quantity) => onQuantity(line.line, quantity)}
        />
      ))}
    </ul>
  );
}

type LineProps = {
  line: Sold["lines"][number];
  currency: string;
  locale: string;
  quantity: string;
  fault: string | undefined;
  cents: ReadReturn["worthCents"] | null;
  onQuantity: (quantity: string) => void;
};

function ReturnLine({ line, currency, locale, quantity, fault, cents, onQuantity }: LineProps) {
  const number = (plain: string) => typedNumber(plain, locale);
  const left = leftOf(line);
  const price = number(priceText(line.unitPrice, minorDigits(currency)));
  const id = `back-${line.line}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{line.description}</p>
        <p id={`${id}-hint`} className="text-13 text-soft">
          {number(left)} of {number(line.quantity)}
          {line.unit ? ` ${line.unit}` : ""} at {price} can come back
        </p>
        {fault ? (
          <p id={`${id}-error`} role="alert" className="text-13 font-medium text-late">
            {fault}
          </p>
        ) : null}
      </div>
      <div className="flex items-center gap-2">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-label={`How much of ${line.description} comes back`}
          aria-describedby={`${id}-hint${fault ? ` ${id}-error` : ""}`}
          aria-invalid={fault ? true : undefined}
          disabled={left === "0"}
          value={quantity}
          onChange={({ currentTarget }) => onQuantity(currentTarget.value)}
          className="h-9 w-24 rounded-control border border-edge bg-card px-2.5 text-right tabular-nums touch:h-11 touch:text-16 disabled:opacity-60 aria-invalid:border-late"
        />
        <Button
          disabled={left === "0"}
          aria-label={`All of ${line.description}`}
          onClick={() => onQuantity(left)}
        >
          All
        </Button>
        <span className="w-24 text-right tabular-nums">
          {cents === null ? "—" : formatAmount(cents, currency, locale)}
        </span>
      </div>
    </li>
  );
}
