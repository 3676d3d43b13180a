// Where mail servers and mail services tell of mails that came back.
import { answerBounce } from "@/server/bounces.ts";

type Props = RouteContext<"/api/mail/bounces/[secret]">;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerBounce(request, (await params).secret);
}
