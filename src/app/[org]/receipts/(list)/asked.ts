// What the address of the list of receipts asks for: the same for the page and for its file.
import { RECEIPT_KINDS } from "@/domain/receipts/receipt.ts";
import { parseListParams, parseEnumParam } from "../../_lists/asked-list.ts";

export function receiptsAsked(query: Record<string, string | string[] | undefined>) {
  const kind = parseEnumParam(query, "kind", RECEIPT_KINDS);
  return { ...parseListParams(query), ...(kind && { kind }) };
}
