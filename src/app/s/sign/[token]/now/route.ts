// Where what was drawn on a phone goes.
import { answerSignLink } from "@/server/sign-link.ts";

type Props = RouteContext<"/s/sign/[token]/now">;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerSignLink(request, (await params).token);
}
