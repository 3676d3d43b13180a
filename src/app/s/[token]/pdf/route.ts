// The PDF of the statement behind a link: the same bytes that were mailed.
import { answerSharedFile } from "@/server/statement-answers.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/s/[token]/pdf">;

export const GET = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  return answerSharedFile((await params).token, request.signal);
});
