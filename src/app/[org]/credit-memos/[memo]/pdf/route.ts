// The credit memo on paper, as it was issued, with what has been used of it since.
import { answerCreditMemoFile } from "@/server/invoice-file.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/[org]/credit-memos/[memo]/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { org, memo } = await params;
  return answerCreditMemoFile(org, memo, request.signal);
});
