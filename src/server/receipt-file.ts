// A receipt as a file, drawn anew each time: a receipt never changes, and neither does what it is drawn from.
import { z } from "zod";
import { apiFor } from "./api.ts";
import { pdfResponse } from "./statement-file.ts";

const Asked = z.object({
  paper: z.enum(["80mm", "letter", "a4"]).catch("80mm"),
  copy: z.enum(["customer", "merchant"]).catch("customer"),
});

type DateStyle = { locale: string; zone: string };

export async function answerReceiptFile(
  org: string,
  receiptId: string,
  { asked, place }: { asked: Record<string, string>; place: DateStyle },
): Promise<Response> {
  const api = await apiFor(org);
  const receipt = await api.receipts.read({ receiptId: receiptId.slice(0, 60) });
  const { paper, copy } = Asked.parse(asked);
  const { receiptPdf } = await import("@/documents/receipt-pdf.tsx");
  const drawn = await receiptPdf(receipt, { paper, copy, ...place });
  return pdfResponse(drawn, { name: `${receipt.business.name} ${receipt.number} ${copy}`, download: false });
}
