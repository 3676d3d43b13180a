// A draft as its page shows it: open, or what became of it. Read once, for the answer's status and for the page.
import { cache } from "react";
import { TRPCError } from "@trpc/server";
import { Refusal } from "@/domain/refusal.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";

type Found = RouterOutputs["invoiceDrafts"]["read"] | { closed: string | null };

/** `closed` is the invoice that it became, null where it was discarded. */
export const readDraftPage = cache(async (org: string, draftId: string): Promise<Found> => {
  const api = await apiFor(org);
  try {
    return await api.invoiceDrafts.read({ draftId });
  } catch (error) {
    const refusal = error instanceof TRPCError ? error.cause : null;
    if (!(refusal instanceof Refusal) || refusal.code !== "draft-closed") throw error;
    const { invoiceId } = refusal.details;
    return { closed: typeof invoiceId === "string" ? invoiceId : null };
  }
});
