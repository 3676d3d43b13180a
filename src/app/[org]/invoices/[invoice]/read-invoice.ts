// The invoice a page is about, read once per request for the layout and the page alike.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readInvoice = cache(async (org: string, invoiceId: string) => {
  const api = await apiFor(org);
  return api.invoices.read({ invoiceId: invoiceId.slice(0, 60) });
});

export type Invoice = Awaited<ReturnType<typeof readInvoice>>;
