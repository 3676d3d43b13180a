// Where files to attach arrive.
import { answerAttach } from "@/server/attachments.ts";
import { currentUser } from "@/server/auth/session.ts";

type Props = RouteContext<"/[org]/attachments">;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerAttach(request, { user: currentUser, org: (await params).org });
}
