// The credit memo a page is about, read once per request for the layout and the page alike.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readCreditMemo = cache(async (org: string, creditMemoId: string) => {
  const api = await apiFor(org);
  return api.creditMemos.read({ creditMemoId: creditMemoId.slice(0, 60) });
});

export type CreditMemo = Awaited<ReturnType<typeof readCreditMemo>>;
