"use client";
// What became of rows pasted from a spreadsheet: how many came in, and which of them need another look, by row and box.
import { countOf } from "@/domain/count-of.ts";
import { LINE_FAULTS } from "@/domain/invoices/draft-words.ts";
import { MOST_LINES } from "@/domain/invoices/invoice-total.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { LineEditing } from "./use-invoice.ts";

export type PastedRows = { keys: readonly number[] } | { refused: number; room: number };

const NAMES = {
  description: "description",
  quantity: "quantity",
  unitPrice: "price",
  discount: "discount",
  taxRateId: "tax",
  retainage: "retainage",
};
/** So many are told of one by one. */
const TOLD = 5;

type Props = {
  rows: PastedRows;
  invoicing: LineEditing;
  onFocus: (where: string) => void;
  onClose: () => void;
};

export function Pasted({ rows, invoicing, onFocus, onClose }: Props) {
  const close = <Button onClick={onClose}>Close</Button>;
  if ("refused" in rows) {
    const most = MOST_LINES.toLocaleString("en-US");
    return (
      <Notice tone="late" title={`An invoice has at most ${most} lines`}>
        <p className="mb-2">
          {rows.refused === 1 ? "It is full" : `These are ${countOf(rows.refused, "row")}`}, and there is room
          for {rows.room.toLocaleString("en-US")} more. Nothing was added; split it into several invoices.
        </p>
        {close}
      </Notice>
    );
  }
  const order = new Map(rows.keys.map((key, at) => [key, at + 1]));
  const wrong = invoicing.draft.lines.flatMap(({ key }, at) => {
    const fault = invoicing.read.lines[at]?.fault;
    const row = order.get(key);
    return fault && row !== undefined ? [{ key, row, ...LINE_FAULTS[fault] }] : [];
  });
  return (
    <Notice
      tone={wrong.length > 0 ? "soon" : "good"}
      title={`${capital(countOf(rows.keys.length, "row"))} added`}
    >
      {wrong.length > 0 ? (
        <>
          <p>
            {capital(countOf(wrong.length, "row"))} {wrong.length === 1 ? "needs" : "need"} another look:
          </p>
          <ul className="my-1 grid gap-1">
            {wrong.slice(0, TOLD).map(({ key, row, box, words }) => (
              <li key={key}>
                <button
                  type="button"
                  onClick={() => onFocus(`[data-line="${key}"] [name=${box}]`)}
                  className="min-h-6 text-left text-link underline touch:min-h-11"
                >
                  Row {row}, {NAMES[box]}
                </button>
                : {words}
              </li>
            ))}
          </ul>
          {wrong.length > TOLD ? <p>And {wrong.length - TOLD} more.</p> : null}
        </>
      ) : null}
      {close}
    </Notice>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
