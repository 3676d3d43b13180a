// The invoice on paper, as it was issued, with what has been paid on it since.
import { answerInvoiceFile } from "@/server/invoice-file.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/[org]/invoices/[invoice]/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { org, invoice } = await params;
  return answerInvoiceFile(org, invoice, request.signal);
});
