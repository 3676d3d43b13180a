// Where the answer is sent to what is asked before a link opens.
import { answerCheck } from "@/server/check-answer.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/s/[token]/check">;

export const POST = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  return answerCheck(request, (await params).token);
});
