// What the address of the list of payments asks for: the same for the page and for its file.
import { PAYMENT_METHODS, type PaymentMethod } from "@/domain/ledger/payment-method.ts";
import { parseListParams, parseEnumParam } from "../../_lists/asked-list.ts";

const METHODS = Object.keys(PAYMENT_METHODS) as PaymentMethod[];

export function paymentsAsked(query: Record<string, string | string[] | undefined>) {
  const method = parseEnumParam(query, "method", METHODS);
  const open = parseEnumParam(query, "open", ["yes"]) === "yes";
  return { ...parseListParams(query), ...(method && { method }), ...(open && { open }) };
}

/** The order of the rows; by the day they came, the latest first, when nobody asked. */
export function orderAsked(query: Record<string, string | string[] | undefined>) {
  const sort = parseEnumParam(query, "sort", ["received", "amount"]) ?? "received";
  const direction = parseEnumParam(query, "direction", ["asc", "desc"]) ?? "desc";
  return { sort, direction } as const;
}
