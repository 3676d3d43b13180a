"use client";
// What is sold, line by line, each with what it comes to.
import { Trash2 } from "lucide-react";
import type { ReadLine } from "@/domain/receipts/counter.ts";
import type { Cents } from "@/domain/values/money.ts";
import { Cell } from "./cell.tsx";
import type { DraftLine } from "./draft.ts";
import { lineFaultOf, type LineBox } from "./line-faults.ts";

type Props = {
  lines: readonly DraftLine[];
  read: readonly ReadLine[];
  tried: boolean;
  currency: string;
  taxed: boolean;
  write: (amount: Cents) => string;
  prices: Readonly<Record<string, string>>;
  onChange: (key: number, part: Partial<DraftLine>) => void;
  onRemove: (key: number) => void;
};

const GRID =
  "grid gap-x-2 gap-y-2 max-desk:grid-cols-3 desk:grid-cols-[minmax(0,1fr)_4.5rem_6.5rem_6rem_3rem_6rem_2.25rem] desk:items-center";

export function SaleLines({ lines, read, currency, taxed, ...rest }: Props) {
  if (lines.length === 0) return null;
  return (
    <div>
      <div aria-hidden="true" className={`${GRID} px-3 pb-1.5 text-12 text-soft max-desk:hidden`}>
        <span>Product</span>
        <span className="text-right">Quantity</span>
        <span className="text-right">Price</span>
        <span className="text-right">Discount</span>
        <span className="text-center">{taxed ? "Tax" : ""}</span>
        <span className="text-right">{currency}</span>
      </div>
      <ol aria-label="Lines" className="overflow-clip rounded-card border border-line bg-card">
        {lines.map((line, at) => (
          <li key={line.key} className="border-b border-line p-3 last:border-0 desk:py-2">
            <Line line={line} read={read[at]} taxed={taxed} {...rest} />
          </li>
        ))}
      </ol>
    </div>
  );
}

type LineProps = Omit<Props, "lines" | "read" | "currency"> & { line: DraftLine; read: ReadLine | undefined };

function Line({ line, read, tried, taxed, write, prices, onChange, onRemove }: LineProps) {
  const { key } = line;
  const of = line.description.trim() || `line ${key}`;
  const fault = lineFaultOf(read?.fault ?? null, (box) => line[box].trim() === "", tried);
  const errorId = `line-${key}-error`;
  const cell = (name: LineBox, label: string) => ({
    name,
    label,
    of,
    value: line[name],
    errorId: fault?.box === name ? errorId : undefined,
    onChange: (event: { target: { value: string } }) => onChange(key, { [name]: event.target.value }),
  });
  const price = line.productId ? prices[line.productId] : undefined;
  return (
    <div className={GRID} data-line={key}>
      <div className="min-w-0 max-desk:col-span-3">
        {line.productId ? (
          <p className="truncate font-medium">
            {line.description} <span className="ml-1 font-normal text-soft">{line.sku}</span>
          </p>
        ) : (
          <Cell {...cell("description", "Description")} maxLength={500} placeholder="What it is" />
        )}
      </div>
      <Cell {...cell("quantity", "Quantity")} numeric />
      <Cell {...cell("unitPrice", line.unit ? `Price per ${line.unit}` : "Price")} numeric />
      <Cell {...cell("discount", "Discount")} numeric inputMode="text" placeholder="—" />
      <label className="flex items-center gap-2 text-13 text-soft desk:justify-center max-desk:min-h-11">
        {taxed ? (
          <input
            type="checkbox"
            aria-label={`Tax on ${of}`}
            checked={line.taxable}
            onChange={(event) => onChange(key, { taxable: event.target.checked })}
            className="size-4 touch:size-5"
          />
        ) : null}
        <span className="desk:hidden">{taxed ? "Tax" : ""}</span>
      </label>
      <p className="text-right font-medium max-desk:self-center">{write(read?.totalCents ?? (0 as Cents))}</p>
      <button
        type="button"
        aria-label={`Remove ${of}`}
        onClick={() => onRemove(key)}
        className="grid size-9 place-items-center justify-self-end rounded-control text-soft hover:bg-hover touch:size-11"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
      {fault ? (
        <p id={errorId} role="alert" className="col-span-full text-12 font-medium text-late">
          {fault.words}
        </p>
      ) : null}
      {price !== undefined && price !== line.listPrice ? (
        <p className="col-span-full text-12 font-medium text-soon">
          The price was {line.listPrice} and is {price} now.{" "}
          <button
            type="button"
            onClick={() => onChange(key, { unitPrice: price, listPrice: price })}
            className="min-h-6 underline"
          >
            Use {price}
          </button>
        </p>
      ) : null}
    </div>
  );
}
