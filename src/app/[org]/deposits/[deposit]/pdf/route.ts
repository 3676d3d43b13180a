// The deposit slip on paper.
import { answerDepositFile } from "@/server/deposit-file.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/[org]/deposits/[deposit]/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { org, deposit } = await params;
  return answerDepositFile(org, deposit, request.signal);
});
