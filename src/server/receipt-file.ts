// A receipt as a file, drawn anew each time: a receipt never changes, and neither does what it is drawn from.
import { z } from "zod";
import { notFound } from "next/navigation";
import { tenantOf } from "./actor.ts";
import { apiFor, contextFor } from "./api.ts";
import { runHeavy } from "./heavy/run-heavy.ts";
import { brandNow } from "./paper-logo.ts";
import { answerPaper } from "./paper-answer.ts";

const Asked = z.object({
  paper: z.enum(["80mm", "letter", "a4"]).catch("80mm"),
  copy: z.enum(["customer", "merchant", "both"]).catch("customer"),
});

type DateStyle = { locale: string; zone: string };

export async function answerReceiptFile(
  org: string,
  receiptId: string,
  { asked, place, signal }: { asked: Record<string, string>; place: DateStyle; signal: AbortSignal },
): Promise<Response> {
  const api = await apiFor(org);
  const receipt = await api.receipts.read({ receiptId: receiptId.slice(0, 60) });
  const { paper, copy } = Asked.parse(asked);
  const { member } = await contextFor(org);
  if (!member) notFound();
  return answerPaper(async () => {
    const print = { paper, copy, ...place };
    const look = await brandNow(member);
    const pdf = await runHeavy(tenantOf(member), "receipt-pdf", { receipt, print, ...look }, { signal });
    return { pdf, name: `${receipt.business.name} ${receipt.number} ${copy}`, download: false };
  });
}
