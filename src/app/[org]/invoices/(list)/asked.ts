// What the address of the list of invoices asks for: the same for the page and for its file.
import { INVOICE_FILTERS, type InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import { askedList, askedOneOf } from "../../_lists/asked-list.ts";

const STATES = Object.keys(INVOICE_FILTERS) as InvoiceFilter[];

export function invoicesAsked(query: Record<string, string | string[] | undefined>) {
  const state = askedOneOf(query, "state", STATES);
  return { ...askedList(query), ...(state && { state }) };
}

/** The order of the rows; by the day they were issued, the latest first, when nobody asked. */
export function orderAsked(query: Record<string, string | string[] | undefined>) {
  const sort = askedOneOf(query, "sort", ["issued", "due", "total", "left"]) ?? "issued";
  const direction = askedOneOf(query, "direction", ["asc", "desc"]) ?? "desc";
  return { sort, direction } as const;
}
