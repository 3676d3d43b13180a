// Where a fresh link is asked for, instead of one that has expired.
import { answerFreshLink } from "@/server/fresh-link.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/s/[token]/fresh">;

export const POST = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  return answerFreshLink(request, (await params).token);
});
