// The receipt a page is about, read once per request for the layout and the page alike.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readReceipt = cache(async (org: string, receiptId: string) => {
  const api = await apiFor(org);
  return api.receipts.read({ receiptId: receiptId.slice(0, 60) });
});
