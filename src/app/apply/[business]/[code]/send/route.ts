// Where the form of an application is sent. It is only ever sent here; asking for it shows nothing.
import { answerApply } from "@/server/apply.ts";
import { tellingTrouble } from "@/server/trouble.ts";

type Props = RouteContext<"/apply/[business]/[code]/send">;

export const POST = tellingTrouble(async (request: Request, { params }: Props): Promise<Response> => {
  const { business: slug, code } = await params;
  return answerApply(request, { slug, code });
});
