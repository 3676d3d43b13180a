// What one row of a file of payments is: money that came in, and how. What was given back, and what is no payment, isn't.
import type { PaymentMethod } from "../ledger/payment-method.ts";
import type { RowCells } from "./cells.ts";
import { quoted } from "./faults.ts";
import { moneyFits, type RowAmounts } from "./receivable-row.ts";
import { methodNamed, typeNamed } from "./words.ts";

/** Null where it was told as a fault, or waits for an answer. */
export function readPayment(row: RowCells): RowAmounts | null {
  const type = row.says("type");
  if (type !== "" && typeNamed(type) !== "payment")
    row.fault("type", "not a payment", `${quoted(type)} is not a payment, and this is a file of payments.`);
  const read = row.amount("amount");
  if (read === null) row.fault("amount", "missing", "No amount.");
  if (read === null || typeof read === "string" || !moneyFits(row, [read])) return null;
  if (read.cents < 0 || read.cell.side === "debit") {
    const says = `${quoted(row.says("amount"))} was given back: a file of payments has what came in.`;
    row.fault("amount", "below nothing", says);
    return null;
  }
  return { kind: "payment", totalCents: read.cents, isNegative: false, openCents: null, paidCents: null };
}

/** A word that isn't known is left out, and told. */
export function methodIn(row: RowCells): PaymentMethod | null {
  const text = row.says("method");
  if (text === "") return null;
  const named = methodNamed(text);
  if (named === null)
    row.warn("method", "unknown method", `${quoted(text)} is a method we don’t know; it is left out.`);
  return named;
}
