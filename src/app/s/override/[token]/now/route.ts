// Where the form of an override's mailed link goes.
import { answerOverrideLink } from "@/server/override-link.ts";

type Props = RouteContext<"/s/override/[token]/now">;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerOverrideLink(request, (await params).token);
}
