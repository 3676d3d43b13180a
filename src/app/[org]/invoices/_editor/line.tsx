"use client";
// One line of the invoice in its boxes. Drawn anew only when something of it changes, so that one types as fast in a thousand
// lines as in one.
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { DraftLine, LineFault } from "@/domain/invoices/draft.ts";
import { LINE_FAULTS, type LineBox } from "@/domain/invoices/draft-words.ts";
import { Box } from "./box.tsx";
import { LineTax, type TaxOptions } from "./line-tax.tsx";
import type { KeyedLine } from "./use-editing.ts";

type Props = {
  line: KeyedLine;
  isFirst: boolean;
  isLast: boolean;
  fault: LineFault | null;
  /** What it comes to, written. */
  amount: string;
  /** Somebody wanted to issue it: what is still empty is wrong, too. */
  tried: boolean;
  /** null where nothing can be taxed. */
  taxOptions: TaxOptions | null;
  /** Something of this invoice is held back. */
  holds: boolean;
  /** The invoice's own retainage. */
  wide: string;
  error: string | undefined;
  onChange: (key: number, part: Partial<DraftLine>) => void;
  onRemove: (key: number) => void;
  onMove: (key: number, by: -1 | 1) => void;
};

const ICON =
  "grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-hover aria-disabled:opacity-40 touch:size-11";

export const Line = memo(function Line(props: Props) {
  const { line, fault, amount, tried, taxOptions, holds, wide, error, onChange } = props;
  const { key, kind } = line;
  const of = line.description.trim() || (kind === "item" ? "the line" : `the ${kind}`);
  const told = fault === null ? null : LINE_FAULTS[fault];
  const shown = told && (tried || (line[told.box] ?? "").trim() !== "") ? told : null;
  const errorId = `line-${key}-error`;
  const box = (name: Exclude<LineBox, "taxRateId"> | "unit", label: string) => ({
    name,
    label,
    of,
    value: line[name],
    errorId: shown?.box === name ? errorId : undefined,
    onChange: (event: { target: { value: string } }) => onChange(key, { [name]: event.target.value }),
  });
  return (
    <li
      data-line={key}
      data-kind={kind}
      className="grid gap-2 border-b border-line p-3 [contain-intrinsic-size:auto_6rem] [content-visibility:auto] last:border-0"
    >
      <div className="flex items-end gap-1">
        <div className="min-w-0 flex-1">
          {kind === "subtotal" ? (
            <p className="flex min-h-9 items-center justify-between gap-4 font-medium">
              <span>Subtotal</span>
              <span className="tabular-nums">{amount}</span>
            </p>
          ) : (
            <Box
              {...box("description", kind === "text" ? "Text" : "Description")}
              maxLength={500}
              placeholder={kind === "text" ? "A text between the lines" : "What it is"}
            />
          )}
        </div>
        <Tools {...props} of={of} />
      </div>
      {kind === "item" ? (
        <div className="grid grid-cols-3 items-end gap-2 desk:grid-cols-[5rem_5rem_7rem_6rem_minmax(0,9rem)_minmax(0,6rem)_minmax(6rem,1fr)]">
          <Box {...box("quantity", "Quantity")} numeric />
          <Box {...box("unit", "Unit")} maxLength={20} />
          <Box {...box("unitPrice", "Price")} numeric />
          <Box {...box("discount", "Discount")} numeric inputMode="text" placeholder="—" />
          {taxOptions ? (
            <LineTax
              line={line}
              options={taxOptions}
              of={of}
              errorId={shown?.box === "taxRateId" ? errorId : undefined}
              onChange={(part) => onChange(key, part)}
            />
          ) : (
            <span className="max-desk:hidden" />
          )}
          {holds ? (
            <Box
              {...box("retainage", "Retainage")}
              numeric
              inputMode="text"
              placeholder={line.retainable ? wide || "—" : "none"}
              onChange={(event) => onChange(key, { retainage: event.target.value, retainable: true })}
            />
          ) : (
            <span className="max-desk:hidden" />
          )}
          <p className="min-h-9 content-center text-right font-medium tabular-nums max-desk:col-start-3">
            <span className="sr-only">Comes to </span>
            {amount}
          </p>
        </div>
      ) : null}
      <Said id={errorId}>{shown?.words ?? error}</Said>
    </li>
  );
});

function Said({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={id} role="alert" className="text-12 font-medium text-late">
      {children}
    </p>
  ) : null;
}

function Tools({ line: { key }, isFirst, isLast, of, onMove, onRemove }: Props & { of: string }) {
  return (
    <div className="flex">
      <button
        type="button"
        aria-label={`Move ${of} up`}
        aria-disabled={isFirst || undefined}
        onClick={() => onMove(key, -1)}
        className={ICON}
      >
        <ArrowUp aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        aria-label={`Move ${of} down`}
        aria-disabled={isLast || undefined}
        onClick={() => onMove(key, 1)}
        className={ICON}
      >
        <ArrowDown aria-hidden="true" className="size-4" />
      </button>
      <button type="button" aria-label={`Remove ${of}`} onClick={() => onRemove(key)} className={ICON}>
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
