// Where the forms of a link's pages are sent. They are only ever sent here; asking for it shows nothing.
import { answerLinkForm, isLinkAnswer } from "@/server/link-answers.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/s/[token]/answers/[answer]">;

export const POST = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { token, answer } = await params;
  return isLinkAnswer(answer) ? answerLinkForm(request, token, answer) : new Response(null, { status: 404 });
});
