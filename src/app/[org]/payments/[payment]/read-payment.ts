// The payment a page is about, read once per request for the layout and the page alike.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readPayment = cache(async (org: string, paymentId: string) => {
  const api = await apiFor(org);
  return api.payments.read({ paymentId: paymentId.slice(0, 60) });
});

export type Payment = Awaited<ReturnType<typeof readPayment>>;
