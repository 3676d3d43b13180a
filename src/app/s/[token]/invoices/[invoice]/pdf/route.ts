// The PDF of an invoice of the account behind a statement's link.
import { answerSharedInvoiceFile } from "@/server/statement-answers.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/s/[token]/invoices/[invoice]/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { token, invoice } = await params;
  return answerSharedInvoiceFile(token, invoice, request.signal);
});
