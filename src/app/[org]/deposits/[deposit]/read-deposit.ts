// The deposit a page is about, read once per request for the layout and the page alike.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readDeposit = cache(async (org: string, depositId: string) => {
  const api = await apiFor(org);
  return api.deposits.read({ depositId: depositId.slice(0, 60) });
});

export type Deposit = Awaited<ReturnType<typeof readDeposit>>;
