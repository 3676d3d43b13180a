// The PDF of an issued statement, to keep: the same bytes each time.
import { answerStatementFile } from "@/server/statement-answers.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/[org]/statements/[statement]/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { org, statement } = await params;
  return answerStatementFile(org, statement, request.signal);
});
