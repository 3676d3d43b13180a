// What the address of the list of invoices asks for: the same for the page and for its file.
import { INVOICE_FILTERS, type InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import { parseListParams, parseEnumParam } from "../../_lists/asked-list.ts";

const STATES = Object.keys(INVOICE_FILTERS) as InvoiceFilter[];

export function invoicesAsked(query: Record<string, string | string[] | undefined>) {
  const state = parseEnumParam(query, "state", STATES);
  return { ...parseListParams(query), ...(state && { state }) };
}

/** The order of the rows; by the day they were issued, the latest first, when nobody asked. */
export function orderAsked(query: Record<string, string | string[] | undefined>) {
  const sort = parseEnumParam(query, "sort", ["issued", "due", "total", "left"]) ?? "issued";
  const direction = parseEnumParam(query, "direction", ["asc", "desc"]) ?? "desc";
  return { sort, direction } as const;
}
