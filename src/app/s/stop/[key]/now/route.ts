// The address in a mail's List-Unsubscribe: a POST stops the mails that come by themselves, a GET only leads to the page.
import { answerStop, openedStop } from "@/server/mail-stop.ts";

type Props = RouteContext<"/s/stop/[key]/now">;

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return openedStop((await params).key);
}

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerStop(request, (await params).key);
}
